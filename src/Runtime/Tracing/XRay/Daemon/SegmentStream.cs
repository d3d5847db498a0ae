using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace StateMachineGen.Tracing;

/// <summary>
/// Takes spans as they end, and says when which of them are sent: a segment when it has ended, the segments of a function
/// when the call of it has, and parts of a segment that still runs as soon as a hundred of them wait.
/// </summary>
internal sealed class SegmentStream
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, OpenSegment> _open = [];

    /// <summary>Takes a span.</summary>
    /// <param name="span">The span.</param>
    /// <param name="traceId">Its trace's X-Ray id.</param>
    /// <param name="segmentId">The nearest span above it that is a segment and still runs, or null when there is none.</param>
    /// <returns>What is sent now.</returns>
    public IReadOnlyList<SegmentBatch> Add(RecordedSpan span, string traceId, string? segmentId)
    {
        lock (_lock)
        {
            _open.Remove(span.Id, out OpenSegment? own);
            own ??= new OpenSegment(traceId);
            own.Add(span);
            // What the service of a function says of a run follows from its call, so a run waits for that.
            if (segmentId is null || (SegmentBuilder.IsSegment(span) && span.Role != SpanRole.LambdaRun))
            {
                return [own.TakeAll()];
            }

            if (!_open.TryGetValue(segmentId, out OpenSegment? above))
            {
                above = new OpenSegment(traceId);
                _open.Add(segmentId, above);
            }

            above.Add(own);
            var batches = new List<SegmentBatch>();
            if (span.Role == SpanRole.LambdaCall && above.TakeFunctions(span) is { } functions)
            {
                batches.Add(functions);
            }

            if (above.IsFull)
            {
                batches.Add(above.TakeWhole());
            }

            return batches;
        }
    }

    /// <summary>Gives up all that waits: the end of it will not be seen.</summary>
    public IReadOnlyList<SegmentBatch> TakeAll()
    {
        lock (_lock)
        {
            SegmentBatch[] batches = [.. _open.Values.Select(segment => segment.TakeAll())];
            _open.Clear();
            return batches;
        }
    }
}
