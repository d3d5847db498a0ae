using System;
using System.Globalization;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>Values as strings: strings as they are, functions as nothing, all else as JSON with numbers of 15 significant digits.</summary>
internal static class ValueText
{
    private const int IndentWidth = 2;
    private const double LargestOf15Digits = 999_999_999_999_999;

    public static string Of(JsonValue value) => value switch
    {
        JsonString text => text.Value,
        JsonNumber number when !double.IsFinite(number.Value) =>
            throw new JsonataFailure("D3001", "Attempting to invoke string function on Infinity or NaN"),
        FunctionValue => "",
        _ => ToJson(value),
    };

    /// <summary>The value as JSON.</summary>
    /// <param name="value">The value; functions in it are empty strings.</param>
    /// <param name="isIndented">Whether each member and element stands on a line of its own.</param>
    public static string ToJson(JsonValue value, bool isIndented = false)
    {
        switch (value)
        {
            case JsonNumber number:
                return Of(number.Finite());
            case JsonNull:
                return "null";
            case JsonBoolean boolean:
                return boolean.Value ? "true" : "false";
            default:
                var text = new StringBuilder();
                Write(text, value, isIndented ? 0 : -1);
                return text.ToString();
        }
    }

    /// <summary>A number rounded to 15 significant digits, which hides what binary fractions leave over.</summary>
    public static string Of(double value) => Math.Abs(value) <= LargestOf15Digits && double.IsInteger(value)
        ? NumberText.Format(value)
        : NumberText.Format(double.Parse(value.ToString("E14", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static void Write(StringBuilder text, JsonValue value, int indent)
    {
        switch (value)
        {
            case JsonNumber number:
                text.Append(Of(number.Finite()));
                break;
            case JsonString s:
                WriteString(text, s.Value);
                break;
            case JsonArray array:
                WriteItems(text, '[', ']', array.Items, [], indent);
                break;
            case JsonObject @object:
                WriteItems(text, '{', '}', @object.Values, @object.Names, indent);
                break;
            case FunctionValue:
                text.Append("\"\"");
                break;
            default:
                text.Append(ToJson(value));
                break;
        }
    }

    private static void WriteItems(
        StringBuilder text, char open, char close, ReadOnlySpan<JsonValue> values, ReadOnlySpan<string> names, int indent)
    {
        text.Append(open);
        int inner = indent < 0 ? indent : indent + IndentWidth;
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            WriteLineBreak(text, inner);
            if (!names.IsEmpty)
            {
                WriteString(text, names[i]);
                text.Append(indent < 0 ? ":" : ": ");
            }

            Write(text, values[i], inner);
        }

        if (!values.IsEmpty)
        {
            WriteLineBreak(text, indent);
        }

        text.Append(close);
    }

    private static void WriteLineBreak(StringBuilder text, int indent)
    {
        if (indent >= 0)
        {
            text.Append('\n').Append(' ', indent);
        }
    }

    private static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            string? escape = c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when c < ' ' || IsLoneSurrogate(value, i) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => null,
            };
            _ = escape is null ? text.Append(c) : text.Append(escape);
        }

        text.Append('"');
    }

    private static bool IsLoneSurrogate(string value, int index) => char.IsSurrogate(value[index])
        && !(index + 1 < value.Length && char.IsSurrogatePair(value[index], value[index + 1]))
        && !(index > 0 && char.IsSurrogatePair(value[index - 1], value[index]));
}
