namespace StateMachineGen.Testing.Coverage;

/// <summary>A part of a plan that coverage counts.</summary>
internal interface ICoveredPart
{
    /// <summary>Where it is counted; null when nothing is.</summary>
    ElementCounter? Counter { get; set; }
}
