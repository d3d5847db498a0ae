using System;
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
        var visits = new List<Visit>();
        var owners = new Visit?[history.Count + 1];
        foreach (HistoryEvent item in history)
        {
            Visit? owner = owners[item.PreviousEventId];
            if (item.Type.IsStateEntered())
            {
                owner = new Visit(item, owner);
                visits.Add(owner);
            }
            else if (item.Type.IsTaskScheduled() && owner is not null)
            {
                owner.Attempts++;
            }
            else if (item.Type.IsStateExited())
            {
                owner = FindState(owner, item.State!);
                owner?.End(item, item.Exit?.Caught?.Error, item.Exit?.Caught is not null);
                owner = owner?.Outer;
            }
            else if (item.Type is HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted)
            {
                owner = FindState(owner, item.State!);
                _ = owner is null ? 0 : owner.Attempts++;
            }

            owners[item.Id] = owner;
        }

        HistoryEvent last = history[^1];
        return [.. visits.Select(visit => visit.ToVisit(last))];
    }

    private static Visit? FindState(Visit? visit, PlanState state)
    {
        while (visit is not null && visit.State != state)
        {
            visit = visit.Outer;
        }

        return visit;
    }

    private sealed class Visit(HistoryEvent entered, Visit? outer)
    {
        private HistoryEvent? _left;
        private string? _error;
        private bool _isCaught;

        public PlanState State { get; } = entered.State!;

        public Visit? Outer { get; } = outer;

        public int Attempts { get; set; }

        public void End(HistoryEvent left, string? error, bool isCaught)
        {
            _left = left;
            _error = error;
            _isCaught = isCaught;
        }

        public StateVisit ToVisit(HistoryEvent last) => new(
            State.Name,
            State.Type.ToString(),
            entered.Timestamp,
            (_left ?? last).Timestamp,
            Math.Max(1, Attempts),
            _left is null ? last.Error : _error,
            _isCaught);
    }
}
