using System.Collections.Frozen;
using System.Collections.Generic;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>The types that fields of OTLP's messages have, by their form in protobuf and in JSON.</summary>
internal enum OtlpType
{
    Text,

    /// <summary>Bytes that JSON shows as lowercase hexadecimal.</summary>
    TraceId,

    /// <summary>Bytes that JSON shows as lowercase hexadecimal.</summary>
    SpanId,

    Boolean,

    /// <summary>A number in JSON.</summary>
    UInt32,

    /// <summary>A number in JSON.</summary>
    Fixed32,

    /// <summary>A text in JSON.</summary>
    Fixed64,

    /// <summary>A text in JSON.</summary>
    Int64,

    /// <summary>A number in JSON, or its name.</summary>
    Double,
    Message,
}

/// <summary>A field of a message.</summary>
/// <param name="Number">Its number in protobuf.</param>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Message">The message that it holds.</param>
/// <param name="IsRepeated">Whether it is an array.</param>
/// <param name="Max">The greatest value of an enum.</param>
internal sealed record OtlpField(int Number, string Name, OtlpType Type, string? Message = null, bool IsRepeated = false, uint Max = uint.MaxValue);

/// <summary>The messages of traces (opentelemetry.proto.collector.trace.v1 and what it uses).</summary>
internal static class OtlpSchema
{
    public const string Request = "ExportTraceServiceRequest";
    public const string AnyValue = "AnyValue";

    private static readonly OtlpField s_attributes = List(0, "attributes", "KeyValue");

    public static FrozenDictionary<string, OtlpField[]> Messages { get; } = new Dictionary<string, OtlpField[]>
    {
        [Request] = [List(1, "resourceSpans", "ResourceSpans")],
        ["ResourceSpans"] = [One(1, "resource", "Resource"), List(2, "scopeSpans", "ScopeSpans"), new(3, "schemaUrl", OtlpType.Text)],
        ["Resource"] = [s_attributes with { Number = 1 }, new(2, "droppedAttributesCount", OtlpType.UInt32)],
        ["ScopeSpans"] = [One(1, "scope", "InstrumentationScope"), List(2, "spans", "Span"), new(3, "schemaUrl", OtlpType.Text)],
        ["InstrumentationScope"] =
        [
            new(1, "name", OtlpType.Text), new(2, "version", OtlpType.Text), s_attributes with { Number = 3 }, new(4, "droppedAttributesCount", OtlpType.UInt32),
        ],
        ["Span"] =
        [
            new(1, "traceId", OtlpType.TraceId), new(2, "spanId", OtlpType.SpanId), new(3, "traceState", OtlpType.Text), new(4, "parentSpanId", OtlpType.SpanId),
            new(5, "name", OtlpType.Text), new(6, "kind", OtlpType.UInt32, Max: 5), new(7, "startTimeUnixNano", OtlpType.Fixed64),
            new(8, "endTimeUnixNano", OtlpType.Fixed64), s_attributes with { Number = 9 }, new(10, "droppedAttributesCount", OtlpType.UInt32),
            List(11, "events", "Event"), new(12, "droppedEventsCount", OtlpType.UInt32), List(13, "links", "Link"),
            new(14, "droppedLinksCount", OtlpType.UInt32), One(15, "status", "Status"), new(16, "flags", OtlpType.Fixed32),
        ],
        ["Event"] =
        [
            new(1, "timeUnixNano", OtlpType.Fixed64), new(2, "name", OtlpType.Text), s_attributes with { Number = 3 }, new(4, "droppedAttributesCount", OtlpType.UInt32),
        ],
        ["Link"] =
        [
            new(1, "traceId", OtlpType.TraceId), new(2, "spanId", OtlpType.SpanId), new(3, "traceState", OtlpType.Text), s_attributes with { Number = 4 },
            new(5, "droppedAttributesCount", OtlpType.UInt32), new(6, "flags", OtlpType.Fixed32),
        ],
        ["Status"] = [new(2, "message", OtlpType.Text), new(3, "code", OtlpType.UInt32, Max: 2)],
        ["KeyValue"] = [new(1, "key", OtlpType.Text), One(2, "value", AnyValue)],
        [AnyValue] =
        [
            new(1, "stringValue", OtlpType.Text), new(2, "boolValue", OtlpType.Boolean), new(3, "intValue", OtlpType.Int64),
            new(4, "doubleValue", OtlpType.Double), One(5, "arrayValue", "ArrayValue"),
        ],
        ["ArrayValue"] = [List(1, "values", AnyValue)],
    }.ToFrozenDictionary();

    private static OtlpField One(int number, string name, string message) => new(number, name, OtlpType.Message, message);

    private static OtlpField List(int number, string name, string message) => new(number, name, OtlpType.Message, message, IsRepeated: true);
}
