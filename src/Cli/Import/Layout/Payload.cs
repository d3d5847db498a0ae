using System;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>
/// JSON as an argument. A JSONata expression that stands for all of it is written as such; a string that merely looks like one, or would not come back
/// exactly, is written as a JSON string.
/// </summary>
internal static class Payload
{
    /// <summary>Whether a string is read back as it is when it is written without the quotes of JSON.</summary>
    public static bool IsExpression(string text) => JsonataText.Read(text).IsOpened && text.Trim().Length == text.Length;

    /// <summary>The argument that a payload is.</summary>
    public static ValueSource Write(JsonSyntax value) =>
        value is JsonStringSyntax { Value: var expression } && IsExpression(expression) ? WriteExpression(expression) : WriteJson(value);

    /// <summary>JSON as an argument, never as an expression.</summary>
    public static ValueSource WriteJson(JsonSyntax value) => new(
        JsonLayout.WriteLine(value, CodeLayout.Width) is { } line ? WriteJsonLine(line) : null,
        width => StringLiteral.WriteBlock(JsonLayout.WriteLines(value, width)));

    /// <summary>An expression of several lines keeps them, however short it is.</summary>
    private static ValueSource WriteExpression(string expression) => expression.Contains('\n', StringComparison.Ordinal) && StringLiteral.CanBeBlock(expression)
        ? new ValueSource(null, _ => StringLiteral.WriteBlock(expression.Split('\n')))
        : new ValueSource(StringLiteral.Write(expression));

    /// <summary>A JSON string has quotes at its ends, which must not touch those of a raw literal.</summary>
    private static string WriteJsonLine(string json) => StringLiteral.Write(json.StartsWith('"') ? " " + json + " " : json);
}
