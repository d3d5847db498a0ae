using System;
using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using StateMachineGen.Tracing;

namespace Tutorial.Reporting;

/// <summary>A timeline of states for each execution.</summary>
internal static class TimelineReport
{
    private const int MinWidth = 42;
    private const int MaxWidth = 120;

    public static void Write(IAnsiConsole console, ImmutableArray<ExecutionTimeline> timelines)
    {
        // One column less than the terminal has: some of them wrap a line that fills the last one.
        int width = Math.Clamp(console.Profile.Width - 1, MinWidth, MaxWidth);
        console.WriteLine();
        console.MarkupLine("[bold]Timelines[/]");
        foreach (ExecutionTimeline timeline in timelines)
        {
            string duration = timeline.Duration.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            console.MarkupLine($"[bold]{timeline.Execution}[/] [{Colours.OfStatus(timeline.Status)}]{timeline.Status}[/] after {duration} s");
            ImmutableArray<string> lines = timeline.Render(width - 2, console.Profile.Capabilities.Unicode);
            for (int i = 0; i < lines.Length; i++)
            {
                string line = Markup.Escape(lines[i].TrimEnd());
                console.MarkupLine(timeline.Visits[i].Error is null ? $"  {line}" : $"  [{Colours.Fault}]{line}[/]");
            }
        }
    }
}
