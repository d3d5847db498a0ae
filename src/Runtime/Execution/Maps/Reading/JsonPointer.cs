using System;
using System.Globalization;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>A JSON Pointer (RFC 6901).</summary>
internal sealed class JsonPointer
{
    private readonly string _text;
    private readonly string[] _tokens;

    private JsonPointer(string text, string[] tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    /// <summary>Reads a pointer, or gives null for text that is none.</summary>
    public static JsonPointer? Parse(string text)
    {
        if (text.Length == 0)
        {
            return new JsonPointer(text, []);
        }

        if (text[0] != '/')
        {
            return null;
        }

        string[] tokens = text[1..].Split('/');
        for (int i = 0; i < tokens.Length; i++)
        {
            if (Unescape(tokens[i]) is not { } token)
            {
                return null;
            }

            tokens[i] = token;
        }

        return new JsonPointer(text, tokens);
    }

    /// <summary>What is pointed to, or null when there is nothing.</summary>
    public JsonValue? Find(JsonValue document)
    {
        JsonValue? value = document;
        for (int i = 0; i < _tokens.Length && value is not null; i++)
        {
            value = value switch
            {
                JsonObject @object => @object[_tokens[i]],
                JsonArray array => IndexOf(_tokens[i]) is { } index && index < array.Items.Length ? array.Items[index] : null,
                _ => null,
            };
        }

        return value;
    }

    public override string ToString() => _text;

    private static int? IndexOf(string token) =>
        (token == "0" || !token.StartsWith('0')) && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : null;

    private static string? Unescape(string token)
    {
        for (int i = token.IndexOf('~', StringComparison.Ordinal); i >= 0; i = token.IndexOf('~', i + 1))
        {
            if (i + 1 == token.Length || token[i + 1] is not ('0' or '1'))
            {
                return null;
            }
        }

        return token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
    }
}
