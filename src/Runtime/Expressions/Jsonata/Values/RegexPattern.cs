using System;
using System.Text.RegularExpressions;
using StateMachineGen.Execution;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>
/// A regular expression, made once and used by many evaluations. What can be matched without backtracking is, in time that is linear in the
/// text; all else has a limit on the time that a match takes.
/// </summary>
internal sealed class RegexPattern
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(1);

    private readonly Regex? _regex;

    /// <param name="pattern">The pattern as written between the slashes.</param>
    /// <param name="flags">The letters after the second slash.</param>
    public RegexPattern(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant;
        options |= flags.Contains('i', StringComparison.Ordinal) ? RegexOptions.IgnoreCase : RegexOptions.None;
        options |= flags.Contains('m', StringComparison.Ordinal) ? RegexOptions.Multiline : RegexOptions.None;
        string translated = RegexTranslation.ToDotNet(pattern, options.HasFlag(RegexOptions.Multiline));
        try
        {
            _regex = Create(translated, options);
        }
        catch (ArgumentException fault)
        {
            Fault = $"Invalid regular expression: /{pattern.Fixed()}/: {fault.Message.Fixed()}";
        }
    }

    /// <summary>What is wrong with the pattern, or null.</summary>
    public CauseText? Fault { get; }

    /// <summary>The next match at an offset or after it; null when there is none.</summary>
    public Match? Match(string text, int start)
    {
        try
        {
            Match match = _regex!.Match(text, start);
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            throw Failures.TooLong();
        }
    }

    private static Regex Create(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, s_timeout);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, options, s_timeout);
        }
    }
}
