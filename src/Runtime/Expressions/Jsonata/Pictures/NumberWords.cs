using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>Integers in English words: <c>Two Thousand, Seven Hundred and Eighty-Ninth</c>.</summary>
internal static class NumberWords
{
    private static readonly string[] s_cardinals =
    [
        "Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen",
        "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen",
    ];

    private static readonly string[] s_ordinals =
    [
        "Zeroth", "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth", "Eleventh", "Twelfth",
        "Thirteenth", "Fourteenth", "Fifteenth", "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth",
    ];

    private static readonly string[] s_tens = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety", "Hundred"];

    private static readonly string[] s_magnitudes = ["Thousand", "Million", "Billion", "Trillion"];

    private static readonly FrozenDictionary<string, double> s_values = ListValues();

    /// <summary>All words that numbers are made of, in small letters.</summary>
    public static IEnumerable<string> All => s_values.Keys;

    public static string Write(double value, bool isOrdinal)
    {
        var words = new StringBuilder();
        Append(words, value, follows: false, isOrdinal);
        return words.ToString();
    }

    /// <summary>The number that the words say; null where one of them is no word of numbers.</summary>
    public static double? Read(string text)
    {
        var segments = new Stack<double>([0]);
        foreach (string word in Split(text.ToLowerInvariant()))
        {
            if (!s_values.TryGetValue(word, out double value))
            {
                return null;
            }

            double top = segments.Pop();
            if (value >= 100)
            {
                segments.Push(top * value);
                continue;
            }

            if (top >= 1000)
            {
                segments.Push(top);
                top = 0;
            }

            segments.Push(top + value);
        }

        return segments.Sum();
    }

    private static string[] Split(string text) =>
        text.Replace(", ", " ", StringComparison.Ordinal)
            .Replace(" and ", " ", StringComparison.Ordinal)
            .Split([' ', '\t', '\n', '\r', '-']);

    private static void Append(StringBuilder words, double value, bool follows, bool isOrdinal)
    {
        switch (value)
        {
            case < 20:
                words.Append(follows ? " and " : "").Append((isOrdinal ? s_ordinals : s_cardinals)[(int)value]);
                break;
            case < 100:
                words.Append(follows ? " and " : "").Append(s_tens[((int)value / 10) - 2]);
                if (value % 10 > 0)
                {
                    words.Append('-');
                    Append(words, value % 10, follows: false, isOrdinal);
                }
                else if (isOrdinal)
                {
                    words.Length--;
                    words.Append("ieth");
                }

                break;
            case < 1000:
                words.Append(follows ? ", " : "").Append(s_cardinals[(int)value / 100]).Append(" Hundred");
                AppendRest(words, value % 100, isOrdinal);
                break;
            default:
                int magnitude = Math.Min((int)Math.Floor(Math.Log10(value) / 3), s_magnitudes.Length);
                double factor = Math.Pow(10, 3 * magnitude);
                double count = Math.Floor(value / factor);
                words.Append(follows ? ", " : "");
                Append(words, count, follows: false, isOrdinal: false);
                words.Append(' ').Append(s_magnitudes[magnitude - 1]);
                AppendRest(words, value - (count * factor), isOrdinal);
                break;
        }
    }

    private static void AppendRest(StringBuilder words, double rest, bool isOrdinal)
    {
        if (rest > 0)
        {
            Append(words, rest, follows: true, isOrdinal);
        }
        else if (isOrdinal)
        {
            words.Append("th");
        }
    }

    private static FrozenDictionary<string, double> ListValues()
    {
        var values = new Dictionary<string, double>(StringComparer.Ordinal);
        for (int i = 0; i < s_cardinals.Length; i++)
        {
            values.Add(Small(s_cardinals[i]), i);
            values.Add(Small(s_ordinals[i]), i);
        }

        for (int i = 0; i < s_tens.Length; i++)
        {
            string word = Small(s_tens[i]);
            values.Add(word, 10 * (i + 2));
            values.Add(word.EndsWith('y') ? word[..^1] + "ieth" : word + "th", 10 * (i + 2));
        }

        for (int i = 0; i < s_magnitudes.Length; i++)
        {
            values.Add(Small(s_magnitudes[i]), Math.Pow(10, 3 * (i + 1)));
            values.Add(Small(s_magnitudes[i]) + "th", Math.Pow(10, 3 * (i + 1)));
        }

        return values.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Small(string word) => word.ToLowerInvariant();
}
