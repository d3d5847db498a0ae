using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Spectre.Console;
using StateMachineGen.Tracing;

namespace Tutorial.Reporting;

/// <summary>A row for each execution: path, status, duration, error.</summary>
internal static class ExecutionTable
{
    public static void Write(IAnsiConsole console, ImmutableArray<ExecutionTimeline> timelines)
    {
        string arrow = console.Profile.Capabilities.Unicode ? " → " : " -> ";
        console.WriteLine();
        console.MarkupLine("[bold]Executions[/]");
        Table table = new Table { Border = TableBorder.None }
            .AddColumn(Column("Execution").NoWrap())
            .AddColumn(Column("Path"))
            .AddColumn(Column("Status").NoWrap())
            .AddColumn(Column("Duration").NoWrap().RightAligned())
            .AddColumn(Column("Error").NoWrap());
        foreach (ExecutionTimeline timeline in timelines)
        {
            table.AddRow(
                Markup.Escape(timeline.Execution),
                Markup.Escape(string.Join(arrow, timeline.Visits.Select(v => v.State))),
                $"[{Colours.OfStatus(timeline.Status)}]{Markup.Escape(timeline.Status)}[/]",
                timeline.Duration.TotalSeconds.ToString("0.000 s", CultureInfo.InvariantCulture),
                // What led to a Fail state says more than the error that the state itself gives, here none.
                Markup.Escape(timeline.Visits.LastOrDefault(v => v.CaughtBy is not null)?.Error ?? timeline.Error ?? ""));
        }

        console.Write(table);
        console.WriteLine();
    }

    private static TableColumn Column(string heading) => new TableColumn($"[grey]{heading}[/]").Padding(0, 0, 2, 0);
}
