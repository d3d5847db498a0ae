using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StateMachineGen.Tracing;

/// <summary>Writes segments as documents, and takes subsegments out into documents of their own where one would get too large.</summary>
internal static class SegmentWriter
{
    /// <summary>Under the 64 kB of the API, and under one UDP datagram to the daemon with its header.</summary>
    internal const int MaxDocumentSize = 64_000;

    /// <summary>Room for what a subsegment needs when it is sent alone: <c>type</c>, <c>trace_id</c>, <c>parent_id</c>.</summary>
    private const int StandaloneSize = 200;

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The documents of a segment; its own is the first.</summary>
    public static ImmutableArray<XRayDocument> Write(Segment segment)
    {
        var detached = new List<XRayDocument>();
        Tree tree = Fit(segment, detached);
        return [Document(tree, segment.IsStandalone), .. detached];
    }

    private static XRayDocument Document(Tree tree, bool isStandalone) =>
        new(tree.Segment.Id, Encoding.UTF8.GetString(Render(tree, isStandalone)));

    private static Tree Fit(Segment segment, List<XRayDocument> detached)
    {
        var tree = new Tree(segment, [.. segment.Subsegments.Select(s => Fit(s, detached))]);
        while (true)
        {
            tree.Json = Render(tree, isStandalone: false);
            if (tree.Json.Length <= MaxDocumentSize - StandaloneSize)
            {
                return tree;
            }

            // The largest first: the fewest documents.
            if (tree.Children.MaxBy(c => c.Json.Length) is { } largest)
            {
                tree.Children.Remove(largest);
                largest.Segment.ParentId = segment.Id;
                detached.Add(Document(largest, isStandalone: true));
            }
            else if (!Shrink(segment))
            {
                return tree;
            }
        }
    }

    /// <summary>Leaves off what is not indexed: metadata, then outer stack frames, then the exceptions that came first.</summary>
    private static bool Shrink(Segment segment)
    {
        if (segment.Metadata.Count > 0)
        {
            segment.Metadata.Clear();
            return true;
        }

        if (segment.Cause is not { } cause || cause.Exceptions.MaxBy(e => e.Stack.Length) is not { Stack.Length: > 0 } longest)
        {
            return false;
        }

        ImmutableArray<SegmentStackFrame> kept = longest.Stack[..(longest.Stack.Length / 2)];
        SegmentException shorter = longest with { Stack = kept, Truncated = longest.Truncated + longest.Stack.Length - kept.Length };
        segment.Cause = cause with { Exceptions = cause.Exceptions.Replace(longest, shorter) };
        return true;
    }

    private static byte[] Render(Tree tree, bool isStandalone)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            WriteIdentity(json, tree.Segment, isStandalone);
            WriteOutcome(json, tree.Segment);
            WriteDetails(json, tree.Segment);
            if (tree.Children.Count > 0)
            {
                json.WriteStartArray("subsegments");
                foreach (Tree child in tree.Children)
                {
                    json.WriteRawValue(child.Json, skipInputValidation: true);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteIdentity(Utf8JsonWriter json, Segment segment, bool isStandalone)
    {
        json.WriteString("name", segment.Name);
        json.WriteString("id", segment.Id);
        if (isStandalone)
        {
            json.WriteString("type", "subsegment");
        }

        if (isStandalone || !segment.IsSubsegment)
        {
            json.WriteString("trace_id", segment.TraceId);
            WriteText(json, "parent_id", segment.ParentId);
        }

        json.WritePropertyName("start_time");
        json.WriteRawValue(XRayIds.Time(segment.Start), skipInputValidation: true);
        json.WritePropertyName("end_time");
        json.WriteRawValue(XRayIds.Time(segment.End), skipInputValidation: true);
        WriteText(json, "origin", segment.Origin);
        WriteText(json, "namespace", segment.Namespace);
        WriteText(json, "resource_arn", segment.ResourceArn);
    }

    private static void WriteOutcome(Utf8JsonWriter json, Segment segment)
    {
        if (segment.HttpStatus is { } status)
        {
            json.WriteStartObject("http");
            json.WriteStartObject("response");
            json.WriteNumber("status", status);
            json.WriteEndObject();
            json.WriteEndObject();
        }

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
        if (segment.Aws.Count > 0)
        {
            json.WriteStartObject("aws");
            foreach (var (key, value) in segment.Aws)
            {
                WriteText(json, key, value);
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

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, XRayNames.Text(text));
        }
    }

    private sealed class Tree(Segment segment, List<Tree> children)
    {
        public Segment Segment { get; } = segment;

        public List<Tree> Children { get; } = children;

        public byte[] Json { get; set; } = [];
    }
}
