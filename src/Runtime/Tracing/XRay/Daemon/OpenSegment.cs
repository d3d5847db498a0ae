using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>The ended spans of a segment that still runs. Those within a span end before it, so they stand before it here.</summary>
internal sealed class OpenSegment(string traceId)
{
    /// <summary>X-Ray's SDKs send ended subsegments alone as soon as a segment has a hundred of them.</summary>
    private const int MaxWaiting = 100;

    private readonly List<RecordedSpan> _spans = [];
    private readonly HashSet<string> _sent = [];
    private int _limit = MaxWaiting;

    public bool IsFull => _spans.Count >= _limit;

    public void Add(RecordedSpan span) => _spans.Add(span);

    public void Add(OpenSegment inner)
    {
        _spans.AddRange(inner._spans);
        _sent.UnionWith(inner._sent);
    }

    public SegmentBatch TakeAll() => new(traceId, [.. _spans], _sent.ToFrozenSet());

    /// <summary>
    /// The segments of the functions below a call, or null when there are none. The runs stay, for what the call says of
    /// them; what is in them goes.
    /// </summary>
    public SegmentBatch? TakeFunctions(RecordedSpan call)
    {
        var below = new HashSet<string>();
        var taken = new List<RecordedSpan>();
        for (int i = _spans.Count - 1; i >= 0; i--)
        {
            RecordedSpan span = _spans[i];
            if (span.ParentId is { } parent && (below.Contains(parent) || (parent == call.Id && IsRun(span))))
            {
                below.Add(span.Id);
                taken.Add(span);
            }
        }

        if (taken.Count == 0)
        {
            return null;
        }

        taken.Reverse();
        var batch = new SegmentBatch(traceId, [.. taken, call], _sent.Append(call.Id).ToFrozenSet());
        _spans.RemoveAll(span => !IsRun(span) && below.Contains(span.Id));
        _sent.UnionWith(taken.Where(IsRun).Select(span => span.Id));
        return batch;
    }

    /// <summary>
    /// What can be sent although the segment still runs. Attempts wait for their state, in which the times between them
    /// are shown, and runs of functions for their call.
    /// </summary>
    public SegmentBatch TakeWhole()
    {
        var waits = new Dictionary<string, bool>();
        for (int i = _spans.Count - 1; i >= 0; i--)
        {
            RecordedSpan span = _spans[i];
            waits[span.Id] = span.ParentId is { } parent && waits.TryGetValue(parent, out bool above)
                ? above
                : span.Role is SpanRole.Attempt or SpanRole.LambdaRun;
        }

        var batch = new SegmentBatch(traceId, [.. _spans.Where(span => !waits[span.Id])], _sent.ToFrozenSet());
        _spans.RemoveAll(span => !waits[span.Id]);
        _sent.RemoveWhere(id => !waits.GetValueOrDefault(id));
        _limit = _spans.Count + MaxWaiting;
        return batch;
    }

    private static bool IsRun(RecordedSpan span) => span.Role == SpanRole.LambdaRun;
}
