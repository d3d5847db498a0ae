using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>Finished spans of a trace that are sent together.</summary>
/// <param name="TraceId">The trace's X-Ray id.</param>
/// <param name="Spans">The spans, in the order in which they ended.</param>
/// <param name="Sent">The ids of those whose segments were sent before.</param>
internal sealed record SegmentBatch(string TraceId, IReadOnlyList<RecordedSpan> Spans, IReadOnlySet<string> Sent)
{
    /// <summary>The documents that they become.</summary>
    public IEnumerable<XRayDocument> Write(string? serviceVersion) =>
        SegmentBuilder.Build(TraceId, Spans, serviceVersion, Sent).SelectMany(segment => SegmentWriter.Write(segment));
}
