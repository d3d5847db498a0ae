using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Spectre.Console;
using StateMachineGen.Tracing;

namespace Tutorial.Reporting;

/// <summary>For each execution a row with status, duration and error, and its path below.</summary>
internal static class ExecutionTable
{
    private const string Indent = "  ";
    private const int StatusWidth = 9;
    private const int DurationWidth = 10;

    public static void Write(IAnsiConsole console, ImmutableArray<ExecutionTimeline> timelines)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Executions[/]");
        int nameWidth = timelines.Select(t => t.Execution.Length).Append("Execution".Length).Max();
        console.MarkupLine($"[grey]{"Execution".PadRight(nameWidth)}  {"Status".PadRight(StatusWidth)}  {"Duration".PadLeft(DurationWidth)}  Error[/]");
        foreach (ExecutionTimeline timeline in timelines)
        {
            string name = Markup.Escape(timeline.Execution.PadRight(nameWidth));
            string status = $"[{Colours.OfStatus(timeline.Status)}]{Markup.Escape(timeline.Status.PadRight(StatusWidth))}[/]";
            string duration = timeline.Duration.TotalSeconds.ToString("0.000 s", CultureInfo.InvariantCulture).PadLeft(DurationWidth);
            // What led to a Fail state says more than the error that the state itself gives, here none.
            string error = timeline.Visits.LastOrDefault(v => v.CaughtBy is not null)?.Error ?? timeline.Error ?? "";
            bool fits = nameWidth + StatusWidth + DurationWidth + error.Length + (3 * Indent.Length) <= console.Profile.Width;
            console.MarkupLine($"{name}  {status}  {duration}  {(fits ? Markup.Escape(error) : "")}".TrimEnd());
            if (!fits)
            {
                console.MarkupLine(Indent + Markup.Escape(error));
            }

            WritePath(console, timeline);
        }

        console.WriteLine();
    }

    private static void WritePath(IAnsiConsole console, ExecutionTimeline timeline)
    {
        string arrow = console.Profile.Capabilities.Unicode ? " → " : " -> ";
        string line = Indent;
        foreach (TimelineVisit visit in timeline.Visits)
        {
            if (line == Indent)
            {
                line += visit.State;
            }
            else if (line.Length + arrow.Length + visit.State.Length < console.Profile.Width)
            {
                line += arrow + visit.State;
            }
            else
            {
                console.MarkupLine(Markup.Escape(line));
                line = Indent + arrow + visit.State;
            }
        }

        console.MarkupLine(Markup.Escape(line));
    }
}
