using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>What kind of token a piece of an expression is.</summary>
internal enum JsonataTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary>A symbol, or one of the words <c>and</c>, <c>or</c>, <c>in</c>.</summary>
    Operator,

    /// <summary>A name, with or without backquotes.</summary>
    Name,

    /// <summary>A variable.</summary>
    Variable,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>One of the words <c>true</c>, <c>false</c>, <c>null</c>.</summary>
    Value,

    /// <summary>A regular expression.</summary>
    Regex,
}

/// <summary>A piece of an expression that the grammar does not divide further.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Text">What it says: the symbol, the name without backquotes or <c>$</c>, the unescaped string, the pattern.</param>
/// <param name="Range">Where it stands.</param>
/// <param name="Flags">The flags of a regular expression.</param>
internal readonly record struct JsonataToken(JsonataTokenKind Kind, string Text, TextRange Range, string Flags = "")
{
    public bool Is(string symbol) => Kind == JsonataTokenKind.Operator && Text == symbol;

    /// <summary>The token as messages show it.</summary>
    public string Shown => Kind switch
    {
        JsonataTokenKind.End => "the end of the expression",
        JsonataTokenKind.String => "a string",
        JsonataTokenKind.Regex => "a regular expression",
        JsonataTokenKind.Variable => $"'${Text}'",
        _ => $"'{Text}'",
    };
}
