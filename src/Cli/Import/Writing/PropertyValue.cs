using System;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>What the properties of attributes take, by type. Each gives the value as C#, or null when the property cannot hold it.</summary>
internal static class PropertyValue
{
    /// <summary>A <c>string</c>.</summary>
    public static ValueSource? Text(JsonSyntax value) => value is JsonStringSyntax text ? ValueSource.FromText(text.Value) : null;

    /// <summary>A <c>string</c> in which null means null.</summary>
    public static ValueSource? TextOrNull(JsonSyntax value) => value is JsonNullSyntax ? new ValueSource("null") : Text(value);

    /// <summary>An <c>object</c> that is a number or an expression.</summary>
    public static ValueSource? NumberOrText(JsonSyntax value) => Wrap(NumberLiteral.Write(value)) ?? Text(value);

    /// <summary>An <c>int</c>.</summary>
    public static ValueSource? Integer(JsonSyntax value) => Wrap(NumberLiteral.WriteInt32(value));

    /// <summary>A <c>double</c>.</summary>
    public static ValueSource? Number(JsonSyntax value) => Wrap(NumberLiteral.WriteDouble(value));

    /// <summary>A <c>string[]</c>.</summary>
    public static ValueSource? Texts(JsonSyntax value) => value is JsonArraySyntax array && array.Items.All(static item => item is JsonStringSyntax)
        ? new ValueSource("[" + string.Join(", ", array.Items.Select(static item => StringLiteral.Write(((JsonStringSyntax)item).Value))) + "]")
        : null;

    /// <summary>A <c>QueryLanguage</c>.</summary>
    public static ValueSource? Language(JsonSyntax value, string prefix) =>
        value is JsonStringSyntax { Value: nameof(QueryLanguage.JSONPath) or nameof(QueryLanguage.JSONata) } language ? new ValueSource(prefix + nameof(QueryLanguage) + "." + language.Value) : null;

    /// <summary>An enum whose members ASL writes in capitals: <c>FirstRow</c> is <c>FIRST_ROW</c>.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The enum's name.</param>
    /// <param name="members">Its members.</param>
    public static ValueSource? Word(JsonSyntax value, string type, params ReadOnlySpan<string> members)
    {
        if (value is JsonStringSyntax { Value: var word })
        {
            foreach (string member in members)
            {
                if (ToWord(member) == word)
                {
                    return new ValueSource(type + "." + member);
                }
            }
        }

        return null;
    }

    private static ValueSource? Wrap(string? line) => line is null ? null : new ValueSource(line);

    private static string ToWord(string member) => string.Concat(member.Select((c, i) =>
        (i > 0 && char.IsUpper(c) && !char.IsUpper(member[i - 1]) ? "_" : "") + char.ToUpperInvariant(c)));
}
