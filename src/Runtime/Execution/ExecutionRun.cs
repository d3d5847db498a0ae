using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Maps;
using StateMachineGen.Execution.StateTests;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Language.Names;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution;

/// <summary>An execution: what it is, and its end.</summary>
internal sealed class ExecutionRun : ILoopItem
{
    // AWS keeps no history of Express executions and so has no limit; here it is what ends a loop that never waits.
    private const int ExpressHistoryEvents = 1_000_000;

    private readonly int _seed;
    private readonly StateProbe? _probe;
    private readonly MachineType _type;
    private readonly string? _label;
    private readonly CancellationToken _token;
    private ExecutionFamily? _family;
    private Random? _random;
    private ObservedIds? _observedIds;
    private Dictionary<PlanState, int>? _calls;

    /// <summary>An execution that is started by itself, or by a task of another one, whose clock and loop it shares.</summary>
    public ExecutionRun(LocalMachine machine, JsonValue input, string? name, int seed, StateProbe? probe, CancellationToken token, ExecutionRun? starter = null)
    {
        Machine = machine;
        _probe = probe;
        Input = input;
        _token = token;
        _seed = seed;
        _type = machine.Type;
        Stop = new StopSignal();
        Clock = starter?.Clock ?? machine.Options.TimeProvider;
        VirtualClock = Clock as VirtualTimeProvider;
        Loop = starter?.Loop ?? new ExecutionLoop(VirtualClock);
        Depth = starter is null ? 0 : starter.Depth + 1;
        _family = starter?.Family;
        // As on AWS, a test of one state leaves no trace.
        HasTelemetry = machine.Options.HasTelemetry && probe is null;
        Name = name;
        History = new HistoryLog(HistoryLimit);
        StartTime = Clock.GetUtcNow();
        EndTime = StartTime;
        Deadline = Instant.First(Instant.Limit(StartTime, machine.Plan.Timeout), LongestTime(machine.Type));
        Record = probe is null ? (machine.Options.Report ?? starter?.Record?.Report)?.Register(this, starter) : null;
    }

    /// <summary>An execution that runs an item, or a batch of items, of a map run.</summary>
    private ExecutionRun(ExecutionRun parent, JsonValue input, string label, MachineType type, int items, StopSignal stop)
    {
        Parent = parent;
        Depth = parent.Depth;
        _family = parent.Family;
        Machine = parent.Machine;
        Input = input;
        _seed = parent.Random.Next();
        _type = type;
        _label = label;
        ItemCount = items;
        Clock = parent.Clock;
        VirtualClock = parent.VirtualClock;
        Loop = parent.Loop;
        Stop = stop;
        HasTelemetry = parent.HasTelemetry;
        IsTraced = parent.IsTraced;
        Name = parent.NewToken();
        History = new HistoryLog(HistoryLimit);
        StartTime = Clock.GetUtcNow();
        EndTime = StartTime;
        Deadline = Instant.First(LongestTime(type), parent.Deadline);
        Record = parent.Record?.Report.Register(this, parent);
    }

    /// <summary>The execution whose map run this one belongs to; null for one that was started by itself.</summary>
    public ExecutionRun? Parent { get; }

    /// <summary>The Map state whose map run this one belongs to; null for one that was started by itself.</summary>
    public string? MapState { get; private init; }

    /// <summary>How many executions this one descends from by tasks that start executions.</summary>
    public int Depth { get; }

    /// <summary>The executions that come from the same one.</summary>
    public ExecutionFamily Family => _family ??= new ExecutionFamily();

    public LocalMachine Machine { get; }

    public ExecutionLimits Limits => Machine.Options.Limits;

    public JsonValue Input { get; }

    [AllowNull]
    public string Name
    {
        get => field ??= RandomUuid.Next(NewStream(37));
        private init;
    }

    public string Arn => field ??= MakeArn();

    /// <summary>The ARN of what is executed: the machine, or the states within a Map.</summary>
    public string MachineArn => _label is null ? Machine.Arn : $"{Machine.Arn}/{_label}";

    /// <summary>How many items of a map run it handles.</summary>
    public int ItemCount { get; }

