using System.Collections.Generic;

namespace StateMachineGen.Language.Rules;

/// <summary>Lists of words as sentences have them.</summary>
internal static class Words
{
    /// <summary>Joins words with commas, and the last two with a conjunction: <c>A, B and C</c>.</summary>
    public static string Join(IReadOnlyList<string> words, string conjunction)
    {
        string text = words[0];
        for (int i = 1; i < words.Count; i++)
        {
            text += (i == words.Count - 1 ? " " + conjunction + " " : ", ") + words[i];
        }

        return text;
    }
}
