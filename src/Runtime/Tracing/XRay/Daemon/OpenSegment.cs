using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>
/// The ended spans of a segment that still runs. They stand by the span that they are parts of, so that those of one are found without
/// a look at the others: each is moved a few times, however many there are.
/// </summary>
internal sealed class OpenSegment(Activity segment)
{
    /// <summary>X-Ray's SDKs send ended subsegments alone as soon as a segment has a hundred of them.</summary>
    private const int MaxFree = 100;

    /// <summary>What can be sent, by its parent.</summary>
    private readonly HeldSpans _free = new();

    /// <summary>
    /// Attempts by their state, in which the times between them are shown, and runs of functions by their call, from which follows what the
    /// service says of them; each with all that was in it.
    /// </summary>
    private readonly HeldSpans _waiting = new();

    /// <summary>The activity that runs.</summary>
    public Activity Segment => segment;

    /// <summary>How many spans are held.</summary>
    public int Count => _free.Count + _waiting.Count;

    /// <summary>How often a span was moved.</summary>
    public long Moves => _free.Moves + _waiting.Moves;

    /// <summary>Takes a span that has ended in the segment.</summary>
    /// <param name="span">The span: a part of the segment, or a run of a function, which a part of it has called.</param>
    /// <param name="own">What was held of the run itself.</param>
    /// <param name="ready">Gets what is sent now.</param>
    public void Add(RecordedSpan span, IReadOnlyCollection<HeldSpan> own, ICollection<IReadOnlyList<HeldSpan>> ready)
    {
        List<HeldSpan> waited = _waiting.Take(span.Id);
        if (span.Role is SpanRole.Attempt or SpanRole.LambdaRun)
        {
            _waiting.Add(span.ParentId!, [.. waited, .. own, .. _free.TakeBelow(span.Id), new(span, IsSent: false)]);
            return;
        }

        if (span.Role == SpanRole.LambdaCall && waited.Count > 0)
        {
            ready.Add([.. waited, new(span, IsSent: true)]);
            // The runs stay, for what the call says of them.
            waited = [.. waited.Where(held => held.Span.ParentId == span.Id).Select(held => held with { IsSent = true })];
        }

        foreach (HeldSpan held in waited)
        {
            _free.Add(held.Span.ParentId!, held);
        }

        _free.Add(span.ParentId!, new HeldSpan(span, IsSent: false));
        if (_free.Count >= MaxFree)
        {
            ready.Add(_free.TakeAll());
        }
    }

    /// <summary>Gives up all that is held.</summary>
    public List<HeldSpan> TakeAll() => [.. _free.TakeAll(), .. _waiting.TakeAll()];
}