    /// <summary>The map runs that it started, in order.</summary>
    public List<DistributedMapRun> MapRuns => field ??= [];

    public DateTimeOffset StartTime { get; }

    /// <summary>When it ended; its start while it runs.</summary>
    public DateTimeOffset EndTime { get; private set; }

    /// <summary>When the execution times out; null for never.</summary>
    public DateTimeOffset? Deadline { get; }

    public TimeProvider Clock { get; }

    public VirtualTimeProvider? VirtualClock { get; }

    /// <summary>Where the execution's code runs.</summary>
    public ExecutionLoop Loop { get; }

    /// <summary>Stops the execution, when its caller or the machine's disposal says so.</summary>
    public StopSignal Stop { get; }

    public bool HasTelemetry { get; }

    /// <summary>The caller's trace, as StartExecution takes it; null for none.</summary>
    public string? TraceHeader { get; init; }

    /// <summary>Whether the execution's span is recorded, and so those of all that belongs to it.</summary>
    public bool IsTraced { get; private set; }

    public HistoryLog History { get; }

    /// <summary>What a report keeps of the execution; null when none is made of it.</summary>
    public ExecutionRecord? Record { get; }

    public ExecutionStatus Status { get; private set; }

    public JsonValue? Output { get; private set; }

    public Failure? Failure { get; private set; }

    /// <summary>What hooks threw; null while none did.</summary>
    public List<Exception>? HookExceptions { get; private set; }

    /// <summary>What chance decides in the execution itself.</summary>
    public Random Random => _random ??= new Random(_seed);

    /// <summary>An id that is part of the execution: its name, a task's token.</summary>
    public string NewToken() => RandomUuid.Next(Random);

    /// <summary>An id that only telemetry shows.</summary>
    public string NewId()
    {
        if (_observedIds is null)
        {
            Interlocked.CompareExchange(ref _observedIds, new ObservedIds(~_seed), null);
        }

        return _observedIds.Next();
    }

    /// <summary>Runs the execution to its end. Nothing of the machine's errors is thrown.</summary>
    /// <param name="read">Reads from the execution that has ended what the caller wants of it.</param>
    public Task<TResult> ExecuteAsync<TResult>(Func<ExecutionRun, TResult> read)
    {
        if (SynchronizationContext.Current is not null)
        {
            // Handlers run without a synchronization context, as they do in Lambda.
            return Task.Run(() => ExecuteAsync(read));
        }

        Loop.Enter();
        try
        {
            return WalkAsync(read, leavesLoop: true);
        }
        finally
        {
            Loop.Exit();
        }
    }

    /// <summary>Runs an execution that a task of another one started; in the loop.</summary>
    public Task ExecuteNestedAsync() => WalkAsync(static run => run, leavesLoop: false);

    /// <summary>Stops the execution, as the caller's token asks; in the loop.</summary>
    void ILoopItem.Run() => Stop.Stop();

    /// <summary>Makes the execution that runs an item, or a batch of items, of a map run.</summary>
    public ExecutionRun NewChild(JsonValue input, DistributedPlan distributed, string mapState, int items, StopSignal stop) =>
        new(this, input, distributed.Label, distributed.ChildType, items, stop) { MapState = mapState };

    /// <summary>Waits for work, or until a time, or until the part of the execution is stopped that waits.</summary>
    public ValueTask<WaitEnd> WaitAsync(DateTimeOffset? due, Task? work, StopSignal stop, HandlerScope? handler = null) =>
        ClockWait.UntilAsync(this, Instant.First(due, Deadline), work, stop, handler);

    /// <summary>The mock's answer to the next call of a task, or null when the task has no mock.</summary>
    public ResolvedReply? NextReply(PlanState task, JsonValue payload)
    {
        if (Parent is not null)
        {
            return Parent.NextReply(task, payload);
        }

        if (_probe?.Answer is { } answer)
        {
            return answer.To(payload);
        }

        if (!Machine.Mocks.TryGetValue(task, out ResolvedReply[]? replies))
        {
            return null;
        }

        _calls ??= [];
        int call = _calls.GetValueOrDefault(task);
        _calls[task] = call + 1;
        return replies[Math.Min(call, replies.Length - 1)].To(payload);
    }

