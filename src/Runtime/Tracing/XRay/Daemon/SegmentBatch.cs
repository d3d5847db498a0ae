using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>Ended spans of a trace that are sent together.</summary>
/// <param name="TraceId">The trace's X-Ray id.</param>
/// <param name="Spans">The spans.</param>
internal sealed record SegmentBatch(string TraceId, IReadOnlyList<HeldSpan> Spans)
{
    /// <summary>How many of the spans are sent for the first time.</summary>
    public int Count => Spans.Count(held => !held.IsSent);

    /// <summary>The segments that they become.</summary>
    public IReadOnlyList<Segment> Build(string? serviceVersion) => SegmentBuilder.Build(
        TraceId,
        Spans.Select(held => held.Span),
        serviceVersion,
        Spans.Where(held => held.IsSent).Select(held => held.Span.Id).ToHashSet());
}
