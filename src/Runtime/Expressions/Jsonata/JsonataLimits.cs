namespace StateMachineGen.Expressions.Jsonata;

/// <summary>How much an evaluation may take.</summary>
/// <param name="Depth">
/// How deep evaluations may nest: each expression within an expression counts, and the body of a function within the call. Calls that end
/// a function do not nest.
/// </param>
/// <param name="Steps">
/// How much work is done at most. It takes the place of a limit on time, so that an expression fails on every machine or on none. Calls
/// count, elements that are looked at, and characters that are written.
/// </param>
/// <param name="Memory">How large a string or an array may become that an expression makes, in bytes: 1 a character, 8 an element.</param>
internal sealed record JsonataLimits(int Depth, long Steps, long Memory)
{
    /// <summary>
    /// The limits on AWS, where they were measured: 100 levels; a range of 873,782 elements and a string of 4 Mi characters, but not twice
    /// that; and a second, in which its engine does about this much.
    /// </summary>
    public static JsonataLimits Aws { get; } = new(100, 10_000_000, 6_990_256);
}
