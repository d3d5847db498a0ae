using System.Collections.Generic;

namespace StateMachineGen.Execution.Visits;

/// <summary>What an event belongs to.</summary>
/// <param name="Visit">The visit; null for events of the execution.</param>
/// <param name="Iteration">The iteration of the visit, which is that of a Map; null outside of iterations.</param>
internal readonly record struct EventOwner<TEvent>(VisitDraft<TEvent>? Visit, int? Iteration)
    where TEvent : class, IHistoryItem;

/// <summary>A visit of a state, gathered from the events of a history.</summary>
/// <param name="entered">The event that it begins with.</param>
/// <param name="outer">The Parallel or Map that it is in.</param>
/// <param name="previous">The visit that led to it; null for the first in its scope.</param>
internal sealed class VisitDraft<TEvent>(TEvent entered, EventOwner<TEvent> outer, VisitDraft<TEvent>? previous)
    where TEvent : class, IHistoryItem
{
    /// <summary>The attempt of the Parallel or Map around it that it belongs to.</summary>
    private readonly int _attempt = outer.Visit?.Scopes.Count ?? 0;

    public TEvent Entered => entered;

    public EventOwner<TEvent> Outer { get; } = outer;

    public VisitDraft<TEvent>? Previous => previous;

    public VisitDraft<TEvent>? Next { get; private set; }

    public TEvent? Exited { get; private set; }

    /// <summary>The failure that the visit ended with.</summary>
    public TEvent? Failure { get; private set; }

    public List<(TEvent Scheduled, TEvent? Ended)> Calls { get; } = new(0);

    /// <summary>The starts of branches or iterations, each with the failure that it ended with when another attempt followed.</summary>
    public List<(TEvent Started, TEvent? Failure)> Scopes { get; } = new(0);

    /// <summary>How often the task was called, or branches or iterations were started.</summary>
    public int Attempts => Calls.Count + Scopes.Count;

    /// <summary>Whether the Parallel or Map around it was tried again later, so that its outcome does not count.</summary>
    public bool IsSuperseded => Outer.Visit is { } around && (_attempt < around.Scopes.Count || around.IsSuperseded);

    /// <summary>Whether nothing around the visit ended before the history did.</summary>
    public bool IsOpen => Exited is null && (Outer.Visit?.IsOpen ?? true);

    public void Lead(VisitDraft<TEvent> next) => Next = next;

    /// <summary>Notes that the branches or iterations begin.</summary>
    /// <param name="started">The event.</param>
    /// <param name="failure">The failure of the attempt before, or null.</param>
    public void StartScopes(TEvent started, TEvent? failure)
    {
        if (Scopes.Count > 0)
        {
            Scopes[^1] = Scopes[^1] with { Failure = failure };
        }

        Scopes.Add((started, null));
        Failure = null;
    }

    public void Schedule(TEvent call)
    {
        Calls.Add((call, null));
        Failure = null;
    }

    public void EndCall(TEvent ended)
    {
        if (Calls.Count > 0)
        {
            Calls[^1] = Calls[^1] with { Ended = ended };
        }
    }

    /// <summary>Notes a failure. One that has no name, as of a Parallel, does not hide the one that it follows from.</summary>
    public void Fail(TEvent failure) => Failure = failure.Error is null ? Failure ?? failure : failure;

    /// <summary>Ends the visit.</summary>
    /// <param name="exited">The event.</param>
    /// <param name="failure">The failure that it follows from, or null.</param>
    public void Exit(TEvent exited, TEvent? failure)
    {
        Exited = exited;
        Failure = failure;
    }

    /// <summary>The event that ended the visit.</summary>
    /// <param name="last">The last event of the history.</param>
    public TEvent End(TEvent last) =>
        Exited ?? Failure ?? (_attempt > 0 ? Outer.Visit!.Scopes[_attempt - 1].Failure : null) ?? Outer.Visit?.End(last) ?? last;
}
