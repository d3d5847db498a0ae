using System;
using System.Globalization;
using System.Text;
using StateMachineGen.Expressions.Jsonata.Functions;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>A picture of a decimal number, as XPath's <c>format-number</c> has them: <c>#,##0.00;(#,##0.00)</c>.</summary>
internal sealed class DecimalPicture
{
    private const int MaxExponent = 308;

    private readonly DecimalSymbols _symbols;
    private readonly DecimalSubPicture _positive;
    private readonly DecimalSubPicture _negative;

    private DecimalPicture(DecimalSymbols symbols, DecimalSubPicture positive, DecimalSubPicture negative)
    {
        _symbols = symbols;
        _positive = positive;
        _negative = negative;
    }

    public static DecimalPicture Parse(string picture, DecimalSymbols symbols)
    {
        string[] parts = picture.Split(symbols.PatternSeparator);
        if (parts.Length > 2)
        {
            throw new JsonataFailure("D3080", "The picture string must only contain a maximum of two sub-pictures");
        }

        var positive = new DecimalSubPicture(parts[0], symbols);
        return new DecimalPicture(symbols, positive, parts.Length > 1 ? new DecimalSubPicture(parts[1], symbols) : positive.WithMinus());
    }

    public string Format(double number)
    {
        DecimalSubPicture picture = number >= 0 ? _positive : _negative;
        double mantissa = Math.Abs(number);
        mantissa *= picture.Picture.Contains(_symbols.Percent, StringComparison.Ordinal) ? 100
            : picture.Picture.Contains(_symbols.PerMille, StringComparison.Ordinal) ? 1000
            : 1;
        int exponent = picture.Exponent is null ? 0 : Scale(ref mantissa, picture.ScalingFactor);
        var text = new StringBuilder(picture.Prefix);
        text.Append(FormatMantissa(mantissa, picture));
        if (picture.Exponent is not null)
        {
            text.Append(_symbols.ExponentSeparator).Append(exponent < 0 ? _symbols.MinusSign : "");
            text.Append(Localize(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(picture.MinExponentDigits, '0')));
        }

        return text.Append(picture.Suffix).ToString();
    }

    /// <summary>Brings a number to the wanted count of digits before the point, and tells the power of ten that this takes.</summary>
    private static int Scale(ref double mantissa, int digits)
    {
        int exponent = 0;
        double least = Math.Pow(10, digits - 1);
        double most = Math.Pow(10, digits);
        for (; mantissa > 0 && mantissa < least && exponent > -2 * MaxExponent; exponent--)
        {
            mantissa *= 10;
        }

        for (; mantissa > most && exponent < 2 * MaxExponent; exponent++)
        {
            mantissa /= 10;
        }

        return exponent;
    }

    private StringBuilder FormatMantissa(double mantissa, DecimalSubPicture picture)
    {
        double rounded = Rounding.HalfToEven(mantissa, picture.MaxFractionDigits);
        string format = string.Create(CultureInfo.InvariantCulture, $"F{picture.MaxFractionDigits}");
        string plain = rounded.ToString(format, CultureInfo.InvariantCulture);
        int point = plain.IndexOf('.', StringComparison.Ordinal);
        string integer = (point < 0 ? plain : plain[..point]).TrimStart('0').PadLeft(picture.MinIntegerDigits, '0');
        string fraction = (point < 0 ? "" : plain[(point + 1)..]).TrimEnd('0').PadRight(picture.MinFractionDigits, '0');
        StringBuilder text = GroupInteger(Localize(integer), picture);
        if (fraction.Length > 0 && picture.Picture.Contains(_symbols.DecimalSeparator, StringComparison.Ordinal))
        {
            text.Append(_symbols.DecimalSeparator).Append(GroupFraction(Localize(fraction), picture));
        }

        return text;
    }

    private StringBuilder GroupInteger(string digits, DecimalSubPicture picture)
    {
        var text = new StringBuilder(digits);
        if (picture.RegularGrouping() is > 0 and int distance)
        {
            for (int position = distance; position < digits.Length; position += distance)
            {
                text.Insert(digits.Length - position, _symbols.GroupingSeparator);
            }

            return text;
        }

        // The separators stand in the order of the picture, so the ones further left come first.
        int inserted = 0;
        foreach (int position in picture.IntegerGroups)
        {
            int place = digits.Length - position;
            if (place >= 0)
            {
                text.Insert(place + inserted, _symbols.GroupingSeparator);
                inserted += _symbols.GroupingSeparator.Length;
            }
        }

        return text;
    }

    private StringBuilder GroupFraction(string digits, DecimalSubPicture picture)
    {
        var text = new StringBuilder(digits);
        int inserted = 0;
        foreach (int position in picture.FractionGroups)
        {
            if (position <= digits.Length)
            {
                text.Insert(position + inserted, _symbols.GroupingSeparator);
                inserted += _symbols.GroupingSeparator.Length;
            }
        }

        return text;
    }

    private string Localize(string digits)
    {
        if (_symbols.ZeroDigit == "0")
        {
            return digits;
        }

        return string.Create(digits.Length, (digits, _symbols.ZeroDigit), static (text, source) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = (char)(source.digits[i] - '0' + source.ZeroDigit[0]);
            }
        });
    }
}
