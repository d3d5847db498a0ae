using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Tracing;

/// <summary>The state graphs of the machines, and of each execution its end and its visits.</summary>
internal static class GraphSection
{
    // A browser measures every cell of a table before it shows the first.
    private const int MostOpenVisits = 300;

    public static void Add(HtmlText html, ReportModel model, PayloadTable payloads)
    {
        html.AddRaw("<section class=\"card\" id=\"state-graph\" aria-labelledby=\"state-graph-title\">\n<div class=\"bar\"><h2 id=\"state-graph-title\">State graph</h2><span class=\"tools scripted\" id=\"iterations\"></span></div>\n");
        foreach (ReportedRun run in model.Runs)
        {
            AddEnd(html, run);
        }

        foreach (ReportedMachine machine in model.Machines)
        {
            AddMachine(html, machine, model);
        }

        foreach (ReportedRun run in model.Runs)
        {
            AddVisits(html, run, payloads);
        }

        html.Add($"<p class=\"empty\" id=\"no-run\" {(model.Runs.IsEmpty ? "" : "hidden")}>There is no execution to show: set LocalOptions.Report.</p>\n</section>\n");
    }

    /// <summary>The graph, marked with all executions together; a script marks it anew for the chosen one.</summary>
    private static void AddMachine(HtmlText html, ReportedMachine machine, ReportModel model)
    {
        StateMachine definition = Definition.Read(machine.Definition).Machine!;
        ExecutionMarks marks = model.Runs.Where(run => run.Machine == machine)
            .Select(run => run.Marks)
            .Aggregate(static (all, run) => all.With(run));
        html.Add($"<figure class=\"machine\" data-machine=\"{machine.Index}\">\n<figcaption><bdi>{machine.Name}</bdi>, all executions together</figcaption>\n<div class=\"scroll picture\">")
            .AddRaw(SvgWriter.Write(StateGraph.Create(definition, machine.Name), marks)).AddRaw("</div>\n</figure>\n");
    }

    private static void AddEnd(HtmlText html, ReportedRun run)
    {
        html.Add($"<article class=\"run\" data-run=\"{run.Index}\">\n<dl class=\"strip\"><div><dt>Execution</dt><dd><bdi>{run.Run.Name}</bdi></dd></div><div><dt>Status</dt><dd>");
        Word.Of(run.Status).Write(html);
        html.Add($"</dd></div><div><dt>Started</dt><dd>{Units.Time(run.Run.StartTime)}</dd></div><div><dt>Duration</dt><dd>{Units.Duration(run.Duration)}</dd></div><div><dt>Transitions</dt><dd>{run.Visits.Length}</dd></div><div><dt>ARN</dt><dd><code>{run.Run.Arn}</code></dd></div></dl>\n");
        if (run.Record.TestFailure is { } reason)
        {
            html.Add($"<div class=\"banner\"><b>Test failed <bdi>{run.Record.Test}</bdi></b><pre>{reason}</pre></div>\n");
        }

        if (run.Failure is { } failure && (failure.Error ?? failure.Cause) is not null)
        {
            html.Add($"<div class=\"banner\"><b><bdi>{failure.Error ?? "The execution failed"}</bdi></b><pre>{failure.Cause}</pre></div>\n");
        }

        html.AddRaw("</article>\n");
    }

    private static void AddVisits(HtmlText html, ReportedRun run, PayloadTable payloads)
    {
        html.Add($"<article class=\"run\" data-run=\"{run.Index}\">\n<details class=\"visits\"").AddRaw(run.Visits.Length > MostOpenVisits ? "" : " open").Add($"><summary>States of <bdi>{run.Run.Name}</bdi>, as they were entered</summary>\n").AddRaw("<div class=\"scroll tall\"><noscript><table>\n<thead><tr><th>State</th><th>Type</th><th>Status</th><th class=\"number\">Started after</th><th class=\"number\">Duration</th><th class=\"number\">Attempts</th><th>Error</th><th class=\"unscripted\">Data</th></tr></thead>\n<tbody>\n");
        int number = 0;
        foreach (ReportedVisit reported in run.Visits)
        {
            StateVisit visit = reported.Visit;
            int depth = 0;
            for (StateVisit? outer = visit.Outer; outer is not null; outer = outer.Outer)
            {
                depth++;
            }

            html.Add($"<tr data-visit=\"{number++}\" tabindex=\"0\"><td style=\"--depth:{depth}\"><bdi>{visit.State}</bdi>");
            if (visit.Iteration is { } iteration)
            {
                html.Add($" <small>#{iteration}</small>");
            }

            html.Add($"</td><td>{visit.Type}</td><td>");
            Word.Of(reported.Mark.Status).Write(html);
            html.Add($"</td><td class=\"number\">{Units.Duration(visit.Start - run.Run.StartTime)}</td><td class=\"number\">{Units.Duration(reported.Mark.Duration)}</td><td class=\"number\">{visit.Attempts}</td><td class=\"wrap\"><bdi>{reported.Mark.Error}</bdi></td><td class=\"unscripted\"><a href=\"#data-{payloads.Add(visit.InputValue)!.Value}\">input</a>");
            if (payloads.Add(visit.OutputValue) is { } output)
            {
                html.Add($" <a href=\"#data-{output}\">output</a>");
            }

            html.AddRaw("</td></tr>\n");
        }

        html.AddRaw("</tbody></table></noscript></div></details>\n</article>\n");
    }
}
