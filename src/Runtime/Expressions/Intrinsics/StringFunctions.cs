using System;
using System.Buffers;
using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>The functions of strings.</summary>
internal static class StringFunctions
{
    /// <summary>The template is read as text whatever it is, with its escapes: a literal is passed as it is written.</summary>
    public static IntrinsicResult Format(ReadOnlySpan<JsonValue> arguments) =>
        arguments.IsEmpty ? IntrinsicResult.InvalidArguments : FormatTemplate.Fill(JavaText.Of(arguments[0]), arguments[1..]);

    /// <summary>Each character of the second string separates; pieces without characters are dropped.</summary>
    public static IntrinsicResult StringSplit(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonString text, JsonString delimiters])
        {
            return IntrinsicResult.InvalidArguments;
        }

        SearchValues<char> separators = SearchValues.Create(delimiters.Value);
        List<JsonValue> pieces = [];
        ReadOnlySpan<char> rest = text.Value;
        while (!rest.IsEmpty)
        {
            int length = rest.IndexOfAny(separators);
            ReadOnlySpan<char> piece = length < 0 ? rest : rest[..length];
            if (!piece.IsEmpty)
            {
                pieces.Add(new JsonString(piece.ToString()));
            }

            rest = length < 0 ? [] : rest[(length + 1)..];
        }

        return new JsonArray([.. pieces]);
    }
}
