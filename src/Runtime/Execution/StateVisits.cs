using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Execution;

/// <summary>
/// Reads the visits of states from a history. Branches and iterations are interleaved there, so each event is put to the visit of
/// the event that it follows from.
/// </summary>
internal static class StateVisits
{
    /// <summary>The visits in the order in which the states were entered.</summary>
    public static ImmutableArray<StateVisit> Read(ExecutionHistory history)
    {
        var drafts = new List<Draft>();
        var owners = new Owner[history.Count + 1];
        foreach (HistoryEvent item in history)
        {
            Owner owner = owners[item.PreviousEventId];
            if (item.Type.IsStateEntered())
            {
                owner = new Owner(new Draft(item, owner), null);
                drafts.Add(owner.Visit!);
            }
            else if (item.Type.IsTaskScheduled())
            {
                owner.Visit?.Calls.Add((item, null));
            }
            else if (item.Type.IsTaskEnded())
            {
                owner.Visit?.EndCall(item);
            }
            else if (item.Type.IsStateExited())
            {
                Draft? left = FindState(owner.Visit, item.State!);
                left?.Exited = item;
                owner = left?.Outer ?? default;
            }
            else if (item.Type is HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted)
            {
                owner = new Owner(FindState(owner.Visit, item.State!), null);
                owner.Visit?.Start();
            }
            else if (item.Type == HistoryEventType.MapIterationStarted)
            {
                owner = owner with { Iteration = item.Iteration };
            }

            owners[item.Id] = owner;
        }

        HistoryEvent last = history[^1];
        var visits = ImmutableArray.CreateBuilder<StateVisit>(drafts.Count);
        foreach (Draft draft in drafts)
        {
            visits.Add(draft.Finish(last));
        }

        return visits.MoveToImmutable();
    }

    private static Draft? FindState(Draft? visit, PlanState state)
    {
        while (visit is not null && visit.State != state)
        {
            visit = visit.Outer.Visit;
        }

        return visit;
    }

    /// <summary>What an event belongs to.</summary>
    /// <param name="Visit">The visit; null for events of the execution.</param>
    /// <param name="Iteration">The iteration of the visit, which is that of a Map; null outside of iterations.</param>
    private readonly record struct Owner(Draft? Visit, int? Iteration);

    private sealed class Draft(HistoryEvent entered, Owner outer)
    {
        private StateVisit? _finished;
        private int _starts;

        public PlanState State { get; } = entered.State!;

        public Owner Outer { get; } = outer;

        public HistoryEvent? Exited { get; set; }

        public List<(HistoryEvent Scheduled, HistoryEvent? Ended)> Calls { get; } = new(0);

        public void Start() => _starts++;

        public void EndCall(HistoryEvent ended)
        {
            if (Calls.Count > 0)
            {
                Calls[^1] = Calls[^1] with { Ended = ended };
            }
        }

        public StateVisit Finish(HistoryEvent last) => _finished ??= new StateVisit(entered, Exited, last, Calls.Count + _starts)
        {
            Calls = [.. Calls.Select(call => new StateCall(call.Scheduled, call.Ended, last))],
            Outer = Outer.Visit?.Finish(last),
            Iteration = Outer.Iteration,
        };
    }
}
