using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>Spans by the span that they are held for.</summary>
internal sealed class HeldSpans
{
    private readonly Dictionary<string, List<HeldSpan>> _byId = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many were added so far, of which some more than once: what holding them has cost.</summary>
    public long Moves { get; private set; }

    /// <summary>Adds one.</summary>
    /// <param name="id">The id of the span that it is held for.</param>
    /// <param name="span">It.</param>
    public void Add(string id, HeldSpan span) => Add(id, [span]);

    /// <summary>Adds some, whose list is given away.</summary>
    /// <param name="id">The id of the span that they are held for.</param>
    /// <param name="spans">They.</param>
    public void Add(string id, List<HeldSpan> spans)
    {
        Count += spans.Count;
        Moves += spans.Count;
        if (_byId.TryGetValue(id, out List<HeldSpan>? others))
        {
            others.AddRange(spans);
        }
        else
        {
            _byId.Add(id, spans);
        }
    }

    /// <summary>Takes those that are held for a span.</summary>
    public List<HeldSpan> Take(string id)
    {
        if (!_byId.Remove(id, out List<HeldSpan>? spans))
        {
            return [];
        }

        Count -= spans.Count;
        return spans;
    }

    /// <summary>Takes those that are held for a span, for these, and so on.</summary>
    public List<HeldSpan> TakeBelow(string id)
    {
        List<HeldSpan> taken = Take(id);
        for (int i = 0; i < taken.Count; i++)
        {
            taken.AddRange(Take(taken[i].Span.Id));
        }

        return taken;
    }

    /// <summary>Takes all.</summary>
    public List<HeldSpan> TakeAll()
    {
        List<HeldSpan> taken = [.. _byId.Values.SelectMany(spans => spans)];
        _byId.Clear();
        Count = 0;
        return taken;
    }
}
