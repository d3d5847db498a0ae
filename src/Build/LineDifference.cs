using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Build;

/// <summary>The difference of two texts as people read it: the unified format of <c>diff -u</c>.</summary>
/// <param name="Text">The lines of the difference, separated by <c>\n</c>; empty when the texts are equal.</param>
/// <param name="FirstLine">The first line of the old text that differs, from 1; 0 when the texts are equal.</param>
internal sealed record LineDifference(string Text, int FirstLine)
{
    private const int Context = 3;

    /// <summary>What is shown at most; the rest is counted.</summary>
    private const int MaxLines = 100;

    /// <summary>The greatest table of line pairs that is worth its memory; beyond it the whole middle is shown as replaced.</summary>
    private const long MaxPairs = 4_000_000;

    /// <summary>Compares two texts line by line.</summary>
    public static LineDifference Between(string oldText, string newText, string oldLabel, string newLabel)
    {
        string[] before = Lines(oldText);
        string[] after = Lines(newText);
        List<Edit> edits = Edits(before, after);
        if (edits.All(edit => edit.Kind == ' '))
            return new LineDifference("", 0);

        var lines = new List<string> { "--- " + oldLabel, "+++ " + newLabel };
        foreach ((int start, int end) in Hunks(edits))
            Render(edits, start, end, lines);
        if (lines.Count > MaxLines)
        {
            int hidden = lines.Count - MaxLines;
            lines.RemoveRange(MaxLines, hidden);
            lines.Add($"… and {hidden} more lines");
        }

        return new LineDifference(string.Join("\n", lines), Math.Max(1, edits.First(edit => edit.Kind != ' ').OldLine));
    }

    // A text that ends with a newline has no last empty line; one that does not gets the mark that diff gives it.
    private static string[] Lines(string text)
    {
        if (text.Length == 0)
            return [];
        string[] lines = text.Split('\n');
        if (lines[lines.Length - 1].Length == 0)
            return [.. lines.Take(lines.Length - 1)];
        lines[lines.Length - 1] += "\n\\ No newline at end of file";
        return lines;
    }

    private static List<Edit> Edits(string[] before, string[] after)
    {
        int prefix = 0;
        int shorter = Math.Min(before.Length, after.Length);
        while (prefix < shorter && before[prefix] == after[prefix])
            prefix++;
        int suffix = 0;
        while (suffix < shorter - prefix && before[before.Length - 1 - suffix] == after[after.Length - 1 - suffix])
            suffix++;

        var edits = new List<Edit>();
        int oldLine = 0;
        int newLine = 0;
        void Keep() => edits.Add(new Edit(' ', before[oldLine], ++oldLine, ++newLine));
        void Remove() => edits.Add(new Edit('-', before[oldLine], ++oldLine, newLine + 1));
        void Add() => edits.Add(new Edit('+', after[newLine], oldLine + 1, ++newLine));

        int oldEnd = before.Length - suffix;
        int newEnd = after.Length - suffix;
        while (oldLine < prefix)
            Keep();
        int[,]? common = CommonLines(before, after, prefix, oldEnd, newEnd);
        while (oldLine < oldEnd || newLine < newEnd)
        {
            bool bothLeft = oldLine < oldEnd && newLine < newEnd;
            if (bothLeft && common is not null && before[oldLine] == after[newLine])
                Keep();
            else if (oldLine < oldEnd
                && (!bothLeft || common is null || common[oldLine + 1 - prefix, newLine - prefix] >= common[oldLine - prefix, newLine + 1 - prefix]))
                Remove();
            else
                Add();
        }

        while (oldLine < before.Length)
            Keep();
        return edits;
    }

    // common[i, j]: how many lines the rests from i and j have in common, at most (the longest common subsequence).
    private static int[,]? CommonLines(string[] before, string[] after, int start, int oldEnd, int newEnd)
    {
        int height = oldEnd - start;
        int width = newEnd - start;
        if ((long)height * width > MaxPairs)
            return null;
        var common = new int[height + 1, width + 1];
        for (int i = height - 1; i >= 0; i--)
        {
            for (int j = width - 1; j >= 0; j--)
            {
                common[i, j] = before[start + i] == after[start + j]
                    ? common[i + 1, j + 1] + 1
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static IEnumerable<(int Start, int End)> Hunks(List<Edit> edits)
    {
        int start = -1;
        int end = 0;
        for (int i = 0; i < edits.Count; i++)
        {
            if (edits[i].Kind == ' ')
                continue;
            if (start >= 0 && i - Context > end)
            {
                yield return (start, end);
                start = -1;
            }

            if (start < 0)
                start = Math.Max(0, i - Context);
            end = Math.Min(edits.Count, i + 1 + Context);
        }

        if (start >= 0)
            yield return (start, end);
    }

    private static void Render(List<Edit> edits, int start, int end, List<string> lines)
    {
        List<Edit> hunk = edits.GetRange(start, end - start);
        lines.Add($"@@ -{Range(hunk, '+', hunk[0].OldLine)} +{Range(hunk, '-', hunk[0].NewLine)} @@");
        foreach (Edit edit in hunk)
            lines.AddRange((edit.Kind + edit.Text).Split('\n'));
    }

    // By diff's convention, a side without lines is placed after the line before it.
    private static string Range(List<Edit> hunk, char otherSide, int firstLine)
    {
        int count = hunk.Count(edit => edit.Kind != otherSide);
        return $"{(count == 0 ? firstLine - 1 : firstLine)},{count}";
    }

    /// <param name="Kind">' ' for a line of both texts, '-' of the old one only, '+' of the new one only.</param>
    /// <param name="Text">The line.</param>
    /// <param name="OldLine">Where it is, or would be, in the old text, from 1.</param>
    /// <param name="NewLine">Where it is, or would be, in the new text, from 1.</param>
    private sealed record Edit(char Kind, string Text, int OldLine, int NewLine);
}
