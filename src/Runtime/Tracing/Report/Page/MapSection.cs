using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>The service map of all traces.</summary>
internal static class MapSection
{
    public static void Add(HtmlText html, ReportModel model)
    {
        html.AddRaw("<section class=\"card\" id=\"service-map\" aria-labelledby=\"service-map-title\">\n<div class=\"bar\"><h2 id=\"service-map-title\">Service map</h2><span class=\"hint scripted\">Choose a service or a connection to see its executions only.</span></div>\n");
        if (model.Traces.IsEmpty)
        {
            html.AddRaw("<p class=\"empty\">No span was collected.</p>\n");
        }
        else
        {
            html.AddRaw("<div class=\"scroll picture\">").AddRaw(ServiceMapSvg.Write(ServiceMap.Of(model.Traces.SelectMany(trace => trace.Segments)))).AddRaw("</div>\n");
        }

        html.AddRaw("</section>\n");
    }
}
