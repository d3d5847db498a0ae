using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace StateMachineGen.Tracing;

/// <summary>One trace, as X-Ray's BatchGetTraces returns it.</summary>
/// <param name="Id">The trace's id: <c>1-</c>, 8 hexadecimal digits of epoch seconds, <c>-</c>, 24 hexadecimal digits.</param>
/// <param name="Duration">From the first start to the last end.</param>
/// <param name="Segments">The segment documents, and the documents of subsegments that had no room in theirs.</param>
public sealed record XRayTrace(string Id, TimeSpan Duration, ImmutableArray<XRayDocument> Segments)
{
    /// <summary>How large a trace may become in X-Ray (its quota "trace document size").</summary>
    private const int MaxSize = 500 * 1024;

    /// <summary>Whether the trace is larger than the 500 kB that X-Ray keeps of one; what came last would be missing there.</summary>
    public bool LimitExceeded => Segments.Sum(segment => (long)Encoding.UTF8.GetByteCount(segment.Document)) > MaxSize;
}

/// <summary>A segment document, at most 64 kB.</summary>
/// <param name="Id">The segment's id: 16 hexadecimal digits.</param>
/// <param name="Document">The JSON text, as PutTraceSegments and the daemon take it.</param>
public sealed record XRayDocument(string Id, string Document);
