using System.Globalization;
using System.Linq;
using Spectre.Console;
using StateMachineGen.Tracing;

namespace Tutorial.Reporting;

/// <summary>A row for each node of X-Ray's service map.</summary>
internal static class ServiceTable
{
    private const int TableWidth = 80;

    public static void Write(IAnsiConsole console, ServiceMap map)
    {
        console.MarkupLine("[bold]Service map[/]");
        ServiceNode[] services = [.. map.Nodes.Where(node => !node.IsClient)];
        if (console.Profile.Width < TableWidth)
        {
            WriteNarrow(console, services);
            return;
        }

        Table table = new Table { Border = TableBorder.None }
            .AddColumn(Column("Name", gap: 2))
            .AddColumn(Column("Type", gap: 2))
            .AddColumn(Column("Success", gap: 1).RightAligned())
            .AddColumn(Column("Error", gap: 1).RightAligned())
            .AddColumn(Column("Throttle", gap: 1).RightAligned())
            .AddColumn(Column("Fault", gap: 0).RightAligned());
        foreach (ServiceNode service in services)
        {
            table.AddRow(
                Markup.Escape(service.Name),
                Markup.Escape(service.Type),
                Count(service.Requests.OkCount, Colours.Ok),
                Count(service.Requests.ErrorCount, Colours.Error),
                Count(service.Requests.ThrottleCount, Colours.Throttle),
                Count(service.Requests.FaultCount, Colours.Fault));
        }

        console.Write(table);
    }

    private static void WriteNarrow(IAnsiConsole console, ServiceNode[] services)
    {
        foreach (ServiceNode service in services)
        {
            console.MarkupLine($"{Markup.Escape(service.Name)} [grey]{Markup.Escape(service.Type)}[/]");
            console.MarkupLine(
                $"  {Count(service.Requests.OkCount, Colours.Ok)} success, {Count(service.Requests.ErrorCount, Colours.Error)} error, "
                + $"{Count(service.Requests.ThrottleCount, Colours.Throttle)} throttle, {Count(service.Requests.FaultCount, Colours.Fault)} fault");
        }
    }

    // Without borders and with narrow gaps all columns fit into 80 characters.
    private static TableColumn Column(string heading, int gap) => new TableColumn($"[grey]{heading}[/]").NoWrap().Padding(0, 0, gap, 0);

    private static string Count(int count, string colour)
    {
        string text = count.ToString(CultureInfo.InvariantCulture);
        return count == 0 ? text : $"[{colour}]{text}[/]";
    }
}
