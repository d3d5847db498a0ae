using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Execution.Visits;

namespace StateMachineGen.Execution;

/// <summary>Makes the visits of states that users see.</summary>
internal static class StateVisits
{
    /// <summary>The visits in the order in which the states were entered.</summary>
    public static ImmutableArray<StateVisit> Read(IReadOnlyList<HistoryEvent> history)
    {
        HistoryEvent last = history[history.Count - 1];
        var finished = new Dictionary<VisitDraft<HistoryEvent>, StateVisit>();
        List<VisitDraft<HistoryEvent>> drafts = VisitReader<HistoryEvent>.Read(history);
        var visits = ImmutableArray.CreateBuilder<StateVisit>(drafts.Count);
        // A visit comes after the one that it is in.
        foreach (VisitDraft<HistoryEvent> draft in drafts)
        {
            var visit = new StateVisit(draft.Entered, draft.Exited, last, draft.Attempts)
            {
                Calls = [.. draft.Calls.Select(call => new StateCall(call.Scheduled, call.Ended, last))],
                Outer = draft.Outer.Visit is { } outer ? finished[outer] : null,
                Iteration = draft.Outer.Iteration,
            };
            finished.Add(draft, visit);
            visits.Add(visit);
        }

        return visits.MoveToImmutable();
    }
}
