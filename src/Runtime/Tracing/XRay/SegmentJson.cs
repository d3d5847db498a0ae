using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StateMachineGen.Tracing;

/// <summary>Writes what a segment says of itself, without its subsegments.</summary>
internal static class SegmentJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON object.</summary>
    /// <param name="segment">The segment or subsegment.</param>
    /// <param name="aloneBelow">The parent's id for a subsegment that is sent alone; otherwise null.</param>
    public static byte[] Write(Segment segment, string? aloneBelow)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            WriteIdentity(json, segment, aloneBelow);
            WriteOutcome(json, segment);
            WriteDetails(json, segment);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The bytes that a tag takes in the metadata.</summary>
    public static int SizeOf(string tag, object? value)
    {
        using var json = new Utf8JsonWriter(new ArrayBufferWriter<byte>(), s_options);
        json.WriteStartObject();
        json.WritePropertyName(tag);
        TagValue.Write(json, value);
        json.WriteEndObject();
        return (int)(json.BytesCommitted + json.BytesPending) - 1;
    }

    private static void WriteIdentity(Utf8JsonWriter json, Segment segment, string? aloneBelow)
    {
        json.WriteString("name", segment.Name);
        json.WriteString("id", segment.Id);
        if (aloneBelow is not null)
        {
            json.WriteString("type", "subsegment");
        }

        if (aloneBelow is not null || !segment.IsSubsegment)
        {
            json.WriteString("trace_id", segment.TraceId);
            WriteText(json, "parent_id", aloneBelow ?? segment.ParentId);
        }

        json.WritePropertyName("start_time");
        json.WriteRawValue(XRayIds.Time(segment.Start), skipInputValidation: true);
        if (segment.IsInProgress)
        {
            json.WriteBoolean("in_progress", true);
        }
        else
        {
            json.WritePropertyName("end_time");
            json.WriteRawValue(XRayIds.Time(segment.End), skipInputValidation: true);
        }

        if (segment.ServiceVersion is { } version)
        {
            json.WriteStartObject("service");
            WriteText(json, "version", version);
            json.WriteEndObject();
        }

        WriteText(json, "origin", segment.Origin);
        WriteText(json, "namespace", segment.Namespace);
        WriteText(json, "resource_arn", segment.ResourceArn);
    }

    private static void WriteOutcome(Utf8JsonWriter json, Segment segment)
    {
        WriteHttp(json, segment);
        if (segment.Outcome is SegmentOutcome.Error or SegmentOutcome.Throttle)
        {
            json.WriteBoolean("error", true);
        }

        if (segment.Outcome == SegmentOutcome.Throttle)
        {
            json.WriteBoolean("throttle", true);
        }

        if (segment.Outcome == SegmentOutcome.Fault)
        {
            json.WriteBoolean("fault", true);
        }

        if (segment.Cause is { IsDescribedBelow: true } described)
        {
            json.WriteString("cause", described.Exceptions[0].Id);
        }
        else if (segment.Cause is { } cause)
        {
            json.WriteStartObject("cause");
            json.WriteStartArray("exceptions");
            foreach (SegmentException exception in cause.Exceptions)
            {
                WriteException(json, exception);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteHttp(Utf8JsonWriter json, Segment segment)
    {
        bool hasRequest = segment.HttpMethod is not null || segment.HttpUrl is not null;
        bool hasResponse = segment.HttpStatus is not null || segment.HttpContentLength is not null;
        if (!hasRequest && !hasResponse)
        {
            return;
        }

        json.WriteStartObject("http");
        if (hasRequest)
        {
            json.WriteStartObject("request");
            WriteText(json, "method", segment.HttpMethod);
            WriteText(json, "url", segment.HttpUrl);
            json.WriteEndObject();
        }

        if (hasResponse)
        {
            json.WriteStartObject("response");
            WriteNumber(json, "status", segment.HttpStatus);
            WriteNumber(json, "content_length", segment.HttpContentLength);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteException(Utf8JsonWriter json, SegmentException exception)
    {
        json.WriteStartObject();
        json.WriteString("id", exception.Id);
        WriteText(json, "type", exception.Type);
        WriteText(json, "message", exception.Message);
        WriteText(json, "cause", exception.CauseId);
        if (!exception.Stack.IsEmpty)
        {
            json.WriteStartArray("stack");
            foreach (SegmentStackFrame frame in exception.Stack)
            {
                json.WriteStartObject();
                WriteText(json, "path", frame.Path);
                if (frame.Line is { } line)
                {
                    json.WriteNumber("line", line);
                }

                WriteText(json, "label", frame.Label);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (exception.Truncated > 0)
        {
            json.WriteNumber("truncated", exception.Truncated);
        }

        json.WriteEndObject();
    }

    private static void WriteDetails(Utf8JsonWriter json, Segment segment)
    {
        if (segment.Aws.Count > 0 || !segment.IsSubsegment)
        {
            json.WriteStartObject("aws");
            foreach (var (key, value) in segment.Aws)
            {
                WriteText(json, key, value);
            }

            if (!segment.IsSubsegment)
            {
                WriteSdk(json);
            }

            json.WriteEndObject();
        }

        if (segment.Annotations.Count > 0)
        {
            json.WriteStartObject("annotations");
            foreach (var (key, value) in segment.Annotations)
            {
                json.WritePropertyName(key);
                TagValue.Write(json, XRayNames.AnnotationValue(value));
            }

            json.WriteEndObject();
        }

        if (segment.Metadata.Count > 0)
        {
            json.WriteStartObject("metadata");
            json.WriteStartObject("default");
            foreach (var (key, value) in segment.Metadata)
            {
                json.WritePropertyName(key);
                TagValue.Write(json, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    /// <summary>Who recorded the segment.</summary>
    private static void WriteSdk(Utf8JsonWriter json)
    {
        json.WriteStartObject("xray");
        json.WriteString("sdk", TelemetryNames.Source);
        WriteText(json, "sdk_version", ProductVersion.Text);
        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(name, value);
        }
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, XRayNames.Text(text));
        }
    }
}
