using System;

namespace StateMachineGen.Cli.Import;

/// <summary>A value as C#: in one line, over several, or as either.</summary>
/// <param name="Line">The value in one line; null when it is too long for one.</param>
/// <param name="Block">The value over several lines of a certain width, relative to the line in which it begins; null when it has but one form.</param>
internal sealed record ValueSource(string? Line, Func<int, string[]>? Block = null)
{
    /// <summary>A string that is shorter stays in one line, with escapes where others begin.</summary>
    private const int ShortText = 60;

    /// <summary>A string.</summary>
    public static ValueSource FromText(string text) =>
        text.Length > ShortText && text.Contains('\n', StringComparison.Ordinal) && StringLiteral.CanBeBlock(text)
            ? new ValueSource(null, _ => StringLiteral.WriteBlock(text.Split('\n')))
            : new ValueSource(StringLiteral.Write(text));
}
