using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Execution.Visits;

/// <summary>Makes the marks of an execution from its history.</summary>
internal sealed class HistoryMarks<TEvent>
    where TEvent : class, IHistoryItem
{
    private readonly IReadOnlyDictionary<string, int>? _iterations;
    private readonly Func<string, string, bool> _isCatchOnly;
    private readonly TEvent? _last;

    private HistoryMarks(TEvent? last, IReadOnlyDictionary<string, int>? iterations, Func<string, string, bool> isCatchOnly)
    {
        _last = last;
        _iterations = iterations;
        _isCatchOnly = isCatchOnly;
    }

    /// <summary>The marks of a history.</summary>
    /// <param name="history">The events, in the order of their numbers.</param>
    /// <param name="iterations">For Map states, by name, the number of the one iteration to show; null to show all of all.</param>
    /// <param name="isCatchOnly">Whether only a Catch leads from a state to another one; asked where the history does not tell.</param>
    public static ExecutionMarks Of(IReadOnlyCollection<TEvent> history, IReadOnlyDictionary<string, int>? iterations, Func<string, string, bool> isCatchOnly) =>
        new HistoryMarks<TEvent>(history.LastOrDefault(), iterations, isCatchOnly).All(VisitReader<TEvent>.Read(history));

    /// <summary>The marks of all visits of a local history.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="last">The last event of the history.</param>
    public static ExecutionMarks OfAll(IEnumerable<VisitDraft<TEvent>> visits, TEvent last) =>
        new HistoryMarks<TEvent>(last, null, static (_, _) => false).All(visits);

    /// <summary>The marks of the visits of a local history, one by one.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="last">The last event of the history.</param>
    public static IEnumerable<StateMark> OfEach(IEnumerable<VisitDraft<TEvent>> visits, TEvent last) =>
        visits.Select(new HistoryMarks<TEvent>(last, null, static (_, _) => false).Mark);

    private ExecutionMarks All(IEnumerable<VisitDraft<TEvent>> visits)
    {
        VisitDraft<TEvent>[] shown = [.. visits.Where(IsShown)];
        return new ExecutionMarks(shown.Select(visit => KeyValuePair.Create(visit.Entered.StateName!, Mark(visit))), shown.SelectMany(Transitions));
    }

    private bool IsShown(VisitDraft<TEvent> visit)
    {
        if (_iterations is null || visit.IsSuperseded)
        {
            return !visit.IsSuperseded;
        }

        for (EventOwner<TEvent> outer = visit.Outer; outer.Visit is not null; outer = outer.Visit.Outer)
        {
            if (_iterations.TryGetValue(outer.Visit.Entered.StateName!, out int iteration) && outer.Iteration != iteration)
            {
                return false;
            }
        }

        return true;
    }

    private StateMark Mark(VisitDraft<TEvent> visit)
    {
        StateStatus status = Status(visit);
        string? error = status is StateStatus.Failed or StateStatus.CaughtError ? visit.Exited?.Error ?? visit.Failure?.Error : null;
        return new StateMark(status, 1, Math.Max(1, visit.Attempts), visit.End(_last!).Timestamp - visit.Entered.Timestamp, error);
    }

    private StateStatus Status(VisitDraft<TEvent> visit)
    {
        if (visit.Exited is not null)
        {
            return IsCaught(visit) ? StateStatus.CaughtError : StateStatus.Succeeded;
        }

        bool isFail = visit.Entered.StateType == StateType.Fail;
        return _last!.Role switch
        {
            _ when isFail => StateStatus.Failed,
            EventRole.ExecutionStopped when visit.IsOpen => StateStatus.Cancelled,
            EventRole.ExecutionStopped or EventRole.ExecutionFailed or EventRole.ExecutionEnded => visit.Failure is null ? StateStatus.Cancelled : StateStatus.Failed,
            _ when visit.IsOpen => StateStatus.InProgress,
            _ => visit.Failure is null ? StateStatus.Cancelled : StateStatus.Failed,
        };
    }

    private bool IsCaught(VisitDraft<TEvent> visit) =>
        visit.Exited!.IsCaught
        ?? (visit.Failure is not null || (visit.Next is { } next && _isCatchOnly(visit.Entered.StateName!, next.Entered.StateName!)));

    private IEnumerable<TakenTransition> Transitions(VisitDraft<TEvent> visit)
    {
        string state = visit.Entered.StateName!;
        yield return visit.Previous is { } previous
            ? new TakenTransition(previous.Entered.StateName, state, IsCaught(previous), 1)
            : new TakenTransition(null, state, false, 1);
        if (visit.Next is null && (visit.Exited is not null || visit.Entered.StateType == StateType.Fail))
        {
            yield return new TakenTransition(state, null, false, 1);
        }
    }
}
