using System;
using System.Globalization;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Visits;
using StateMachineGen.Language.Document;

namespace StateMachineGen;

/// <summary>An event of an execution, as GetExecutionHistory shows it. Its texts are made when they are read.</summary>
public sealed class HistoryEvent : IHistoryItem
{
    private readonly HistoryEntry _entry;

    internal HistoryEvent(int id, in HistoryEntry entry)
    {
        Id = id;
        _entry = entry;
    }

    /// <summary>The event's number, from 1.</summary>
    public int Id { get; }

    /// <summary>The number of the event that led to this one; 0 for the first event, the first state entered, and the end from outside.</summary>
    public int PreviousEventId => _entry.PreviousId;

    /// <summary>The kind of event.</summary>
    public HistoryEventType Type => _entry.Type;

    /// <summary>When it happened, in UTC on the execution's clock.</summary>
    public DateTimeOffset Timestamp => new(_entry.Ticks, TimeSpan.Zero);

    /// <summary>The state's name on the events of states and their tasks; null on those of the execution.</summary>
    public string? StateName => (_entry.Subject as PlanState)?.Name ?? Call?.StateName;

    /// <summary>The input as JSON text, on the events that carry one; on TaskScheduled, the parameters.</summary>
    public string? Input => InputValue?.ToString();

    /// <summary>The output as JSON text, on the events that carry one.</summary>
    public string? Output => OutputValue?.ToString();

    /// <summary>The error's name, on the events that tell of a failure.</summary>
    public string? Error => Failure?.Error;

    /// <summary>What happened, on the events that tell of a failure.</summary>
    public string? Cause => Failure?.Cause;

    /// <summary>What a task calls: the ARN of a function or activity, or the API of a service.</summary>
    public string? Resource => Call?.HistoryResource;

    /// <summary>The service that a task calls, on the events of service integrations.</summary>
    public string? ResourceType => Call?.ResourceType;

    internal TaskCall? Call => _entry.Subject as TaskCall;

    internal PlanState? State => _entry.Subject as PlanState;

    /// <summary>The number of the iteration that an event of a Map is about, from 0; null on other events.</summary>
    public int? Iteration => (_entry.Data as MapItem)?.Index;

    /// <summary>How many items a Map has, on <see cref="HistoryEventType.MapStateStarted"/>; null on other events.</summary>
    public int? Length => (_entry.Data as MapLength)?.Value;

    internal Failure? Failure => _entry.Data as Failure;

    internal StateExit? Exit => _entry.Data as StateExit;

    EventRole IHistoryItem.Role => EventRoles.Of(Type);

    StateType? IHistoryItem.StateType => State?.Type;

    string? IHistoryItem.Error => Error ?? Exit?.Caught?.Error;

    bool? IHistoryItem.IsCaught => Exit is null ? null : Exit.Caught is not null;

    internal string? WorkerName => (_entry.Data as WorkerName)?.Value;

    internal string? MapRunArn => (_entry.Data as MapRunName)?.Arn;

    internal JsonValue? InputValue => Type == HistoryEventType.ExecutionStarted || Type.IsStateEntered() || Type.IsTaskScheduled()
        ? _entry.Data as JsonValue
        : null;

    internal JsonValue? OutputValue => InputValue is null ? _entry.Data as JsonValue ?? Exit?.Output : null;

    /// <summary>The event in a few words, for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Id} {Type}{(StateName is null ? "" : " " + StateName)}{(Error is null ? "" : " " + Error)}");
}
