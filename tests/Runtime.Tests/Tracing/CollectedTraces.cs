using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Reads what a collector has, and holds it to X-Ray's rules.</summary>
internal static class CollectedTraces
{
    /// <summary>The only trace, which keeps the rules.</summary>
    public static XRayTrace Only(XRayTraceCollector collector, params string[] remoteParents)
    {
        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document)), remoteParents).ShouldBeEmpty();
        return trace;
    }

    /// <summary>Which rules a trace breaks.</summary>
    public static IReadOnlyList<string> Faults(XRayTrace trace) =>
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document)));

    /// <summary>The only segment of a type.</summary>
    public static JsonElement Segment(XRayTrace trace, string origin) =>
        trace.Segments.Select(s => JsonDocument.Parse(s.Document).RootElement)
            .Where(s => s.TryGetProperty("origin", out JsonElement value) && value.GetString() == origin)
            .ShouldHaveSingleItem();

    /// <summary>The names of segments and subsegments, with type, namespace and flags, indented as they are nested.</summary>
    public static string Tree(XRayTrace trace, string? origin = null)
    {
        var text = new StringBuilder();
        foreach (JsonElement segment in trace.Segments.Select(s => JsonDocument.Parse(s.Document).RootElement))
        {
            if (origin is null || segment.GetProperty("origin").GetString() == origin)
            {
                Append(segment, 0);
            }
        }

        return text.ToString();

        void Append(JsonElement part, int depth)
        {
            text.Append(' ', 2 * depth).Append(part.GetProperty("name").GetString());
            if (part.TryGetProperty("origin", out JsonElement type))
            {
                text.Append(" [").Append(type.GetString()).Append(']');
            }

            if (part.TryGetProperty("namespace", out JsonElement space))
            {
                text.Append(" (").Append(space.GetString()).Append(')');
            }

            foreach (string flag in (string[])["error", "throttle", "fault", "in_progress"])
            {
                text.Append(part.TryGetProperty(flag, out _) ? " " + flag : "");
            }

            text.Append('\n');
            if (part.TryGetProperty("subsegments", out JsonElement subsegments))
            {
                foreach (JsonElement subsegment in subsegments.EnumerateArray())
                {
                    Append(subsegment, depth + 1);
                }
            }
        }
    }
}
