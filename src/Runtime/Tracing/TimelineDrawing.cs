using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Tracing;

/// <summary>Draws a timeline with characters.</summary>
internal static class TimelineDrawing
{
    private const int MinWidth = 40;
    private const int DurationWidth = 8;

    public static ImmutableArray<string> Draw(ExecutionTimeline timeline, int width, bool unicode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, MinWidth);
        if (timeline.Visits.IsEmpty)
        {
            return [];
        }

        string[] notes = [.. timeline.Visits.Select(v => Note(v, unicode))];
        int nameWidth = Math.Min(timeline.Visits.Max(v => v.State.Length + (2 * v.Depth)), width * 3 / 10);
        int noteWidth = Math.Min(notes.Max(n => n.Length), width * 4 / 10);
        int barWidth = width - nameWidth - DurationWidth - noteWidth - 3;
        return
        [
            .. timeline.Visits.Select((visit, i) => string.Join(
                ' ',
                FitName(new string(' ', 2 * visit.Depth) + visit.State, nameWidth, unicode),
                Bar(visit, timeline.Duration, barWidth, unicode),
                DurationText.Of(visit.Duration).PadLeft(DurationWidth),
                Fit(notes[i], noteWidth, unicode))),
        ];
    }

    private static string Note(TimelineVisit visit, bool unicode)
    {
        string attempts = visit.Attempts > 1 ? string.Create(CultureInfo.InvariantCulture, $"x{visit.Attempts} ") : "";
        string error = visit.Error is null ? "" : $"! {visit.Error}";
        string caught = visit.CaughtBy is null ? "" : $"{(unicode ? " → " : " -> ")}{visit.CaughtBy}";
        return (attempts + error + caught).TrimEnd();
    }

    private static string Bar(TimelineVisit visit, TimeSpan total, int width, bool unicode)
    {
        (char work, char failed, char wait, char instant) = unicode ? ('█', '▒', '·', '│') : ('=', 'x', '.', '|');
        Span<char> bar = new char[width];
        bar.Fill(' ');
        if (visit.Duration == TimeSpan.Zero)
        {
            bar[Math.Min(Column(visit.Offset), width - 1)] = instant;
            return bar.ToString();
        }

        if (visit.Parts.IsEmpty)
        {
            Paint(bar, visit.Offset, visit.Duration, visit.Error is null ? work : failed);
            return bar.ToString();
        }

        Paint(bar, visit.Offset, visit.Duration, wait);
        foreach (TimelineAttempt attempt in visit.Parts)
        {
            Paint(bar, attempt.Offset, attempt.Duration, attempt.Failed ? failed : work);
        }

        return bar.ToString();

        int Column(TimeSpan offset) =>
            total <= TimeSpan.Zero ? 0 : (int)Math.Clamp(Math.Round(width * (offset / total)), 0, width);

        void Paint(Span<char> row, TimeSpan offset, TimeSpan duration, char glyph)
        {
            int from = Math.Min(Column(offset), width - 1);
            int to = Math.Max(Column(offset + duration), from + 1);
            row[from..to].Fill(glyph);
        }
    }

    /// <summary>A name cut in the middle: names of states often begin alike and differ in their ends. AWS lets them hold line ends and tabs.</summary>
    private static string FitName(string name, int width, bool unicode)
    {
        name = string.Concat(name.Select(static c => char.IsControl(c) ? ' ' : c));
        int head = (width - 1) / 2;
        return name.Length <= width ? name.PadRight(width) : name[..head] + Ellipsis(unicode) + name[^(width - 1 - head)..];
    }

    private static string Fit(string text, int width, bool unicode) =>
        text.Length <= width ? text.PadRight(width) : text[..(width - 1)] + Ellipsis(unicode);

    private static char Ellipsis(bool unicode) => unicode ? '…' : '~';
}
