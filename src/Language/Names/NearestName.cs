using System;
using System.Collections.Generic;

namespace StateMachineGen.Language.Names;

/// <summary>Finds what somebody meant who wrote a name that does not exist.</summary>
public static class NearestName
{
    /// <summary>The nearest of some names, or null when none is near enough to be meant.</summary>
    /// <param name="name">What was written.</param>
    /// <param name="candidates">What exists. Of several that are equally near the first one is taken.</param>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        string? nearest = null;
        int least = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            int distance = string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase) ? 0 : Measure(name, candidate, least);
            if (distance < least)
            {
                (nearest, least) = (candidate, distance);
            }
        }

        return nearest;
    }

    /// <summary>The number of letters to insert, remove, replace, or exchange with their neighbour; <paramref name="limit"/> when it is no less.</summary>
    private static int Measure(string first, string second, int limit)
    {
        if (Math.Abs(first.Length - second.Length) >= limit)
        {
            return limit;
        }

        int[] beforeLast = new int[second.Length + 1];
        int[] last = new int[second.Length + 1];
        int[] current = new int[second.Length + 1];
        for (int j = 0; j <= second.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= first.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int cost = char.ToUpperInvariant(first[i - 1]) == char.ToUpperInvariant(second[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && first[i - 1] == second[j - 2] && first[i - 2] == second[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[second.Length];
    }
}
