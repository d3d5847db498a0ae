using System;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>The list of executions.</summary>
internal static class RunsSection
{
    public static void Add(HtmlText html, ReportModel model)
    {
        html.AddRaw("<section class=\"card\" id=\"executions\" aria-labelledby=\"executions-title\">\n<div class=\"bar\"><h2 id=\"executions-title\">Executions</h2>");
        AddFilters(html, model);
        html.AddRaw("</div>\n");
        AddFailedTests(html, model);
        if (model.Runs.IsEmpty)
        {
            html.AddRaw("<p class=\"empty\">There are none. Set LocalOptions.Report, so that executions are shown here.</p>\n</section>\n");
            return;
        }

        bool hasTests = model.Runs.Any(run => (run.Record.Test ?? run.Record.TestFailure) is not null);
        html.AddRaw("<div class=\"scroll tall\"><table class=\"runs\">\n<thead><tr><th>Status</th>")
            .AddRaw(hasTests ? "<th>Test</th>" : "")
            .AddRaw("<th>Execution</th><th>State machine</th><th>Started</th><th class=\"number\">Duration</th><th class=\"number\">Transitions</th><th>Error</th></tr></thead>\n<tbody>\n");
        ILookup<ReportedRun?, ReportedRun> children = model.Runs.ToLookup(run => run.Parent);
        foreach (ReportedRun run in model.Runs)
        {
            AddRun(html, run, hasTests, children[run].Count());
        }

        html.AddRaw("</tbody></table></div>\n</section>\n");
    }

    private static void AddFailedTests(HtmlText html, ReportModel model)
    {
        if (!model.FailedTests.IsEmpty)
        {
            html.AddRaw("<div class=\"scroll tall\">\n");
            foreach (FailedTest test in model.FailedTests)
            {
                html.Add($"<div class=\"banner\"><b>Test failed <bdi>{test.Name}</bdi></b><pre>{test.Failure}</pre></div>\n");
            }

            html.AddRaw("</div>\n");
        }
    }

    private static void AddFilters(HtmlText html, ReportModel model)
    {
        var ends = model.Runs.GroupBy(run => Word.Of(run.Status)).ToArray();
        if (ends.Length > 1)
        {
            html.Add($"<span class=\"chips scripted\" role=\"group\" aria-label=\"Show executions that\"><button data-filter=\"\" aria-pressed=\"true\">All {model.Runs.Length}</button>");
            foreach (var end in ends)
            {
                html.Add($"<button data-filter=\"{end.Key.Name}\" aria-pressed=\"false\"><span class=\"word {end.Key.Class}\"><i aria-hidden=\"true\">{end.Key.Sign}</i></span> {end.Key.Name} {end.Count()}</button>");
            }

            html.AddRaw("</span>");
        }

        html.AddRaw("<span class=\"chips scripted\" id=\"service-filter\"></span>");
    }

    private static void AddRun(HtmlText html, ReportedRun run, bool hasTests, int children)
    {
        Word word = Word.Of(run.Status);
        html.Add($"<tr data-run=\"{run.Index}\" data-status=\"{word.Name}\" data-trace=\"{run.Trace?.Index ?? -1}\" data-parent=\"{run.Parent?.Index ?? -1}\"><td>");
        word.Write(html);
        html.AddRaw("</td>");
        if (hasTests)
        {
            html.Add($"<td class=\"{(run.Record.TestFailure is null ? "" : "failed")}\"><bdi>{run.Record.Test ?? (run.Record.TestFailure is null ? "" : "failed")}</bdi></td>");
        }

        html.Add($"<td class=\"{(run.Parent is null ? "" : "nested")}\"><a href=\"#run={Uri.EscapeDataString(run.Key)}\"><bdi>{run.Run.Name}</bdi></a>");
        if (children > 0)
        {
            html.Add($" <button class=\"fold scripted\" aria-expanded=\"true\" title=\"Executions that it started\">{children}</button>");
        }

        html.Add($"</td><td><bdi>{run.Machine.Name}</bdi></td><td class=\"time\">{Units.Time(run.Run.StartTime)}</td><td class=\"number\">{Units.Duration(run.Duration)}</td>");
        html.Add($"<td class=\"number\">{run.Visits.Length}</td><td class=\"wrap\"><bdi>{run.Failure?.Error}</bdi>");
        if (run.Failure is { Error: null } && run.CaughtError is { } caught)
        {
            html.Add($"<small><bdi>{caught}</bdi>, caught</small>");
        }

        html.AddRaw("</td></tr>\n");
    }
}
