using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Execution.Visits;

namespace StateMachineGen.Execution;

/// <summary>Makes the visits of states that users see.</summary>
internal static class StateVisits
{
    /// <summary>The visits in the order in which the states were entered.</summary>
    public static ImmutableArray<StateVisit> Read(IReadOnlyList<HistoryEvent> history) =>
        Of(VisitReader<HistoryEvent>.Read(history), history[history.Count - 1]);

    /// <summary>The visits that were read from a history.</summary>
    /// <param name="drafts">The visits.</param>
    /// <param name="last">The last event of the history.</param>
    public static ImmutableArray<StateVisit> Of(IReadOnlyCollection<VisitDraft<HistoryEvent>> drafts, HistoryEvent last)
    {
        var finished = new Dictionary<VisitDraft<HistoryEvent>, StateVisit>();
        var visits = ImmutableArray.CreateBuilder<StateVisit>(drafts.Count);
        // A visit comes after the one that it is in.
        foreach (VisitDraft<HistoryEvent> draft in drafts)
        {
            var visit = new StateVisit(draft, last)
            {
                Calls = [.. draft.Calls.Select(call => new StateCall(call.Scheduled, call.Ended, draft.End(last)))],
                Outer = draft.Outer.Visit is { } outer ? finished[outer] : null,
                Iteration = draft.Outer.Iteration,
            };
            finished.Add(draft, visit);
            visits.Add(visit);
        }

        return visits.MoveToImmutable();
    }
}
