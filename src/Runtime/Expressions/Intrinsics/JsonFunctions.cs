using System;
using System.Text.Json;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>The functions of JSON.</summary>
internal static class JsonFunctions
{
    /// <summary>Text without anything but blanks is null, and <c>-0</c> is an integer, which has no sign (measured).</summary>
    public static IntrinsicResult StringToJson(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonString text])
        {
            return IntrinsicResult.InvalidArguments;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            return JsonNull.Instance;
        }

        try
        {
            JsonValue value = JsonConversion.Parse(text.Value);
            return value is JsonNumber { Text: "-0" } ? JsonNumber.Of(0) : value;
        }
        catch (JsonException e)
        {
            return IntrinsicResult.Fail($"Cannot convert String to Json in States.StringToJson, caused by: {e.Message}");
        }
    }

    public static IntrinsicResult JsonToString(ReadOnlySpan<JsonValue> arguments) =>
        arguments is [var value]
            ? new JsonString(value.ToString())
            : IntrinsicResult.Fail("Invalid arguments in States.JsonToString: only a single argument is allowed.");

    /// <summary>AWS merges nothing but the first level: it refuses <c>true</c> and takes every other third argument for <c>false</c> (measured).</summary>
    public static IntrinsicResult JsonMerge(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonObject first, JsonObject second, not JsonBoolean { Value: true }])
        {
            return IntrinsicResult.InvalidArguments;
        }

        var merged = default(JsonObject.Builder);
        foreach (JsonObject part in (ReadOnlySpan<JsonObject>)[first, second])
        {
            for (int i = 0; i < part.Count; i++)
            {
                merged.Set(part.Names[i], part.Values[i]);
            }
        }

        return merged.ToObject();
    }
}
