using System;
using System.Collections.Immutable;
using System.Globalization;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Visits;

namespace StateMachineGen;

/// <summary>One visit of a state, as the history tells it. Its texts are made when they are read.</summary>
public sealed class StateVisit
{
    private readonly PlanState _state;
    private readonly HistoryEvent _entered;
    private readonly HistoryEvent? _exited;
    private readonly HistoryEvent _end;

    /// <summary>Makes a visit.</summary>
    /// <param name="visit">What was gathered of it.</param>
    /// <param name="last">The last event of the history.</param>
    internal StateVisit(VisitDraft<HistoryEvent> visit, HistoryEvent last)
    {
        _state = visit.Entered.State!;
        _entered = visit.Entered;
        _exited = visit.Exited;
        _end = visit.End(last);
        // What was not left when the execution ended, ended with it.
        Failure = _exited is null ? visit.Failure?.Failure ?? (visit.IsOpen ? last.Failure : null) : _exited.Exit?.Caught;
        Attempts = Math.Max(1, visit.Attempts);
    }

    /// <summary>The state's name.</summary>
    public string State => _state.Name;

    /// <summary>The state's ASL type: <c>Task</c>, <c>Pass</c> …</summary>
    public string Type => _state.Type.ToString();

    /// <summary>When the state was entered, in UTC.</summary>
    public DateTimeOffset Start => _entered.Timestamp;

    /// <summary>When it was left, or ended with what it is in, in UTC.</summary>
    public DateTimeOffset End => _end.Timestamp;

    /// <summary>How often its task was called, or its branches or iterations were started; 1 for states of other types.</summary>
    public int Attempts { get; }

    /// <summary>The calls of the state's task, in order; empty for states of other types, and where a task failed before its call.</summary>
    public ImmutableArray<StateCall> Calls { get; internal init; } = [];

    /// <summary>The state's input as JSON text, before <c>InputPath</c>.</summary>
    public string Input => InputValue.ToString();

    /// <summary>The state's output as JSON text; null when the execution ended in the state.</summary>
    public string? Output => OutputValue?.ToString();

    /// <summary>The variables that the state or its Catcher set, as the JSON text of an object; null for none.</summary>
    public string? Assigned => AssignedValue?.ToString();

    /// <summary>The name of the error that the visit ended with; null when it went well, also after retries.</summary>
    public string? Error => Failure?.Error;

    /// <summary>What happened; null without an error, and where nothing more is known.</summary>
    public string? Cause => Failure?.Cause;

    /// <summary>Whether a Catch led on from the error.</summary>
    public bool IsCaught => _exited?.Exit?.Caught is not null;

    /// <summary>The visit of the Parallel or Map state that this one belongs to; null at the top of the machine.</summary>
    public StateVisit? Outer { get; internal init; }

    /// <summary>The number of the iteration that the visit belongs to, from 0; null when <see cref="Outer"/> is no Map.</summary>
    public int? Iteration { get; internal init; }

    internal int EnteredEventId => _entered.Id;

    internal bool IsLeft => _exited is not null;

    internal JsonValue InputValue => _entered.InputValue!;

    internal JsonValue? OutputValue => _exited?.OutputValue;

    internal JsonObject? AssignedValue => _exited?.Exit?.Assigned is { Count: > 0 } assigned ? assigned : null;

    private Failure? Failure { get; }

    /// <summary>The visit in a few words, for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{State}{(Iteration is null ? "" : $"[{Iteration}]")}{(Attempts == 1 ? "" : $" {Attempts} attempts")}{(Error is null ? "" : " " + Error)}{(IsCaught ? " (caught)" : "")}");
}
