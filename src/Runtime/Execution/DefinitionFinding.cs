namespace StateMachineGen;

/// <summary>A rule that a definition breaks, as the analyzers and <c>stategen validate</c> tell it.</summary>
/// <param name="RuleId">The rule's id, such as <c>SMG2010</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Path">Where in the definition, as AWS writes it: <c>/States/A/Catch[0]/Next</c>.</param>
/// <param name="Line">The line of the text, from 1.</param>
/// <param name="Column">The column of the text, from 1, in UTF-16 units.</param>
public sealed record DefinitionFinding(string RuleId, string Message, string Path, int Line, int Column)
{
    /// <summary>The finding in one line.</summary>
    public override string ToString() => System.FormattableString.Invariant($"line {Line}, column {Column}: {RuleId}: {Message} [{Path}]");
}
