using System;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Data;
using StateMachineGen.Execution.Visits;

namespace StateMachineGen.Tracing;

/// <summary>An attempt of a state in a report: a call of its task, or a start of its branches or iterations.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended, or what it is in did.</param>
/// <param name="IsAnswered">Whether it ended by itself.</param>
/// <param name="Error">The error's name; null when it went well or has not ended.</param>
/// <param name="Cause">What happened; null where that is not known.</param>
/// <param name="Resource">What was called; null for branches and iterations.</param>
/// <param name="Input">What the task was given.</param>
/// <param name="Result">What the task answered.</param>
internal sealed record ReportedAttempt(
    DateTimeOffset Start, DateTimeOffset End, bool IsAnswered, string? Error, string? Cause, string? Resource = null, JsonValue? Input = null, JsonValue? Result = null)
{
    public static ImmutableArray<ReportedAttempt> Of(StateVisit visit, VisitDraft<HistoryEvent> draft) =>
    [
        .. visit.Calls.Select(call => new ReportedAttempt(call.Start, call.End, call.IsAnswered, call.Error, call.Cause, call.Resource, call.InputValue, call.ResultValue)),
        .. draft.Scopes.Select(scope => scope.Failure is { } failure
            ? new ReportedAttempt(scope.Started.Timestamp, failure.Timestamp, true, failure.Error, failure.Cause)
            : new ReportedAttempt(scope.Started.Timestamp, visit.End, visit.IsLeft || visit.Error is not null, visit.Error, visit.Cause)),
    ];
}
