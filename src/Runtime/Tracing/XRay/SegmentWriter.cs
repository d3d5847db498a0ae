using System;
using System.Buffers;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace StateMachineGen.Tracing;

/// <summary>
/// Writes segments as documents. Where one would get too large, further subsegments are sent in documents of their own.
/// Such a document holds one subsegment with what is nested in it, so those that belong to the same parent are gathered
/// in subsegments that stand for a range of them.
/// </summary>
internal static class SegmentWriter
{
    /// <summary>Under the 64 kB of the API, and under one UDP datagram to the daemon with its header.</summary>
    internal const int MaxDocumentSize = 64_000;

    /// <summary>Room for what a subsegment needs when it is sent alone: <c>type</c>, <c>trace_id</c>, <c>parent_id</c>.</summary>
    private const int AloneSize = 200;
    private const int MaxPartSize = MaxDocumentSize - AloneSize;

    /// <summary>More than what a subsegment that stands for a range says of itself.</summary>
    private const int RangeSize = 300;

    /// <summary>The documents of a segment; its own is the first.</summary>
    public static ImmutableArray<XRayDocument> Write(Segment segment)
    {
        var documents = new List<XRayDocument>();
        Part part = Fit(segment, documents);
        return [Document(part, segment.IsStandalone ? segment.ParentId : null), .. documents];
    }

    /// <summary>Each segment is written once to learn its size, and documents are put together from that.</summary>
    private static Part Fit(Segment segment, List<XRayDocument> documents)
    {
        var part = new Part(segment, [.. segment.Subsegments.Select(s => Fit(s, documents))]);
        if (part.Size > MaxPartSize && SegmentTrimming.TrimMetadata(segment))
        {
            part.Rewrite();
        }

        while (part.OwnSize > MaxPartSize && SegmentTrimming.Shrink(segment))
        {
            part.Rewrite();
        }

        if (part.Size > MaxPartSize)
        {
            Divide(part, documents);
        }

        return part;
    }

    /// <summary>Leaves to a part the first children that have room in it, and sends the others, in their order, in as few documents as they fill.</summary>
    private static void Divide(Part part, List<XRayDocument> documents)
    {
        ReadOnlySpan<Part> children = part.Children.Span;
        int room = MaxPartSize - part.OwnSize - Part.ArraySize;
        int kept = 0;
        int next = 0;
        while (next < children.Length && kept + children[next].SizeInArray <= room)
        {
            kept += children[next++].SizeInArray;
        }

        part.Keep(next, kept);
        while (next < children.Length)
        {
            int first = next;
            room = MaxPartSize - RangeSize;
            do
            {
                room -= children[next++].SizeInArray;
            }
            while (next < children.Length && children[next].SizeInArray <= room);

            Part[] range = [.. children[first..next]];
            Part alone = range is [var only] ? only : new Part(Range(part.Segment, first, range), range);
            documents.Add(Document(alone, part.Segment.Id));
        }
    }

    private static Segment Range(Segment parent, int first, Part[] parts)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Subsegments {first + 1}-{first + parts.Length}");
        return new Segment(name, XRayIds.Derive(parent.Id, name), parent.TraceId, parts.Min(p => p.Segment.Start), parts.Max(p => p.Segment.End))
        {
            IsSubsegment = true,
            IsInProgress = parts.Any(p => p.Segment.IsInProgress),
        };
    }

    private static XRayDocument Document(Part part, string? aloneBelow)
    {
        var buffer = new ArrayBufferWriter<byte>(part.Size + AloneSize);
        part.WriteTo(buffer, aloneBelow);
        return new(part.Segment.Id, Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>What goes into one document of a segment and those below it.</summary>
    private sealed class Part(Segment segment, Part[] children)
    {
        private byte[] _own = SegmentJson.Write(segment, aloneBelow: null);
        private int _childrenSize = children.Sum(c => c.SizeInArray);

        public static int ArraySize => ArrayStart.Length + ArrayEnd.Length;

        public Segment Segment { get; } = segment;

        public ReadOnlyMemory<Part> Children { get; private set; } = children;

        /// <summary>The size without the children.</summary>
        public int OwnSize => _own.Length;

        /// <summary>The size with the children.</summary>
        public int Size => _own.Length + (Children.Length == 0 ? 0 : ArraySize + _childrenSize);

        /// <summary>The size with the comma that may follow.</summary>
        public int SizeInArray => Size + 1;

        private static ReadOnlySpan<byte> ArrayStart => ",\"subsegments\":["u8;

        private static ReadOnlySpan<byte> ArrayEnd => "]"u8;

        /// <summary>Keeps only the first children.</summary>
        public void Keep(int count, int size)
        {
            Children = Children[..count];
            _childrenSize = size;
        }

        public void Rewrite() => _own = SegmentJson.Write(Segment, aloneBelow: null);

        public void WriteTo(ArrayBufferWriter<byte> buffer, string? aloneBelow)
        {
            byte[] own = aloneBelow is null ? _own : SegmentJson.Write(Segment, aloneBelow);
            if (Children.Length == 0)
            {
                buffer.Write(own);
                return;
            }

            buffer.Write(own.AsSpan(0, own.Length - 1));
            buffer.Write(ArrayStart);
            for (int i = 0; i < Children.Length; i++)
            {
                buffer.Write(i == 0 ? default : ","u8);
                Children.Span[i].WriteTo(buffer, null);
            }

            buffer.Write(ArrayEnd);
            buffer.Write("}"u8);
        }
    }
}
