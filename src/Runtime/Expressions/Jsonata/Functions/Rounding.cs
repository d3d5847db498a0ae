using System;
using System.Globalization;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Rounds as <c>$round</c> does: a half goes to the even digit. What counts is the number as it is written in decimal digits.</summary>
internal static class Rounding
{
    /// <param name="number">The number.</param>
    /// <param name="precision">How many decimal places are left; negative for zeros before the point.</param>
    public static double HalfToEven(double number, double precision)
    {
        int places = (int)Math.Clamp(precision, -1000, 1000);
        double rounded = Math.Round(Shift(number, places), MidpointRounding.ToEven);
        double result = Shift(rounded, -places);

        // Minus zero is no number of JSON's.
        return result == 0 ? 0 : result;
    }

    /// <summary>Moves the decimal point of the written number, which unlike a multiplication is exact.</summary>
    private static double Shift(double number, int places)
    {
        if (places == 0)
        {
            return number;
        }

        string text = NumberText.Format(number);
        int e = text.IndexOf('e', StringComparison.Ordinal);
        int exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        return double.Parse(string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent + places}"), CultureInfo.InvariantCulture);
    }
}
