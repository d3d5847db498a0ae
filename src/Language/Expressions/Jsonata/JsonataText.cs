using System;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>What a string in a JSONata state is.</summary>
public enum JsonataTextKind
{
    /// <summary>Text that stands for itself.</summary>
    Plain,

    /// <summary>An expression: the string begins with <c>{%</c> and ends with <c>%}</c>.</summary>
    Expression,

    /// <summary>One of <c>{%</c> at the start and <c>%}</c> at the end without the other; AWS refuses the definition.</summary>
    HalfOpen,
}

/// <summary>A string in a JSONata state, told apart by its first and last two characters (ASL, "JSONata").</summary>
/// <param name="Text">The whole string.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct JsonataText(string Text, JsonataTextKind Kind)
{
    private const string Open = "{%";
    private const string Close = "%}";

    /// <summary>Whether the string begins as an expression does.</summary>
    public bool IsOpened => Text.StartsWith(Open, StringComparison.Ordinal);

    /// <summary>Whether the string ends as an expression does.</summary>
    public bool IsClosed => Text.EndsWith(Close, StringComparison.Ordinal);

    /// <summary>Where the expression stands between its delimiters, blanks included; empty when there is none.</summary>
    public TextRange ExpressionRange =>
        Kind == JsonataTextKind.Expression ? new TextRange(Open.Length, Text.Length - Open.Length - Close.Length) : default;

    /// <summary>The expression's text, blanks included; empty when there is none.</summary>
    public string Expression => Text.Substring(ExpressionRange.Start, ExpressionRange.Length);

    /// <summary>Tells what a string is. Nothing may stand before <c>{%</c> or after <c>%}</c>, not even blanks.</summary>
    public static JsonataText Read(string text)
    {
        bool begins = text.StartsWith(Open, StringComparison.Ordinal);
        bool ends = text.EndsWith(Close, StringComparison.Ordinal);

        // In {%} the two share a character.
        return (begins, ends) switch
        {
            (true, true) when text.Length >= Open.Length + Close.Length => new JsonataText(text, JsonataTextKind.Expression),
            (false, false) => new JsonataText(text, JsonataTextKind.Plain),
            _ => new JsonataText(text, JsonataTextKind.HalfOpen),
        };
    }

    /// <summary>Reads the expression; its positions are those in the whole string, delimiters included.</summary>
    /// <exception cref="InvalidOperationException">The string is no expression.</exception>
    public ExpressionParseResult<JsonataSyntax> Parse() => Kind == JsonataTextKind.Expression
        ? JsonataParser.Parse(Text, ExpressionRange)
        : throw new InvalidOperationException("Only a string between {% and %} is an expression.");
}
