using System.Text;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>Integers in Roman numerals, and in letters as columns of a spreadsheet have them: A to Z, AA and so on.</summary>
internal static class Numerals
{
    private static readonly (int Value, string Letters)[] s_roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
        (4, "IV"), (1, "I"),
    ];

    /// <summary>Numbers above this have no Roman numeral that anybody reads, and one of their size would have no end.</summary>
    private const double LargestRoman = 1_000_000;

    private const int Alphabet = 26;

    public static string WriteRoman(double value)
    {
        if (value > LargestRoman)
        {
            throw new JsonataFailure("D1001", $"Number out of range: {Failures.Show(value)}");
        }

        var letters = new StringBuilder();
        foreach ((int step, string numeral) in s_roman)
        {
            for (; value >= step; value -= step)
            {
                letters.Append(numeral);
            }
        }

        return letters.ToString();
    }

    public static double? ReadRoman(string letters)
    {
        double sum = 0;
        int greatest = 1;
        for (int i = letters.Length - 1; i >= 0; i--)
        {
            int value = ValueOf(letters[i]);
            if (value == 0)
            {
                return null;
            }

            // A letter before a greater one is taken away from it.
            sum += value < greatest ? -value : value;
            greatest = value < greatest ? greatest : value;
        }

        return sum;
    }

    public static string WriteLetters(double value)
    {
        var letters = new StringBuilder();
        for (; value > 0; value = System.Math.Floor((value - 1) / Alphabet))
        {
            letters.Insert(0, (char)('A' + (int)((value - 1) % Alphabet)));
        }

        return letters.ToString();
    }

    public static double? ReadLetters(string letters)
    {
        double value = 0;
        foreach (char letter in letters)
        {
            value = (value * Alphabet) + (letter - 'A' + 1);
        }

        return value;
    }

    private static int ValueOf(char letter)
    {
        foreach ((int value, string numeral) in s_roman)
        {
            if (numeral.Length == 1 && numeral[0] == letter)
            {
                return value;
            }
        }

        return 0;
    }
}
