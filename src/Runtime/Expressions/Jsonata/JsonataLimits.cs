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
internal sealed record JsonataLimits(int Depth, long Steps)
{
    /// <summary>The limits on AWS: 100 levels, and a second, in which its engine does about this much.</summary>
    public static JsonataLimits Aws { get; } = new(100, 10_000_000);
}
