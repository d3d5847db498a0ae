using System;
using System.Text.RegularExpressions;
using StateMachineGen.Data;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Expressions.JsonPath;

/// <summary>The regular expression of a filter, which must match the whole of a value's text.</summary>
internal sealed class FilterPattern
{
    /// <summary>How long one match may take where the engine without backtracking cannot be used.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(100);

    private readonly Regex _regex;

    private FilterPattern(Regex regex) => _regex = regex;

    /// <summary>The expression, or null when it is none, so that nothing matches.</summary>
    public static FilterPattern? Compile(JsonPathRegex syntax)
    {
        RegexOptions options = RegexOptions.CultureInvariant;
        foreach (char flag in syntax.Flags)
        {
            options |= flag switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        // With the flag x, a newline ends a comment at the end of the pattern.
        bool hasComments = (options & RegexOptions.IgnorePatternWhitespace) != 0;
        string pattern = $@"\A(?:{syntax.Pattern}{(hasComments ? "\n" : "")})\z";
        try
        {
            return new FilterPattern(Create(pattern, options));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a value, or an element of an array, matches. What takes too long does not.</summary>
    public bool IsMatch(JsonValue value, PathEvaluation evaluation)
    {
        if (!evaluation.SpendOnReading(value))
        {
            return false;
        }

        try
        {
            return value is JsonArray array ? IsAnyMatch(array) : _regex.IsMatch(TextOf(value));
        }
        catch (RegexMatchTimeoutException)
        {
            // A few of these are as much time as there is.
            evaluation.Spend(PathEvaluation.Limit / 5);
            return false;
        }
    }

    private static Regex Create(string pattern, RegexOptions options)
    {
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, s_limit);
        }
        catch (NotSupportedException)
        {
            // Lookarounds and references back need the other engine.
            return new Regex(pattern, options, s_limit);
        }
    }

    private bool IsAnyMatch(JsonArray array)
    {
        foreach (JsonValue item in array.Items)
        {
            if (_regex.IsMatch(TextOf(item)))
            {
                return true;
            }
        }

        return false;
    }

    private static string TextOf(JsonValue value) => value switch
    {
        JsonString text => text.Value,
        JsonNumber or JsonBoolean => value.ToString(),
        _ => "",
    };
}
