using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>Writes a report as one HTML page that loads nothing. Without scripts all of it is there to read, one below the other.</summary>
internal static class ReportPage
{
    public static string Write(ReportModel model)
    {
        var payloads = new PayloadTable();
        var html = new HtmlText();
        html.Add($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{PageResources.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{TitleOf(model)}</title>
            <style>
            """).AddRaw("\n").AddRaw(PageResources.Style).AddRaw("</style>\n<script>").AddRaw(PageResources.Script).AddRaw("</script>\n</head>\n<body>\n");
        AddHeader(html, model);
        html.AddRaw("<main>\n");
        RunsSection.Add(html, model);
        MapSection.Add(html, model);
        html.AddRaw("<div class=\"work\">\n<div class=\"views\">\n");
        TimelineSection.Add(html, model);
        GraphSection.Add(html, model, payloads);
        html.AddRaw("""
            </div>
            <aside class="card" id="inspector" aria-label="Inspector"><div id="nothing"><h2>Inspector</h2><p class="empty">Choose a row of the timeline or a state of the graph to see its data, attempts and errors.</p></div><div id="chosen"></div></aside>
            </div>

            """);
        PageData.Add(html, model, payloads);
        PayloadSection.Add(html, payloads);
        html.AddRaw("</main>\n").AddRaw(Keys).AddRaw("</body>\n</html>\n");
        return html.ToString();
    }

    private const string Keys = """
        <dialog id="help" aria-label="Keys">
        <h2>Keys</h2>
        <table>
        <tr><td><kbd>/</kbd></td><td>Find in the trace; <kbd>Enter</kbd> and <kbd>Shift</kbd>+<kbd>Enter</kbd> go to the next and previous place</td></tr>
        <tr><td><kbd>e</kbd> <kbd>Shift</kbd>+<kbd>E</kbd></td><td>Next and previous error</td></tr>
        <tr><td><kbd>↑</kbd> <kbd>↓</kbd> <kbd>Home</kbd> <kbd>End</kbd></td><td>Move in the timeline</td></tr>
        <tr><td><kbd>→</kbd> <kbd>←</kbd></td><td>Unfold and fold, or go in and out</td></tr>
        <tr><td><kbd>Enter</kbd></td><td>Show the row, state, execution or service</td></tr>
        <tr><td><kbd>[</kbd> <kbd>]</kbd></td><td>Fold and unfold all</td></tr>
        <tr><td><kbd>t</kbd></td><td>Light or dark</td></tr>
        <tr><td><kbd>Esc</kbd></td><td>Leave the search, clear the filter</td></tr>
        </table>
        <form method="dialog"><button>Close</button></form>
        </dialog>

        """;

    private static void AddHeader(HtmlText html, ReportModel model)
    {
        html.Add($"""
            <header>
            <div><h1>{TitleOf(model)}</h1><p>{Summary(model)}</p></div>
            <nav class="scripted" aria-label="Parts of the report"><a href="#executions">Executions</a><a href="#service-map">Service map</a><a href="#timeline">Timeline</a><a href="#state-graph">State graph</a></nav>
            <div class="tools scripted"><button data-key="t" title="Light or dark (t)">Theme</button><button data-key="?" title="Keys (?)">Keys</button></div>
            </header>

            """);
        if (model.Runs.Count(run => run.IsRunning) is var running and > 0)
        {
            html.Add($"<p class=\"notice\">{Units.Count(running, "execution", "executions")} had not ended when the report was written: what follows is how far they had come, and spans that had not ended are missing.</p>\n");
        }
    }

    private static string TitleOf(ReportModel model) =>
        model.Machines.IsEmpty ? "Execution report" : string.Join(", ", model.Machines.Select(machine => machine.Name).Distinct().Take(3)) + " · execution report";

    private static string Summary(ReportModel model)
    {
        if (model.Runs.IsEmpty)
        {
            return "No execution has this report in its options.";
        }

        IEnumerable<string> ends = model.Runs.GroupBy(run => Word.Of(run.Status).Name).Select(group => $"{group.Count()} {group.Key.ToLowerInvariant()}");
        return $"{Units.Count(model.Runs.Length, "execution", "executions")}: {string.Join(", ", ends)}. {Units.Count(model.Traces.Length, "trace", "traces")}.";
    }
}
