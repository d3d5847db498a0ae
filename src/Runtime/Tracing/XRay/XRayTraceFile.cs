using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StateMachineGen.Tracing;

/// <summary>Writes traces in the shape of BatchGetTraces, which tools for X-Ray read.</summary>
internal static class XRayTraceFile
{
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static void Write(string path, IEnumerable<XRayTrace> traces) => WholeFile.Write(path, stream => Write(stream, traces));

    private static void Write(Stream stream, IEnumerable<XRayTrace> traces)
    {
        using var json = new Utf8JsonWriter(stream, s_options);
        json.WriteStartObject();
        json.WriteStartArray("Traces");
        foreach (XRayTrace trace in traces)
        {
            json.WriteStartObject();
            json.WriteString("Id", trace.Id);
            json.WriteNumber("Duration", trace.Duration.TotalSeconds);
            json.WriteBoolean("LimitExceeded", trace.LimitExceeded);
            json.WriteStartArray("Segments");
            foreach (XRayDocument segment in trace.Segments)
            {
                json.WriteStartObject();
                json.WriteString("Id", segment.Id);
                json.WriteString("Document", segment.Document);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
