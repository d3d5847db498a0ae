namespace StateMachineGen.Language.Json;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
/// <param name="Start">The offset of the first unit, counted from 0.</param>
/// <param name="Length">The number of units; 0 marks a place between two units.</param>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The offset after the last unit.</summary>
    public int End => Start + Length;
}
