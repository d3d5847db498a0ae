namespace StateMachineGen.Language.Document;

/// <summary>The two kinds of machines (field <c>type</c> of CreateStateMachine); it is no part of the definition.</summary>
public enum StateMachineType
{
    /// <summary>Runs up to a year, each step exactly once.</summary>
    Standard,

    /// <summary>Runs up to five minutes, at high rates.</summary>
    Express,
}
