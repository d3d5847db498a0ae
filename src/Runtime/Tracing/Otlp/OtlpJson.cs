using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace StateMachineGen.Tracing;

/// <summary>
/// OTLP's JSON form of a span: ids are lowercase hexadecimal, enums and 32-bit integers numbers, 64-bit integers texts, and
/// fields that have their default are not written.
/// </summary>
internal static class OtlpJson
{
    // Bits of a span's flags above the eight of W3C (opentelemetry.proto.trace.v1.SpanFlags).
    private const uint IsRemoteKnown = 0x100;
    private const uint IsRemote = 0x200;

    public static void WriteSpan(Utf8JsonWriter json, RecordedSpan span)
    {
        json.WriteStartObject();
        json.WriteString("traceId", span.TraceId);
        json.WriteString("spanId", span.Id);
        WriteText(json, "traceState", span.TraceState);
        WriteText(json, "parentSpanId", span.ParentId);
        json.WriteNumber("flags", Flags(span.TraceFlags, span.HasRemoteParent));
        json.WriteString("name", span.Name);
        // The enum begins with SPAN_KIND_UNSPECIFIED, and goes on in the order of ActivityKind.
        json.WriteNumber("kind", (int)span.Kind + 1);
        json.WriteString("startTimeUnixNano", Nanoseconds(span.Start));
        json.WriteString("endTimeUnixNano", Nanoseconds(span.End));
        WriteAttributes(json, span.Tags);
        WriteEvents(json, span.Events);
        WriteLinks(json, span.Links);
        WriteStatus(json, span);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>attributes</c>, unless there are none.</summary>
    public static void WriteAttributes(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        bool isEmpty = true;
        foreach (var (key, value) in attributes)
        {
            if (isEmpty)
            {
                json.WriteStartArray("attributes");
                isEmpty = false;
            }

            json.WriteStartObject();
            json.WriteString("key", key);
            json.WritePropertyName("value");
            WriteValue(json, value);
            json.WriteEndObject();
        }

        if (!isEmpty)
        {
            json.WriteEndArray();
        }
    }

    private static void WriteEvents(Utf8JsonWriter json, ImmutableArray<SpanEvent> events)
    {
        if (events.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("events");
        foreach (SpanEvent item in events)
        {
            json.WriteStartObject();
            json.WriteString("timeUnixNano", Nanoseconds(item.Time.UtcDateTime));
            json.WriteString("name", item.Name);
            WriteAttributes(json, item.Tags);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLinks(Utf8JsonWriter json, ImmutableArray<SpanLink> links)
    {
        if (links.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("links");
        foreach (SpanLink link in links)
        {
            json.WriteStartObject();
            json.WriteString("traceId", link.Context.TraceId.ToHexString());
            json.WriteString("spanId", link.Context.SpanId.ToHexString());
            WriteText(json, "traceState", link.Context.TraceState);
            WriteAttributes(json, link.Tags);
            json.WriteNumber("flags", Flags(link.Context.TraceFlags, link.Context.IsRemote));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStatus(Utf8JsonWriter json, RecordedSpan span)
    {
        if (span.Status == ActivityStatusCode.Unset)
        {
            return;
        }

        json.WriteStartObject("status");
        WriteText(json, "message", span.StatusDescription);
        json.WriteNumber("code", (int)span.Status);
        json.WriteEndObject();
    }

    /// <summary>Writes an <c>AnyValue</c>; one without a field is null.</summary>
    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        json.WriteStartObject();
        switch (value)
        {
            case string text:
                json.WriteString("stringValue", text);
                break;
            case bool flag:
                json.WriteBoolean("boolValue", flag);
                break;
            case long number:
                json.WriteString("intValue", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                json.WritePropertyName("doubleValue");
                TagValue.Write(json, number);
                break;
            case decimal number:
                // Neither a 64-bit integer nor a double holds every decimal.
                json.WriteString("stringValue", number.ToString(CultureInfo.InvariantCulture));
                break;
            case ImmutableArray<object?> elements:
                json.WriteStartObject("arrayValue");
                json.WriteStartArray("values");
                foreach (object? element in elements)
                {
                    WriteValue(json, element);
                }

                json.WriteEndArray();
                json.WriteEndObject();
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private static uint Flags(ActivityTraceFlags flags, bool isRemote) => (byte)flags | IsRemoteKnown | (isRemote ? IsRemote : 0);

    /// <summary>The time as OTLP's unsigned 64 bits hold it, which end in the year 2554; a virtual clock goes on to 9999.</summary>
    private static string Nanoseconds(DateTime time)
    {
        UInt128 nanoseconds = (UInt128)Math.Max(0, (time - DateTime.UnixEpoch).Ticks) * TimeSpan.NanosecondsPerTick;
        return UInt128.Min(nanoseconds, ulong.MaxValue).ToString(CultureInfo.InvariantCulture);
    }
}
