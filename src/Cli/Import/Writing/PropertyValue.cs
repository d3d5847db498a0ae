using System;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>What the properties of attributes take, by type. Each gives the value as C#, or null when the property cannot hold it.</summary>
internal static class PropertyValue
{
    /// <summary>A <c>string</c>.</summary>
    public static string? Text(JsonSyntax value) => value is JsonStringSyntax text ? StringLiteral.Write(text.Value) : null;

    /// <summary>A <c>string</c> in which null means null.</summary>
    public static string? TextOrNull(JsonSyntax value) => value is JsonNullSyntax ? "null" : Text(value);

    /// <summary>An <c>object</c> that is a number or an expression.</summary>
    public static string? NumberOrText(JsonSyntax value) => NumberLiteral.Write(value) ?? Text(value);

    /// <summary>An <c>int</c>.</summary>
    public static string? Integer(JsonSyntax value) => NumberLiteral.WriteInt32(value);

    /// <summary>A <c>double</c>.</summary>
    public static string? Number(JsonSyntax value) => NumberLiteral.WriteDouble(value);

    /// <summary>A <c>string[]</c>.</summary>
    public static string? Texts(JsonSyntax value) => value is JsonArraySyntax array && array.Items.All(static item => item is JsonStringSyntax)
        ? "[" + string.Join(", ", array.Items.Select(static item => Text(item))) + "]"
        : null;

    /// <summary>A <c>QueryLanguage</c>.</summary>
    public static string? Language(JsonSyntax value, string prefix) =>
        value is JsonStringSyntax { Value: nameof(QueryLanguage.JSONPath) or nameof(QueryLanguage.JSONata) } language ? prefix + nameof(QueryLanguage) + "." + language.Value : null;

    /// <summary>An enum whose members ASL writes in capitals: <c>FirstRow</c> is <c>FIRST_ROW</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The enum's name.</param>
    /// <param name="members">Its members.</param>
    public static string? Word(JsonSyntax value, string type, params ReadOnlySpan<string> members)
    {
        if (value is JsonStringSyntax { Value: var word })
        {
            foreach (string member in members)
            {
                if (ToWord(member) == word)
                {
                    return type + "." + member;
                }
            }
        }

        return null;
    }

    private static string ToWord(string member) => string.Concat(member.Select((c, i) =>
        (i > 0 && char.IsUpper(c) && !char.IsUpper(member[i - 1]) ? "_" : "") + char.ToUpperInvariant(c)));
}
