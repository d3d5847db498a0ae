using System;

namespace StateMachineGen.Cli.Import;

/// <summary>An argument of an attribute.</summary>
/// <param name="Name">The property that it sets, or null.</param>
/// <param name="Line">Its value in one line; null when it is too long for one.</param>
/// <param name="Block">Its value over several lines of a certain width, relative to the line in which it begins; null when it has but one form.</param>
internal sealed record Argument(string? Name, string? Line, Func<int, string[]>? Block = null)
{
    /// <summary>What stands before the value.</summary>
    public string Prefix => Name is null ? "" : Name + " = ";
}
