using System;
using System.Globalization;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>Values as Java prints them, which AWS's functions do: <c>{a=1, b=[x, null]}</c>.</summary>
internal static class JavaText
{
    public static string Of(JsonValue value)
    {
        switch (value)
        {
            case JsonString text:
                return text.Value;
            case JsonNumber number:
                return OfNumber(number);
            case JsonArray or JsonObject:
                var builder = new StringBuilder();
                Append(builder, value);
                return builder.ToString();
            default:
                return value.ToString();
        }
    }

    public static void Append(StringBuilder text, JsonValue value)
    {
        switch (value)
        {
            case JsonArray array:
                text.Append('[');
                for (int i = 0; i < array.Items.Length; i++)
                {
                    Append(text.Append(i > 0 ? ", " : ""), array.Items[i]);
                }

                text.Append(']');
                break;
            case JsonObject @object:
                text.Append('{');
                for (int i = 0; i < @object.Count; i++)
                {
                    Append(text.Append(i > 0 ? ", " : "").Append(@object.Names[i]).Append('='), @object.Values[i]);
                }

                text.Append('}');
                break;
            default:
                text.Append(Of(value));
                break;
        }
    }

    /// <summary>Whether the number is an integer in Java: it is written without a fraction and an exponent.</summary>
    public static bool IsInteger(JsonNumber number) => number.Text.AsSpan().IndexOfAny('.', 'e', 'E') < 0;

    private static string OfNumber(JsonNumber number)
    {
        if (IsInteger(number))
        {
            return number.Text == "-0" ? "0" : number.Text;
        }

        double value = number.Value;
        if (value == 0 || !double.IsFinite(value))
        {
            return value switch
            {
                0 when double.IsNegative(value) => "-0.0",
                0 => "0.0",
                < 0 => "-Infinity",
                _ => "Infinity",
            };
        }

        return OfDouble(value);
    }

    /// <summary><c>Double.toString</c>: plain from a thousandth up to ten million, with an exponent beyond, and always with a fraction.</summary>
    private static string OfDouble(double value)
    {
        // Digits and exponent of the shortest text that is read back as the same number.
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        return Math.Abs(value) is >= 1e-3 and < 1e7
            ? shortest.Contains('.', StringComparison.Ordinal) ? shortest : shortest + ".0"
            : WithExponent(shortest);
    }

    private static string WithExponent(string shortest)
    {
        int mark = shortest.IndexOf('E', StringComparison.Ordinal);
        ReadOnlySpan<char> mantissa = mark < 0 ? shortest : shortest.AsSpan(0, mark);
        int exponent = mark < 0 ? 0 : int.Parse(shortest.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string sign = mantissa[0] == '-' ? "-" : "";
        mantissa = mantissa[sign.Length..];
        int point = mantissa.IndexOf('.');
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        string significant = digits.TrimStart('0');
        exponent += (point < 0 ? digits.Length : point) - (digits.Length - significant.Length) - 1;
        significant = significant.TrimEnd('0');
        string fraction = significant.Length > 1 ? significant[1..] : "0";
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{significant[0]}.{fraction}E{exponent}");
    }
}
