using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution;

/// <summary>An execution: the walk from state to state, and its end.</summary>
internal sealed class ExecutionRun
{
    // AWS keeps no history of Express executions and so has no limit; here it is what ends a loop that never waits.
    private const int ExpressHistoryEvents = 1_000_000;
    private static readonly TimeSpan s_expressTimeout = TimeSpan.FromMinutes(5);

    private readonly int _seed;
    private readonly Lock _observed = new();
    private Random? _random;
    private Random? _observedRandom;
    private Dictionary<PlanState, int>? _calls;

    public ExecutionRun(LocalMachine machine, JsonValue input, string? name, int seed, CancellationToken token)
    {
        Machine = machine;
        Input = input;
        Token = token;
        _seed = seed;
        Clock = machine.Options.TimeProvider;
        VirtualClock = Clock as VirtualTimeProvider;
        HasTelemetry = machine.Options.HasTelemetry;
        bool isExpress = machine.Type == MachineType.Express;
        Name = name ?? NewToken();
        Arn = $"arn:aws:states:{machine.Options.Region}:{machine.Options.AccountId}:{(isExpress ? "express" : "execution")}:{machine.Name}:{Name}"
            + (isExpress ? ":" + NewToken() : "");
        History = new HistoryLog(isExpress ? ExpressHistoryEvents : Quotas.HistoryEvents);
        StartTime = Clock.GetUtcNow();
        EndTime = StartTime;
        Deadline = Instant.Limit(StartTime, machine.Plan.Timeout ?? (isExpress ? s_expressTimeout : null));
    }

    public LocalMachine Machine { get; }

    public JsonValue Input { get; }

    public string Name { get; }

    public string Arn { get; }

    public DateTimeOffset StartTime { get; }

    public DateTimeOffset EndTime { get; private set; }

    /// <summary>When the execution times out; null for never.</summary>
    public DateTimeOffset? Deadline { get; }

    public TimeProvider Clock { get; }

    public VirtualTimeProvider? VirtualClock { get; }

    /// <summary>Stops the execution, when its caller or the machine's disposal says so.</summary>
    public CancellationToken Token { get; }

    public bool HasTelemetry { get; }

    public HistoryLog History { get; }

    public ExecutionStatus Status { get; private set; }

    public JsonValue? Output { get; private set; }

    public Failure? Failure { get; private set; }

    /// <summary>What hooks threw; null while none did.</summary>
    public List<Exception>? HookExceptions { get; private set; }

    /// <summary>What chance decides in the execution itself.</summary>
    public Random Random => _random ??= new Random(_seed);

    /// <summary>An id that is part of the execution: its name, a task's token.</summary>
    public string NewToken() => NewId(Random);

    /// <summary>
    /// An id that only telemetry shows, from a stream of its own: whether somebody listens must not change the execution.
    /// Handlers that were left behind may ask at the same time.
    /// </summary>
    public string NewId()
    {
        lock (_observed)
        {
            return NewId(_observedRandom ??= new Random(~_seed));
        }
    }

