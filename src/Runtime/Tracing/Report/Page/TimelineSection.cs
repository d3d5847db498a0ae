using System;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>The timelines of the traces.</summary>
internal static class TimelineSection
{
    public static void Add(HtmlText html, ReportModel model)
    {
        html.AddRaw("<section class=\"card\" id=\"timeline\" aria-labelledby=\"timeline-title\">\n<div class=\"bar\"><h2 id=\"timeline-title\">Timeline</h2>");
        html.AddRaw("""
            <span class="tools scripted"><input id="find" type="search" placeholder="Find in the trace  ( / )" aria-label="Find in the trace"><output id="found"></output><button data-key="E" title="Previous error (Shift+E)">↑ Error</button><button data-key="e" title="Next error (e)">↓ Error</button><button data-key="[" title="Fold all ( [ )">Fold all</button><button data-key="]" title="Unfold all ( ] )">Unfold all</button></span></div>

            """);
        ILookup<ReportedTrace?, ReportedRun> runs = model.Runs.ToLookup(run => run.Trace);
        foreach (ReportedTrace trace in model.Traces)
        {
            html.Add($"<article class=\"trace\" data-trace=\"{trace.Index}\"><noscript>\n<dl class=\"strip\"><div><dt>Trace</dt><dd><code>{trace.Id}</code></dd></div><div><dt>Started</dt><dd>{Units.Time(trace.Start)}</dd></div><div><dt>Duration</dt><dd>{Units.Duration(trace.Duration)}</dd></div><div><dt>Segments</dt><dd>{trace.Segments.Count}</dd></div>");
            ReportedRun[] executions = [.. runs[trace].Where(run => run.Parent is null)];
            if (executions.Length > 0)
            {
                html.AddRaw("<div><dt>Execution</dt><dd>");
                foreach (ReportedRun run in executions)
                {
                    html.Add($"<a href=\"#run={Uri.EscapeDataString(run.Key)}\"><bdi>{run.Run.Name}</bdi></a> ");
                }

                html.AddRaw("</dd></div>");
            }

            html.AddRaw("</dl>\n");
            TimelineGrid.Add(html, trace);
            html.AddRaw("</noscript></article>\n");
        }

        html.Add($"<p class=\"empty\" id=\"no-trace\" {(model.Traces.IsEmpty ? "" : "hidden")}>This execution has no trace: nobody listened, or its caller decided not to sample it.</p>\n</section>\n");
    }
}
