using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace StateMachineGen.Tracing;

/// <summary>
/// Takes spans as they end, one at a time, and says when which of them are sent: a segment when it has ended, the segments of a function
/// when the call of it has, and parts of a segment that still runs as soon as a hundred of them wait.
/// </summary>
internal sealed class SegmentStream
{
    private static int s_count;

    /// <summary>The custom property of segments that holds the <see cref="OpenSegment"/>, or says that they have ended.</summary>
    private readonly string _stateProperty;
    private readonly object _ended = new();

    private readonly ListenedSources _sources;
    private readonly int _capacity;
    private readonly AncestorSearch _segments;
    private readonly HashSet<OpenSegment> _open = [];
    private int _held;

    /// <param name="sources">What is listened to.</param>
    /// <param name="capacity">How many spans may be held for segments that still run. When there are more, those of the segment at hand are sent as they are.</param>
    public SegmentStream(ListenedSources sources, int capacity)
    {
        _sources = sources;
        _capacity = capacity;
        // Several may listen to one activity.
        string name = string.Create(CultureInfo.InvariantCulture, $"StateMachineGen.Stream{Interlocked.Increment(ref s_count)}");
        _stateProperty = name + ".State";
        _segments = new AncestorSearch(name + ".Segment", activity => SegmentRule.Applies(activity, sources), sources.ParentOf);
    }

    /// <summary>How many spans are held.</summary>
    public int Held => _held;

    /// <summary>How many steps all that was added took: moves of spans, and activities that were climbed.</summary>
    public long Steps { get; private set; }

    /// <summary>Takes a span.</summary>
    /// <param name="span">The span.</param>
    /// <param name="activity">Its activity.</param>
    /// <returns>What is sent now.</returns>
    public IReadOnlyList<SegmentBatch> Add(RecordedSpan span, Activity activity)
    {
        List<HeldSpan> own = span.IsSegment ? End(activity) : [];
        // What the service of a function says of a run follows from its call, so a run waits for that.
        OpenSegment? above = span.IsSegment && span.Role != SpanRole.LambdaRun ? null : RunningSegmentAbove(activity);
        if (above is null)
        {
            return [BatchOf(activity, [.. own, new HeldSpan(span, IsSent: false)])];
        }

        var ready = new List<IReadOnlyList<HeldSpan>>();
        int held = above.Count;
        long moves = above.Moves;
        above.Add(span, own, ready);
        Steps += above.Moves - moves;
        _held += above.Count - held;
        if (_held > _capacity)
        {
            ready.Add(TakeAll(above));
        }

        return [.. ready.Select(spans => BatchOf(activity, spans))];
    }

    /// <summary>Gives up what waits for segments that have ended, whose ends were not told.</summary>
    public IReadOnlyList<SegmentBatch> TakeStopped() => Take(_open.Where(segment => segment.Segment.IsStopped));

    /// <summary>Gives up all that waits: the end of it will not be seen.</summary>
    public IReadOnlyList<SegmentBatch> TakeAll() => Take(_open);

    private static SegmentBatch BatchOf(Activity activity, IReadOnlyList<HeldSpan> spans) => new(TraceRoot.XRayTraceId(activity), spans);

    private SegmentBatch[] Take(IEnumerable<OpenSegment> segments) =>
        [.. segments.ToArray().Select(segment => BatchOf(segment.Segment, End(segment.Segment))).Where(batch => batch.Spans.Count > 0)];

    private List<HeldSpan> TakeAll(OpenSegment segment)
    {
        _held -= segment.Count;
        return segment.TakeAll();
    }

    /// <summary>Remembers that a segment has ended, and gives up what was held of it.</summary>
    private List<HeldSpan> End(Activity segment)
    {
        var open = segment.GetCustomProperty(_stateProperty) as OpenSegment;
        segment.SetCustomProperty(_stateProperty, _ended);
        if (open is null)
        {
            return [];
        }

        _open.Remove(open);
        return TakeAll(open);
    }

    private OpenSegment? RunningSegmentAbove(Activity activity)
    {
        if (_sources.ParentOf(activity) is not { } parent)
        {
            return null;
        }

        Activity segment = _segments.From(parent, out int levels);
        Steps += levels;
        if (!segment.Recorded)
        {
            // It is never told.
            return null;
        }

        object? state = segment.GetCustomProperty(_stateProperty);
        if (state is null)
        {
            var open = new OpenSegment(segment);
            segment.SetCustomProperty(_stateProperty, open);
            _open.Add(open);
            state = open;
        }

        return state as OpenSegment;
    }
}
