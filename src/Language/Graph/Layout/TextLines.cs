using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>A text broken into lines that fit a width; what does not fit the last one is left out and an ellipsis says so.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="Width">The width of the longest, in pixels.</param>
internal sealed record TextLines(ImmutableArray<string> Lines, double Width)
{
    /// <summary>No text.</summary>
    public static TextLines None { get; } = new(ImmutableArray<string>.Empty, 0);

    /// <summary>Breaks a printable text.</summary>
    public static TextLines Break(string text, double fontSize, double maxWidth, int maxLines)
    {
        var lines = new List<string>(maxLines);
        int start = 0;
        while (start < text.Length && lines.Count < maxLines)
        {
            int end = EndOfLine(text, start, fontSize, maxWidth);
            if (end < text.Length && lines.Count == maxLines - 1)
            {
                // The ellipsis needs room too.
                end = FittingEnd(text, start, fontSize, maxWidth - (0.9 * fontSize));
                lines.Add(text.Substring(start, end - start).TrimEnd() + "…");
                break;
            }

            string line = text.Substring(start, end - start).Trim();
            if (line.Length > 0)
            {
                lines.Add(line);
            }

            start = end;
        }

        return new TextLines([.. lines], lines.Count == 0 ? 0 : lines.Max(line => TextMetrics.Width(line, fontSize)));
    }

    /// <summary>Several texts under each other.</summary>
    public static TextLines Join(IEnumerable<TextLines> texts)
    {
        ImmutableArray<TextLines> all = [.. texts];
        return new TextLines([.. all.SelectMany(text => text.Lines)], all.Length == 0 ? 0 : all.Max(text => text.Width));
    }

    /// <summary>Where the line ends that starts at an offset: at the last place that words may be parted, else at the last that fits.</summary>
    private static int EndOfLine(string text, int start, double fontSize, double maxWidth)
    {
        int fitting = FittingEnd(text, start, fontSize, maxWidth);
        if (fitting == text.Length)
        {
            return fitting;
        }

        return LastBreak(text, start, fitting, isBlankOnly: true) ?? LastBreak(text, start, fitting, isBlankOnly: false) ?? fitting;
    }

    /// <summary>The last place to part words; none where the line would be less than a third of what fits, which is no better than a parted word.</summary>
    private static int? LastBreak(string text, int start, int fitting, bool isBlankOnly)
    {
        for (int end = fitting; end > start + ((fitting - start) / 3); end--)
        {
            if (isBlankOnly ? text[end - 1] == ' ' || text[end] == ' ' : IsBreak(text, end))
            {
                return end;
            }
        }

        return null;
    }

    private static int FittingEnd(string text, int start, double fontSize, double maxWidth)
    {
        double width = 0;
        int end = start;
        while (end < text.Length)
        {
            width += TextMetrics.CharacterWidth(text[end]) * fontSize;
            if (width > maxWidth && end > start)
            {
                break;
            }

            end++;
        }

        while (end < text.Length && end > start + 1 && LabelText.BelongsToPrevious(text, end))
        {
            end--;
        }

        return end;
    }

    /// <summary>Whether a line may begin at an offset: after a blank or a sign, or where a word begins in CamelCase.</summary>
    private static bool IsBreak(string text, int index) =>
        text[index - 1] is ' ' or '-' or '_' or '/' or ',' or ':' or '.'
        || (char.IsLower(text[index - 1]) && char.IsUpper(text[index]));
}