    private static string NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);

        // Version 4, variant 1: what people and tools expect of a random UUID.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    public async Task ExecuteAsync()
    {
        Activity? span = HasTelemetry ? ExecutionTelemetry.StartExecution(this) : null;
        History.AppendLast(HistoryEventType.ExecutionStarted, 0, StartTime, null, Input);
        Outcome outcome = await VisitStatesAsync().ConfigureAwait(false);
        EndTime = Clock.GetUtcNow();
        Output = outcome.Output;
        Failure = outcome.Failure;
        (Status, HistoryEventType type) = outcome.Failure?.Kind switch
        {
            null => (ExecutionStatus.Succeeded, HistoryEventType.ExecutionSucceeded),
            FailureKind.Error => (ExecutionStatus.Failed, HistoryEventType.ExecutionFailed),
            FailureKind.ExecutionTimedOut => (ExecutionStatus.TimedOut, HistoryEventType.ExecutionTimedOut),
            _ => (ExecutionStatus.Aborted, HistoryEventType.ExecutionAborted),
        };

        // What ends an execution from outside follows from no event of it.
        bool isFromOutside = Status is ExecutionStatus.TimedOut or ExecutionStatus.Aborted;
        History.AppendLast(type, isFromOutside ? 0 : History.Count, EndTime, null, (object?)Output ?? Failure);
        if (HasTelemetry)
        {
            ExecutionTelemetry.EndExecution(span, this);
        }
    }

    public void Append(HistoryEventType type, object? subject, object? data) => History.Append(type, Clock.GetUtcNow(), subject, data);

    /// <summary>The mock's answer to the next call of a task, or null when the task has no mock.</summary>
    public ResolvedReply? NextReply(PlanState task)
    {
        if (!Machine.Mocks.TryGetValue(task, out ResolvedReply[]? replies))
        {
            return null;
        }

        _calls ??= [];
        int call = _calls.GetValueOrDefault(task);
        _calls[task] = call + 1;
        return replies[Math.Min(call, replies.Length - 1)];
    }

    /// <summary>Waits; the result is null when the time came, or tells what ended the execution before.</summary>
    public async ValueTask<Failure?> WaitUntilAsync(DateTimeOffset due)
    {
        WaitEnd end = await ClockWait.UntilAsync(Clock, Instant.First(due, Deadline), null, Token).ConfigureAwait(false);
        return end == WaitEnd.Cancelled ? Failure.Aborted : due > Deadline ? Failure.ExecutionTimedOut : null;
    }

    /// <summary>Waits before a retry.</summary>
    public ValueTask<Failure?> DelayRetryAsync(Frame frame, Failure failure, TimeSpan delay)
    {
        if (History.HasOverflowed)
        {
            return new(Failure.HistoryFull(History.Limit));
        }

        DateTimeOffset now = Clock.GetUtcNow();
        if (HasTelemetry)
        {
            ExecutionTelemetry.Retry(frame, failure, delay, now);
        }

        if (frame.State.Binding?.Retried is { } hook)
        {
            Call(frame, hook, new StateRetried(Name, frame.State.Name, now, failure.Error, failure.Cause, frame.RetryCount, delay, frame.Activity));
        }

        return WaitUntilAsync(Instant.After(now, delay));
    }

    private async ValueTask<Outcome> VisitStatesAsync()
    {
        var frame = new Frame(this);
        PlanState state = Machine.Plan.Start;
        JsonValue value = Input;
        DateTimeOffset now = StartTime;
        while (true)
        {
            if (Token.IsCancellationRequested)
            {
                return Failure.Aborted;
            }

            if (now >= Deadline)
            {
                return Failure.ExecutionTimedOut;
            }

            frame.Enter(state, now, History.Append(state.EnteredEvent, now, state, value));
            if (History.HasOverflowed)
            {
                return Failure.HistoryFull(History.Limit);
            }

            frame.Activity = HasTelemetry ? ExecutionTelemetry.StartState(frame) : null;
            if (state.Binding?.Entered is { } entered)
            {
                Call(frame, entered, new StateEntered(Name, state.Name, now, frame.Activity));
            }

            Outcome outcome = await state.RunAsync(frame, value).ConfigureAwait(false);
            now = Clock.GetUtcNow();
            if (outcome.Failure is { Kind: FailureKind.Error } failure && state.Binding?.Failed is { } failed)
            {
                Call(
                    frame,
                    failed,
                    new StateFailed(Name, state.Name, now, failure.Error, failure.Cause, failure.Exception, outcome.Next?.Name, frame.Activity));
            }

            if (outcome.Output is not null)
            {
                History.Append(
                    state.ExitedEvent!.Value, now, state, outcome.Failure is null ? outcome.Output : new CaughtOutput(outcome.Output, outcome.Failure));
                if (state.Binding?.Exited is { } exited)
                {
                    Call(frame, exited, new StateExited(Name, state.Name, now, now - frame.EnteredTime, outcome.Next?.Name, frame.Activity));
                }
            }
            else if (outcome.Failure!.Kind == FailureKind.Aborted && AbortedEvent(state.Type) is { } aborted)
            {
                History.Append(aborted, now, state, null);
            }

            if (HasTelemetry)
            {
                ExecutionTelemetry.EndState(frame, outcome, now);
            }

            if (outcome.Output is null || outcome.Next is null)
            {
                return History.HasOverflowed && outcome.Output is not null ? Failure.HistoryFull(History.Limit) : outcome;
            }

            value = outcome.Output;
            state = outcome.Next;
        }
    }

    /// <summary>Calls a hook. What it throws is told in the result and never disturbs the execution.</summary>
    private void Call<TEvent>(Frame frame, Action<TEvent> hook, TEvent argument)
    {
        try
        {
            hook(argument);
        }
#pragma warning disable CA1031 // A hook observes; nothing that it does may change the run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            (HookExceptions ??= []).Add(e);
            ExceptionEvent.Add(frame.Activity, e, Clock.GetUtcNow());
        }
    }

    private static HistoryEventType? AbortedEvent(StateType type) => type switch
    {
        StateType.Task => HistoryEventType.TaskStateAborted,
        StateType.Wait => HistoryEventType.WaitStateAborted,
        _ => null,
    };
}