    /// <summary>Calls a hook. What it throws is told in the result and never disturbs the execution.</summary>
    public void Call<TEvent>(Frame frame, Action<TEvent> hook, TEvent argument)
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

    private DateTimeOffset? LongestTime(MachineType type) =>
        Instant.Limit(StartTime, type == MachineType.Express ? Limits.ExpressDuration : Limits.StandardDuration);

    private int HistoryLimit => Limits.HistoryEvents ?? (_type == MachineType.Express ? ExpressHistoryEvents : Quotas.HistoryEvents);

    private string MakeArn()
    {
        LocalOptions options = Machine.Options;
        string machine = _label is null ? Machine.Name : $"{Machine.Name}/{_label}";

        return _type == MachineType.Express
            ? $"arn:aws:states:{options.Region}:{options.AccountId}:express:{machine}:{Name}:{RandomUuid.Next(NewStream(31))}"
            : $"arn:aws:states:{options.Region}:{options.AccountId}:execution:{machine}:{Name}";
    }

    // The chance of one id alone: it must not matter whether and when somebody asks for it.
    private Random NewStream(int factor) => new(unchecked(factor * _seed));

    /// <summary>Runs an execution of a map run to its end.</summary>
    public async ValueTask<Outcome> RunChildAsync(ScopePlan processor)
    {
        History.AppendLast(HistoryEventType.ExecutionStarted, 0, StartTime, null, Input);
        var frame = new Frame(this, Stop.Nest());
        Outcome outcome = await ScopeWalk.RunAsync(frame, processor, Input).ConfigureAwait(false);
        frame.Stop.Release();
        End(outcome, frame.LastEventId);
        if (HasTelemetry)
        {
            ExecutionMetrics.ExecutionEnded(this);
        }

        History.Trim();
        return outcome.Failure is { Kind: FailureKind.ExecutionTimedOut } && (Parent!.Deadline is null || EndTime < Parent.Deadline)
            ? Failure.TaskTimedOut()
            : outcome;
    }

    private async Task<TResult> WalkAsync<TResult>(Func<ExecutionRun, TResult> read, bool leavesLoop)
    {
        VirtualClock?.ExecutionStarted();
        CancellationTokenRegistration cancellation = StopWhen(_token);
        CancellationTokenRegistration disposal = StopWhen(Machine.Disposal);
        Activity? span = null;
        try
        {
            span = HasTelemetry ? ExecutionTelemetry.StartExecution(this) : null;
            IsTraced = span is { IsAllDataRequested: true };
            Record?.SpanId = span?.SpanId.ToHexString();
            History.AppendLast(HistoryEventType.ExecutionStarted, 0, StartTime, null, Input);
            if (_token.IsCancellationRequested || Machine.Disposal.IsCancellationRequested)
            {
                Stop.Stop();
            }

            var frame = new Frame(this, Stop) { Trail = _probe };
            End(await VisitAsync(frame).ConfigureAwait(false), frame.LastEventId);
            if (HasTelemetry)
            {
                ExecutionTelemetry.EndExecution(span, this);
            }
        }
        finally
        {
            cancellation.Unregister();
            disposal.Unregister();
            VirtualClock?.ExecutionEnded();
            Machine.Leave();
            ExecutionTelemetry.Abandon(span);
        }

        if (leavesLoop && !Loop.IsWithCaller)
        {
            // Whoever awaits the execution must not go on inside its loop: it may block, and the loop has a virtual clock stand still.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        return read(this);
    }

    private ValueTask<Outcome> VisitAsync(Frame frame) =>
        _probe is null ? ScopeWalk.RunAsync(frame, Machine.Plan.Scope, Input) : _probe.VisitAsync(frame, Input);

    private CancellationTokenRegistration StopWhen(CancellationToken token) =>
        token.UnsafeRegister(static run => ((ExecutionRun)run!).Loop.Post((ExecutionRun)run!), this);

    private void End(Outcome outcome, int lastEventId)
    {
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
        History.AppendLast(type, isFromOutside ? 0 : lastEventId, EndTime, null, (object?)Output ?? Failure);
    }
}
