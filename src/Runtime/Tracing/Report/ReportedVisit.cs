using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Visits;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Tracing;

/// <summary>A visit of a state in a report.</summary>
/// <param name="Visit">What the history tells of it.</param>
/// <param name="Outer">The number of the visit of the Parallel or Map that it belongs to; null at the top of the machine.</param>
/// <param name="Previous">The number of the visit that led here; null where the scope starts.</param>
/// <param name="Mark">How it ended.</param>
/// <param name="Cause">What happened when it failed, where that is known.</param>
/// <param name="IsSuperseded">Whether the Parallel or Map around it was tried again later.</param>
/// <param name="Attempts">How often it was tried: calls of a task, or starts of branches or iterations.</param>
/// <param name="Record">What is known of it beside; null when the execution's thread had not told it yet.</param>
internal sealed record ReportedVisit(StateVisit Visit, int? Outer, int? Previous, StateMark Mark, string? Cause, bool IsSuperseded, ImmutableArray<ReportedAttempt> Attempts, VisitRecord? Record)
{
    public string? SpanId => Record?.SpanId;

    /// <summary>The visits of an execution, in the order in which the states were entered.</summary>
    public static ImmutableArray<ReportedVisit> Of(List<VisitDraft<HistoryEvent>> drafts, HistoryEvent last, IReadOnlyDictionary<int, VisitRecord> records)
    {
        Dictionary<VisitDraft<HistoryEvent>, int> numbers = drafts.Select((draft, number) => (draft, number)).ToDictionary(each => each.draft, each => each.number);
        return
        [
            .. StateVisits.Of(drafts, last).Zip(drafts, HistoryMarks<HistoryEvent>.OfEach(drafts, last)).Select(each =>
            {
                (StateVisit visit, VisitDraft<HistoryEvent> draft, StateMark mark) = each;
                return new ReportedVisit(
                    visit,
                    draft.Outer.Visit is { } outer ? numbers[outer] : null,
                    draft.Previous is { } previous ? numbers[previous] : null,
                    mark,
                    mark.Error is null ? null : visit.Cause,
                    draft.IsSuperseded,
                    ReportedAttempt.Of(visit, draft),
                    records.GetValueOrDefault(visit.EnteredEventId));
            }),
        ];
    }
}
