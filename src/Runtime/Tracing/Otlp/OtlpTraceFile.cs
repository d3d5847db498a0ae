using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StateMachineGen.Tracing;

/// <summary>
/// Writes spans as an <c>ExportTraceServiceRequest</c> in OTLP's JSON form. It is one line, and so also a file of JSON
/// lines, which the OpenTelemetry collector's file receiver reads.
/// </summary>
internal static class OtlpTraceFile
{
    /// <summary>How much is gathered before it is written.</summary>
    private const int BufferSize = 64 * 1024;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, string serviceName, string? serviceVersion, IEnumerable<RecordedSpan> spans) =>
        WholeFile.Write(path, stream =>
        {
            using (var json = new Utf8JsonWriter(stream, s_options))
            {
                WriteRequest(json, serviceName, serviceVersion, spans);
            }

            stream.WriteByte((byte)'\n');
        });

    private static void WriteRequest(Utf8JsonWriter json, string serviceName, string? serviceVersion, IEnumerable<RecordedSpan> spans)
    {
        json.WriteStartObject();
        json.WriteStartArray("resourceSpans");
        json.WriteStartObject();
        WriteResource(json, serviceName, serviceVersion);
        json.WriteStartArray("scopeSpans");
        foreach (var scope in spans
            .GroupBy(span => (Name: span.Source, Version: span.SourceVersion))
            .OrderBy(scope => scope.Key.Name, StringComparer.Ordinal)
            .ThenBy(scope => scope.Key.Version, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteStartObject("scope");
            json.WriteString("name", scope.Key.Name);
            if (!string.IsNullOrEmpty(scope.Key.Version))
            {
                json.WriteString("version", scope.Key.Version);
            }

            json.WriteEndObject();
            json.WriteStartArray("spans");
            foreach (RecordedSpan span in scope.Order(SpanOrder.Instance))
            {
                OtlpJson.WriteSpan(json, span);
                if (json.BytesPending > BufferSize)
                {
                    json.Flush();
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteResource(Utf8JsonWriter json, string serviceName, string? serviceVersion)
    {
        json.WriteStartObject("resource");
        OtlpJson.WriteAttributes(
            json,
            new (string Key, object? Value)[]
            {
                ("service.name", serviceName),
                ("service.version", serviceVersion),
                ("telemetry.sdk.name", TelemetryNames.Source),
                // The collector's exporter to X-Ray reads stack traces by the language.
                ("telemetry.sdk.language", "dotnet"),
                ("telemetry.sdk.version", ProductVersion.Text),
            }
            .Where(attribute => attribute.Value is not null)
            .Select(attribute => KeyValuePair.Create(attribute.Key, attribute.Value)));
        json.WriteEndObject();
    }
}
