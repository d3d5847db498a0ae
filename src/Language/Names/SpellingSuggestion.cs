using System;
using System.Collections.Generic;

namespace StateMachineGen.Language.Names;

/// <summary>Finds the name that a misspelt one was meant to be.</summary>
public static class SpellingSuggestion
{
    /// <summary>The nearest of the names, or null when none is near enough to be meant.</summary>
    /// <param name="text">The misspelt name.</param>
    /// <param name="names">The names that there are.</param>
    public static string? Find(string text, IEnumerable<string> names)
    {
        string? nearest = null;

        // What qualifies a name, such as 'States.', is common to many that have nothing else in common.
        int length = text.Length - (text.LastIndexOf('.') + 1);
        int least = Math.Max(1, length / 3) + 1;
        foreach (string name in names)
        {
            if (Math.Abs(name.Length - text.Length) < least && CountEdits(text, name, least) is int edits && edits < least)
            {
                nearest = name;
                least = edits;
            }
        }

        return nearest;
    }

    /// <summary>
    /// The least number of letters to insert, remove, replace or swap with a neighbour; the case of letters does not count, as it is
    /// the mistake that is made most often.
    /// </summary>
    private static int CountEdits(string from, string to, int limit)
    {
        int[] beforeLast = new int[to.Length + 1];
        int[] last = new int[to.Length + 1];
        int[] row = new int[to.Length + 1];
        for (int j = 0; j <= to.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= from.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int replaced = last[j - 1] + (AreSame(from[i - 1], to[j - 1]) ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && AreSame(from[i - 1], to[j - 2]) && AreSame(from[i - 2], to[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }

                least = Math.Min(least, row[j]);
            }

            if (least >= limit)
            {
                return limit;
            }

            (beforeLast, last, row) = (last, row, beforeLast);
        }

        return last[to.Length];
    }

    private static bool AreSame(char a, char b) => char.ToLowerInvariant(a) == char.ToLowerInvariant(b);
}
