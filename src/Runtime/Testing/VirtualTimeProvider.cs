using System;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Execution;

namespace StateMachineGen.Testing;

/// <summary>
/// A clock for tests. It stands still while something runs and jumps to the next timer when every execution on it is
/// idle, so a Wait of thirty days takes no time. Timers fire one after the other, by due time and then by the order in which
/// they were set. Handlers that return at one instant take effect in the order in which they were called, once nothing runs any more.
/// </summary>
/// <remarks>
/// <para>An execution is idle while it is in a Wait state, waits to retry, or waits for a handler that is itself idle. A handler
/// is idle when no thread is inside it and it waits on a timer of this clock, as in
/// <c>Task.Delay(delay, timeProvider)</c>. Threads are counted wherever the handler's code goes on, after
/// <c>Task.Run</c>, <c>Task.Yield</c> or <c>ConfigureAwait(false)</c> too. Because work that is queued cannot be seen,
/// time only moves, while handlers are in flight, once the thread pool has nothing left to do, or has had nothing waiting for 20 ms
/// in which no handler stirred.</para>
/// <para>A handler with no thread inside and no timer of this clock waits for something outside, such as a network; one with a
/// thread inside computes or blocks. Time stands still for either for as long as <see cref="Patience"/>, in real time, from when
/// a thread of it last came or went, and then goes on without it until it stirs: a handler that never returns, or that blocks
/// its thread on a timer of this clock, runs into its state's timeout or to the end of its wait. A handler that waits both for
/// the outside and on a timer of this clock counts as idle.</para>
/// <para>A task that waits for an answer by its token counts as a handler that waits for the outside (<see cref="LocalTasks"/>), unless
/// <see cref="AdvanceAsync"/> lets time pass.</para>
/// <para>What handlers have returned is held back until no thread is inside any handler, and so does not depend on which was faster. A handler that
/// blocks its thread is waited for with the same patience, unless it started the execution in question itself.</para>
/// <para>Time moves only while an execution is in flight, or by <see cref="AdvanceAsync"/>.</para>
/// </remarks>
public sealed class VirtualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly VirtualTimerQueue _timers;
    private readonly ClockActivity _activity = new();
    private readonly RestProbes _probes;
    private readonly PatienceAlarm _alarm;
    private readonly ClockStep _step = new();
    private bool _isProbing;

    // A change of anything that idleness depends on.
    private long _version;

    /// <summary>Creates a clock that starts at the first instant of 2026, UTC.</summary>
    public VirtualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>Creates a clock.</summary>
    /// <param name="start">What time it is at first.</param>
    public VirtualTimeProvider(DateTimeOffset start)
    {
        _timers = new VirtualTimerQueue(start.UtcTicks, _activity);
        _probes = new RestProbes(Probe);
        _alarm = new PatienceAlarm(LookAgain);
    }

    /// <summary>
    /// How long, in real time, the clock stands still for a handler that computes, blocks or waits for something outside; 5 seconds when
    /// not set. <see cref="Timeout.InfiniteTimeSpan"/> is for ever, for a debugger's breakpoint in a handler.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan Patience
    {
        get;
        init
        {
            if (value != Timeout.InfiniteTimeSpan)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            }

            field = value;
        }
    } = TimeSpan.FromSeconds(5);

    /// <summary>The clock's time zone: UTC, so that tests do not depend on where they run.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(_timers.Now, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => _timers.Now;

    /// <summary>
    /// Keeps the time from moving until the result is disposed of, for example while several executions are started that
    /// shall begin at one instant.
    /// </summary>
    public IDisposable Hold()
    {
        lock (_gate)
        {
            _activity.Holds++;
            return new Holding(this);
        }
    }

    /// <summary>
    /// Lets time pass, although tasks wait for answers (<see cref="LocalTasks"/>): the result ends when the clock has come so far, whatever
    /// happened on the way, and the tasks that still wait hold the clock again.
    /// </summary>
    /// <param name="time">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public Task AdvanceAsync(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _activity.Advances++;
            var timer = new VirtualTimer(this, _ => Arrive(arrived), null, null);
            Arm(timer, time, Timeout.InfiniteTimeSpan);
        }

        return arrived.Task;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        HandlerScope? owner = HandlerScope.Current;
        var timer = new VirtualTimer(this, callback, state, owner?.Clock == this ? owner : null);
        Arm(timer, dueTime, period);
        return timer;
    }

    /// <summary>Whether there is a timer to jump to.</summary>
    internal bool HasTimers
    {
        get
        {
            lock (_gate)
            {
                return !_timers.IsEmpty;
            }
        }
    }

    internal bool Arm(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (_gate)
        {
            if (timer.IsDisposed)
            {
                return false;
            }

            _timers.Remove(timer);
            timer.Period = period;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _timers.Add(timer, dueTime);
            }

            Changed();
            return true;
        }
    }

    internal void Disarm(VirtualTimer timer)
    {
        lock (_gate)
        {
            timer.IsDisposed = true;
            _timers.Remove(timer);
            Changed();
        }
    }

    internal void ExecutionStarted() => Change(static activity => activity.Executions++);

    internal void ExecutionEnded() => Change(static activity => activity.Executions--);

    /// <summary>An execution has something to do, and time stands still until it rests.</summary>
    internal void LoopStarted() => Change(static activity => activity.RunningLoops++);

    internal void LoopRests() => Change(static activity => activity.RunningLoops--);

    internal HandlerScope BeginHandler()
    {
        lock (_gate)
        {
            var scope = new HandlerScope(this, HandlerScope.Current);
            _activity.Add(scope);
            Changed();
            return scope;
        }
    }

    /// <summary>A task waits for an answer.</summary>
    internal HandlerScope BeginPending()
    {
        lock (_gate)
        {
            var scope = new HandlerScope(this, null) { IsPendingTask = true };
            scope.Stir();
            _activity.Add(scope);
            Changed();
            return scope;
        }
    }

    /// <summary>Somebody sees to the task.</summary>
    internal void Stir(HandlerScope scope)
    {
        lock (_gate)
        {
            _activity.AddThreads(scope, 0);
            Changed();
        }
    }

    internal void HandlerReturned(HandlerScope scope) => Change(activity => activity.TryReturn(scope, isTold: false));

    /// <summary>
    /// What waits for a handler is told of its end. It ends in turn when nothing runs any more at this instant, one handler after the
    /// other in the order in which they were called, so that it does not matter which thread was faster.
    /// </summary>
    internal void HandlerEnded(HandlerScope scope, ClockWait wait)
    {
        scope.Wait = wait;
        Change(activity => activity.TryReturn(scope, isTold: true));
    }

    /// <summary>The execution has gone on, with or without the handler.</summary>
    internal void EndHandler(HandlerScope scope) => Change(activity => activity.Remove(scope));

    private void Arrive(TaskCompletionSource arrived)
    {
        lock (_gate)
        {
            _activity.Advances--;
            _activity.StirPendingTasks();
            Changed();
        }

        arrived.SetResult();
    }

    internal void ThreadEntered(HandlerScope scope) => AddThreads(scope, 1);

    internal void ThreadLeft(HandlerScope scope) => AddThreads(scope, -1);

    private void AddThreads(HandlerScope scope, int change)
    {
        lock (_gate)
        {
            _activity.AddThreads(scope, change);
            Changed();
        }
    }

    private void Change(Action<ClockActivity> change)
    {
        lock (_gate)
        {
            change(_activity);
            Changed();
        }
    }

    /// <summary>Looks, after every change, whether time may move. The caller holds the lock.</summary>
    private void Changed()
    {
        _version++;
        Look();
    }

    private void Look()
    {
        Rest rest = Assess(out long stirredAt);
        if (rest == Rest.Awaited)
        {
            _alarm.Set(Patience, stirredAt);
        }
        else if (rest != Rest.None && !_isProbing)
        {
            _isProbing = true;
            _probes.Queue();
        }
    }

    private void LookAgain()
    {
        lock (_gate)
        {
            _alarm.Reset();
            Look();
        }
    }

    private Rest Assess(out long stirredAt) =>
        _step.IsTaken(Patience, out stirredAt) ? Rest.Awaited : _activity.Assess(Patience, !_timers.IsEmpty, out stirredAt);

    /// <summary>
    /// Takes a step when everything is at rest: lets the executions go on whose handlers have returned, or else jumps to the next timer. Runs
    /// on the thread pool.
    /// </summary>
    private void Probe()
    {
        long step;
        HandlerScope[]? returned = null;
        long set;
        lock (_gate)
        {
            Rest rest = Assess(out _);
            if (rest is Rest.None or Rest.Awaited)
            {
                _isProbing = false;
                Look();
                return;
            }

            if (rest != Rest.Certain && !_probes.IsSettled(_version, Patience))
            {
                _probes.QueueNext();
                return;
            }

            _isProbing = false;
            _version++;
            step = _step.Begin();
            set = _timers.Order;
            if (_activity.HasReturned)
            {
                returned = _activity.TakeReturned();
            }
            else
            {
                _timers.Jump();
            }
        }

        if (returned is not null)
        {
            Array.ForEach(returned, static handler => handler.Wait!.End(WaitEnd.Done));
        }
        else
        {
            FireDue(set);
        }

        lock (_gate)
        {
            _step.End(step);
            Changed();
        }
    }

    /// <summary>Fires all timers that are due at this instant; what they set in turn waits for the next rest.</summary>
    private void FireDue(long set)
    {
        while (TakeDue(set) is { } timer)
        {
            Fire(timer);
        }
    }

    private VirtualTimer? TakeDue(long setBefore)
    {
        lock (_gate)
        {
            VirtualTimer? timer = _timers.TakeDue(setBefore);

            // The thread counts as inside the handler from here, not only when the handler's own code goes on.
            if (timer?.Owner is not null)
            {
                AddThreads(timer.Owner, 1);
            }

            return timer;
        }
    }

    private void Fire(VirtualTimer timer)
    {
        try
        {
            timer.Fire();
        }
        finally
        {
            lock (_gate)
            {
                if (timer.Owner is not null)
                {
                    AddThreads(timer.Owner, -1);
                }

                Changed();
            }
        }
    }

    private sealed class Holding(VirtualTimeProvider clock) : IDisposable
    {
        private VirtualTimeProvider? _clock = clock;

        public void Dispose() => Interlocked.Exchange(ref _clock, null)?.Change(static activity => activity.Holds--);
    }
}
