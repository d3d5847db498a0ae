using System;
using System.Globalization;
using System.Numerics;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>
/// Reads numbers as <c>$number</c> does: as in JSON, but with zeros in front; or whole ones in hexadecimal, octal or binary digits.
/// </summary>
internal static class NumberReading
{
    /// <summary>The number; null for a text that is none.</summary>
    public static double? Read(string text)
    {
        if (text is ['0', char prefix, _, ..] && RadixOf(prefix) is { } radix)
        {
            return ReadDigits(text.AsSpan(2), radix);
        }

        return IsDecimal(text) ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;
    }

    private static int? RadixOf(char prefix) => prefix switch
    {
        'x' or 'X' => 16,
        'o' or 'O' => 8,
        'b' or 'B' => 2,
        _ => null,
    };

    private static double? ReadDigits(ReadOnlySpan<char> digits, int radix)
    {
        BigInteger value = BigInteger.Zero;
        foreach (char c in digits)
        {
            int digit = char.IsAsciiHexDigit(c) ? Convert.ToInt32(c.ToString(), 16) : radix;
            if (digit >= radix)
            {
                return null;
            }

            value = (value * radix) + digit;
        }

        return (double)value;
    }

    private static bool IsDecimal(string text)
    {
        int position = text.StartsWith('-') ? 1 : 0;
        if (!SkipDigits(text, ref position))
        {
            return false;
        }

        if (position < text.Length && text[position] == '.')
        {
            position++;
            if (!SkipDigits(text, ref position))
            {
                return false;
            }
        }

        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            position += position < text.Length && text[position] is '+' or '-' ? 1 : 0;
            if (!SkipDigits(text, ref position))
            {
                return false;
            }
        }

        return position == text.Length;
    }

    private static bool SkipDigits(string text, ref int position)
    {
        int start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return position > start;
    }
}
