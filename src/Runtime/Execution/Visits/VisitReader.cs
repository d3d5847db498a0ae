using System.Collections.Generic;

namespace StateMachineGen.Execution.Visits;

/// <summary>
/// Reads the visits of states from a history. Branches and iterations are interleaved there, so each event is put to the visit of
/// the event that it follows from.
/// </summary>
internal sealed class VisitReader<TEvent>
    where TEvent : class, IHistoryItem
{
    private readonly List<VisitDraft<TEvent>> _visits = [];
    private readonly Dictionary<int, Place> _places = [];

    private VisitReader()
    {
    }

    /// <summary>The visits in the order in which the states were entered.</summary>
    /// <param name="history">The events, in the order of their numbers; there may be gaps.</param>
    public static List<VisitDraft<TEvent>> Read(IEnumerable<TEvent> history)
    {
        var reader = new VisitReader<TEvent>();
        foreach (TEvent item in history)
        {
            reader._places[item.Id] = reader.Read(item, reader._places.GetValueOrDefault(item.PreviousEventId));
        }

        return reader._visits;
    }

    private Place Read(TEvent item, Place previous)
    {
        VisitDraft<TEvent>? visit = previous.Owner.Visit;
        switch (item.Role)
        {
            case EventRole.StateEntered:
                var entered = new VisitDraft<TEvent>(item, previous.Owner, previous.Left);
                previous.Left?.Lead(entered);
                _visits.Add(entered);
                return new Place(new(entered, null));
            case EventRole.StateExited:
                VisitDraft<TEvent>? left = Find(visit, item);
                left?.Exit(item, previous.Failure);
                return new Place(left?.Outer ?? default) { Left = left };
            case EventRole.ScopesStarted:
                VisitDraft<TEvent>? outer = Find(visit, item);
                outer?.StartScopes(item, previous.Failure);
                return new Place(new(outer, null));
            case EventRole.IterationStarted:
                return new Place(previous.Owner with { Iteration = item.Iteration });
            case EventRole.CallScheduled:
                visit?.Schedule(item);
                break;
            case EventRole.CallSucceeded:
                visit?.EndCall(item);
                break;
            case EventRole.CallFailed:
                visit?.EndCall(item);
                visit?.Fail(item);
                return previous with { Failure = item, Left = null };
            case EventRole.Failed:
                visit?.Fail(item);
                // That of a Parallel has no name; what it follows from has.
                return previous with { Failure = item.Error is null ? previous.Failure ?? item : item, Left = null };
            case EventRole.ExecutionFailed:
                for (; visit is not null; visit = visit.Outer.Visit)
                {
                    visit.Fail(item);
                }

                break;
        }

        return previous with { Failure = null, Left = null };
    }

    /// <summary>The visit that an event is about, among that of the event before and those around it.</summary>
    private static VisitDraft<TEvent>? Find(VisitDraft<TEvent>? visit, TEvent item)
    {
        while (visit is not null && !(item.StateName is { } name ? visit.Entered.StateName == name : visit.Entered.StateType == item.StateType))
        {
            visit = visit.Outer.Visit;
        }

        return visit;
    }

    /// <summary>Where an event leaves those that follow from it.</summary>
    private readonly record struct Place(EventOwner<TEvent> Owner)
    {
        /// <summary>The visit that the event ended, which leads to the next.</summary>
        public VisitDraft<TEvent>? Left { get; init; }

        /// <summary>The failure that it tells of, or null.</summary>
        public TEvent? Failure { get; init; }
    }
}
