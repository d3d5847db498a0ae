using System;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>A timeline as X-Ray's console shows it: a block for each service, a row for each segment and subsegment, bars on a common ruler.</summary>
internal static class TimelineGrid
{
    /// <summary>Rows are laid out together, when they are about to be seen.</summary>
    private const int ChunkRows = 100;

    private const double MostTicks = 6;

    // The words of a later one would leave the ruler.
    private const double LastTick = 0.94;

    // Where a label right of its bar would leave the lane.
    private const double LabelsTurn = 60;

    /// <summary>Steps of the ruler that people count in, in seconds, from one minute on.</summary>
    private static readonly double[] s_longSteps = [60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 21_600, 43_200, 86_400];

    public static void Add(HtmlText html, ReportedTrace trace)
    {
        double total = trace.Duration.TotalSeconds;
        double step = StepFor(total);
        html.Add($"<div class=\"grid\" role=\"tree\" aria-label=\"Timeline of trace {trace.Id}\" style=\"--step:{(total > 0 ? 100 * step / total : 100)}%\">\n");
        html.AddRaw("<div class=\"row head\" role=\"none\"><span>Name</span><span>Res.</span><span>Duration</span><span>Status</span><span class=\"lane\">");
        for (int tick = 0; total > 0 && tick * step <= LastTick * total; tick++)
        {
            html.Add($"<b style=\"left:{100 * tick * step / total}%\">{(tick == 0 ? "0" : Units.Duration(TimeSpan.FromSeconds(tick * step)))}</b>");
        }

        html.AddRaw("</span></div>\n");
        foreach (TimelineBlock block in trace.Blocks)
        {
            html.Add($"<div class=\"row block\" role=\"treeitem\" aria-level=\"1\" aria-expanded=\"true\" data-node=\"{block.Name}|{block.Type}\"><span><i class=\"fold\"></i><b><bdi>{block.Name}</bdi></b> <small>{block.Type}</small></span></div>\n");
            AddRows(html, block.Rows, trace);
        }

        html.AddRaw("</div>\n");
    }

    private static void AddRows(HtmlText html, ImmutableArray<TimelineRow> rows, ReportedTrace trace)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            if (i % ChunkRows == 0)
            {
                html.Add($"<div class=\"chunk\" style=\"--rows:{Math.Min(ChunkRows, rows.Length - i)}\">\n");
            }

            bool hasInner = i + 1 < rows.Length && rows[i + 1].Depth > rows[i].Depth;
            AddRow(html, rows[i], hasInner, trace);
            if ((i + 1) % ChunkRows == 0 || i + 1 == rows.Length)
            {
                html.AddRaw("</div>\n");
            }
        }
    }

    private static void AddRow(HtmlText html, TimelineRow row, bool hasInner, ReportedTrace trace)
    {
        Segment segment = row.Segment;
        Word word = Word.Of(segment.Outcome);
        string style = segment.IsBackoff ? "gap" : word.Class;
        html.Add($"<div class=\"row {style}\" role=\"treeitem\" aria-level=\"{row.Depth + 2}\"").AddRaw(hasInner ? " aria-expanded=\"true\"" : "")
            .Add($" data-span=\"{segment.Id}\" style=\"--depth:{row.Depth}\"><span>").AddRaw(hasInner ? "<i class=\"fold\"></i>" : "").Add($"<bdi>{NameOf(segment)}</bdi></span>")
            .Add($"<span>{(segment.HttpStatus is { } status ? status.ToString(System.Globalization.CultureInfo.InvariantCulture) : "–")}</span><span>{Units.Duration(segment.End - segment.Start)}</span><span>{(segment.IsBackoff ? "" : $"{word.Sign} {word.Name}")}</span>");
        double left = Place(segment.Start, trace);
        double right = Place(segment.End, trace);
        html.Add($"<span class=\"lane\"><i style=\"left:{left}%;width:{right - left}%\"></i>");
        if (LabelOf(segment) is { } label)
        {
            html.AddRaw(right <= LabelsTurn ? "<em style=\"left:" : left > 100 - LabelsTurn ? "<em style=\"right:" : "<em class=\"over\" style=\"left:")
                .Add($"{(right <= LabelsTurn ? right : left > 100 - LabelsTurn ? 100 - left : left)}%\">{label}</em>");
        }

        html.AddRaw("</span></div>\n");
    }

    /// <summary>The name before X-Ray's rules for names took characters from it.</summary>
    private static string NameOf(Segment segment) =>
        segment.Annotations.FirstOrDefault(annotation => annotation.Key == "state").Value as string ?? segment.Name;

    /// <summary>What a call does, or what went wrong and where that led.</summary>
    private static string? LabelOf(Segment segment)
    {
        string? error = segment.Cause?.Exceptions is [var exception, ..] ? exception.Type : null;
        string? next = segment.Annotations.FirstOrDefault(annotation => annotation.Key == "next").Value as string;
        if (error is not null)
        {
            return next is null ? error : $"{error}, caught → {next}";
        }

        string? operation = segment.Aws.FirstOrDefault(field => field.Key == "operation").Value;
        string? function = segment.Aws.FirstOrDefault(field => field.Key == "function_name").Value;
        return operation is null ? null : function is null ? operation : $"{operation}: {function}";
    }

    private static double Place(DateTime time, ReportedTrace trace) =>
        trace.Duration == TimeSpan.Zero ? 0 : Math.Clamp(100 * (time - trace.Start) / trace.Duration, 0, 100);

    private static double StepFor(double seconds)
    {
        double least = seconds / MostTicks;
        if (least > s_longSteps[0] / 2)
        {
            return s_longSteps.FirstOrDefault(step => step >= least, Math.Ceiling(least / 86_400) * 86_400);
        }

        double magnitude = least > 0 ? Math.Pow(10, Math.Floor(Math.Log10(least))) : 1;
        return magnitude * (least <= magnitude ? 1 : least <= 2 * magnitude ? 2 : least <= 5 * magnitude ? 5 : 10);
    }
}
