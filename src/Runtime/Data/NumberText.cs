using System;
using System.Globalization;

namespace StateMachineGen.Data;

/// <summary>The text of a number that was worked out: as ECMAScript prints it, which is what JSONata's users know.</summary>
internal static class NumberText
{
    // From this power of ten on, ECMAScript prints exponents.
    private const int LargestPlainExponent = 21;
    private const int SmallestPlainExponent = -6;
    private const double LargestExactInteger = 9007199254740991;

    public static string Format(double value)
    {
        if (Math.Abs(value) <= LargestExactInteger && Math.Floor(value) == value)
        {
            return ((long)value).ToString(CultureInfo.InvariantCulture);
        }

        // The shortest text that reads back as the same number: 0.00012, 123.45 or 1.2E-07.
        string shortest = value.ToString("R", CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[shortest.Length];
        int count = 0;
        int point = -1;
        int leadingZeros = 0;
        int exponent = 0;
        for (int i = 0; i < shortest.Length; i++)
        {
            char c = shortest[i];
            if (c == 'E')
            {
                exponent = int.Parse(shortest.AsSpan(i + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            }

            if (c == '.')
            {
                point = count + leadingZeros;
            }
            else if (c == '0' && count == 0)
            {
                leadingZeros++;
            }
            else if (char.IsAsciiDigit(c))
            {
                digits[count++] = c;
            }
        }

        // Where the first significant digit stands, as a power of ten.
        exponent += (point < 0 ? count + leadingZeros : point) - leadingZeros - 1;
        return (value < 0 ? "-" : "") + Layout(digits[..count].TrimEnd('0'), exponent);
    }

    private static string Layout(ReadOnlySpan<char> digits, int exponent)
    {
        if (exponent is < SmallestPlainExponent or >= LargestPlainExponent)
        {
            string fraction = digits.Length > 1 ? "." + digits[1..].ToString() : "";
            return string.Create(CultureInfo.InvariantCulture, $"{digits[0]}{fraction}e{(exponent < 0 ? "" : "+")}{exponent}");
        }

        if (exponent < 0)
        {
            return "0." + new string('0', -exponent - 1) + digits.ToString();
        }

        return exponent + 1 >= digits.Length
            ? digits.ToString() + new string('0', exponent + 1 - digits.Length)
            : digits[..(exponent + 1)].ToString() + "." + digits[(exponent + 1)..].ToString();
    }
}
