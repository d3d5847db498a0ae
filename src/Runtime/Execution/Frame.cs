using System;
using System.Diagnostics;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Execution.StateTests;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Names;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution;

/// <summary>An item of a Map, as its iteration sees it (<c>$$.Map.Item</c>).</summary>
/// <param name="Index">The item's number, from 0.</param>
/// <param name="Value">The item.</param>
/// <param name="Key">The member's name when the Map goes over an object, else null.</param>
/// <param name="Source">Where the items of a Distributed Map come from, else null.</param>
internal sealed record MapItem(int Index, JsonValue Value, string? Key = null, string? Source = null);

/// <summary>
/// Where a run is in a scope: the state that is being visited, and what its expressions see. One object serves all visits of a
/// scope, one after the other.
/// </summary>
internal sealed class Frame : EvaluationScope
{
    private const string InputName = "input";
    private const string ContextName = "context";
    private const string ResultName = "result";
    private const string ErrorOutputName = "errorOutput";

    private readonly Frame? _outer;
    private JsonObject? _context;
    private Failure? _reported;

    // The first state of an execution follows from no event, as AWS numbers them.
    private int _beforeEntered;

    /// <summary>The frame of a whole execution.</summary>
    public Frame(ExecutionRun run, StopSignal stop)
    {
        Run = run;
        Stop = stop;
    }

    /// <summary>The frame of a branch or of an iteration.</summary>
    public Frame(Frame outer, StopSignal stop, int lastEventId, MapItem? item)
    {
        Run = outer.Run;
        Stop = stop;
        _outer = outer;
        LastEventId = lastEventId;
        Item = item ?? outer.Item;
    }

    public ExecutionRun Run { get; }

    /// <summary>Stops the scope.</summary>
    public StopSignal Stop { get; }

    /// <summary>Whether the scope belongs to a Parallel or Map state.</summary>
    public bool IsNested => _outer is not null;

    public Variables Variables => field ??= new Variables(_outer?.Variables);

    public PlanState State { get; private set; } = null!;

    public int EnteredEventId { get; private set; }

    public DateTimeOffset EnteredTime { get; private set; }

    /// <summary>The id of the event that the next one follows from.</summary>
    public int LastEventId { get; set; }

    /// <summary>How often the visit was retried.</summary>
    public int RetryCount
    {
        get;
        set
        {
            field = value;
            _context = null;
        }
    }

    /// <summary>The token of the attempt, for <c>.waitForTaskToken</c> and <c>.sync</c>.</summary>
    public string? TaskToken
    {
        get;
        set
        {
            field = value;
            _context = null;
        }
    }

    /// <summary>The item of the innermost Map around, or the one whose <c>ItemSelector</c> is worked out.</summary>
    public MapItem? Item
    {
        get;
        set
        {
            field = value;
            _context = null;
        }
    }

    /// <summary>Where the steps of the visit's processing are told; null when nobody wants to know.</summary>
    public ProcessingTrail? Trail { get; set; }

    /// <summary>The test of one state that the frame is for; null in executions.</summary>
    public StateProbe? Probe => Trail as StateProbe;

    /// <summary>The visit's span; null when nobody listens.</summary>
    public Activity? Activity { get; set; }

    public override JsonObject Context => _context ??= Probe is null ? ContextObject.Create(this) : ContextObject.CreateForTest(this, Probe);

    public override Random Random => Run.Random;

    public override DateTimeOffset Now => Run.Clock.GetUtcNow();

    /// <summary>Begins a visit.</summary>
    public void Enter(PlanState state, DateTimeOffset time, JsonValue input)
    {
        state.Counter?.Hit();
        State = state;
        EnteredTime = time;
        RetryCount = 0;
        TaskToken = null;
        Activity = null;
        _beforeEntered = LastEventId;
        EnteredEventId = Run.History.Append(state.EnteredEvent, LastEventId, time, state, input);
        LastEventId = EnteredEventId;
    }

    /// <summary>Adds an event that the next one follows from.</summary>
    public int Append(HistoryEventType type, object? subject, object? data) => LastEventId = AppendAside(type, subject, data);

    /// <summary>Adds an event that nothing follows from.</summary>
    public int AppendAside(HistoryEventType type, object? subject, object? data) =>
        Run.History.Append(type, LastEventId, Run.Clock.GetUtcNow(), subject, data);

    /// <summary>Tells the history of JSONata that failed; once, however far the failure goes.</summary>
    public void Report(Failure failure)
    {
        if (failure.Error == ErrorNames.QueryEvaluationError && failure.Exception is null && !ReferenceEquals(failure, _reported))
        {
            _reported = failure;

            // AWS lets the event follow from what came before the state, as if the state had not been entered (measured).
            int previous = LastEventId == EnteredEventId ? _beforeEntered : LastEventId;
            LastEventId = Run.History.Append(HistoryEventType.EvaluationFailed, previous, Run.Clock.GetUtcNow(), State, failure);
        }
    }

    /// <summary>Waits until a time; what its end says of the scope, <see cref="Interrupted"/> tells.</summary>
    public ValueTask<WaitEnd> WaitUntilAsync(DateTimeOffset due) => Run.WaitAsync(due, null, Stop);

    /// <summary>What ended the scope during a wait until a time; null when the time came.</summary>
    public Failure? Interrupted(WaitEnd end, DateTimeOffset due) =>
        end == WaitEnd.Cancelled ? Failure.Aborted : due > Run.Deadline ? Failure.ExecutionTimedOut : null;

    /// <summary>Waits before a retry; the result tells what ended the scope before.</summary>
    public async ValueTask<Failure?> DelayRetryAsync(Failure failure, TimeSpan delay)
    {
        if (Run.History.HasOverflowed)
        {
            return Failure.HistoryFull(Run.History.Limit);
        }

        DateTimeOffset now = Run.Clock.GetUtcNow();
        if (Run.HasTelemetry)
        {
            ExecutionTelemetry.Retry(this, failure, delay, now);
        }

        if (State.Binding?.Retried is { } hook)
        {
            Run.Call(this, hook, new StateRetried(Run.Name, State.Name, now, failure.Error, failure.Cause, RetryCount, delay, Activity));
        }

        DateTimeOffset due = Instant.After(now, delay);
        return Interrupted(await WaitUntilAsync(due).ConfigureAwait(false), due);
    }

    public override JsonValue? FindVariable(string name) => name == StatesName ? MakeStates() : Variables.Find(name);

    public override bool TryFindInStates(string name, out JsonValue? value)
    {
        value = name switch
        {
            InputName => Input ?? JsonNull.Instance,
            ContextName => Context,
            ResultName => Result,
            ErrorOutputName => ErrorOutput,
            _ => null,
        };
        return true;
    }

    public override string NewId() => Run.NewToken();

    // TestState tells what happened and not where (measured): there is one state.
    public override CauseText Locate(CauseText cause) => Probe is not null
        ? cause
        : $"An error occurred while executing the state '{State.Name.Fixed()}' (entered at the event id #{EnteredEventId}). {cause}";

    /// <summary><c>$states</c>, with the members that there are at this place.</summary>
    private JsonObject MakeStates()
    {
        var states = default(JsonObject.Builder);
        states.Set(InputName, Input ?? JsonNull.Instance);
        states.Set(ContextName, Context);
        if (Result is not null)
        {
            states.Set(ResultName, Result);
        }

        if (ErrorOutput is not null)
        {
            states.Set(ErrorOutputName, ErrorOutput);
        }

        return states.ToObject();
    }
}
