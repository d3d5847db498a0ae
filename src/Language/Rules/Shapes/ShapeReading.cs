namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>What a path finds in a shape.</summary>
/// <param name="Shape">The value; unknown where the path finds nothing.</param>
/// <param name="Step">The step that finds nothing, or -1.</param>
/// <param name="Holder">The value in which that step finds nothing.</param>
/// <param name="Way">On which way it finds nothing; null when it does on none.</param>
internal readonly record struct ShapeReading(Shape Shape, int Step = -1, Shape? Holder = null, ShapeWay? Way = null)
{
    /// <summary>Whether the path finds nothing on any way.</summary>
    public bool IsMissing => Step >= 0 && Way is null;

    /// <summary>Whether the path finds nothing on some way.</summary>
    public bool CanBeMissing => Step >= 0;
}
