using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Testing;

/// <summary>
/// A clock for tests. It stands still while something runs and jumps to the next timer when every execution on it is
/// idle, so a Wait of thirty days takes no time. Timers fire one after the other, by due time and then by the order in which
/// they were set.
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
/// <para>Time moves only while an execution is in flight, or by <see cref="AdvanceAsync"/>.</para>
/// </remarks>
#pragma warning disable CA1001 // The timers of the system hold nothing when they are not armed, and go with the clock.
public sealed class VirtualTimeProvider : TimeProvider
#pragma warning restore CA1001
{
    private const int LongestWakeMilliseconds = 1 << 30;

    private readonly Lock _gate = new();
    private readonly VirtualTimerQueue _timers;
    private readonly ClockActivity _activity = new();
    private readonly RestProbes _probes;
    private readonly Timer _wake;
    private bool _isProbing;
    private bool _isWaking;

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
        _timers = new VirtualTimerQueue(start.UtcTicks);
        _probes = new RestProbes(Probe);

        // A timer of the system, which looks when patience, in real time, ends.
        _wake = new Timer(static clock => ((VirtualTimeProvider)clock!).Wake(), this, Timeout.Infinite, Timeout.Infinite);
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

    internal void ExecutionStarted()
    {
        lock (_gate)
        {
            _activity.Executions++;
            Changed();
        }
    }

    internal void ExecutionEnded()
    {
        lock (_gate)
        {
            _activity.Executions--;
            Changed();
        }
    }

    /// <summary>An execution has something to do, and time stands still until it rests.</summary>
    internal void LoopStarted()
    {
        lock (_gate)
        {
            _activity.RunningLoops++;
            Changed();
        }
    }

    internal void LoopRests()
    {
        lock (_gate)
        {
            _activity.RunningLoops--;
            Changed();
        }
    }

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
            scope.Stir();
            Changed();
        }
    }

    internal void HandlerReturned(HandlerScope scope)
    {
        lock (_gate)
        {
            scope.HasReturned = true;
            Changed();
        }
    }

    /// <summary>The execution has gone on, with or without the handler.</summary>
    internal void EndHandler(HandlerScope scope)
    {
        lock (_gate)
        {
            _activity.Remove(scope);
            Changed();
        }
    }

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
            for (HandlerScope? each = scope; each is not null; each = each.Parent)
            {
                each.AddThreads(change);
            }

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
            WakeAfterPatience(stirredAt);
        }
        else if (rest != Rest.None && !_isProbing)
        {
            _isProbing = true;
            _probes.Queue();
        }
    }

    /// <summary>Looks again when the patience with a handler ends. Others end later, so one look at a time is enough.</summary>
    private void WakeAfterPatience(long stirredAt)
    {
        if (!_isWaking && Patience != Timeout.InfiniteTimeSpan)
        {
            _isWaking = true;
            double left = (Patience - Stopwatch.GetElapsedTime(stirredAt)).TotalMilliseconds;
            _wake.Change((long)Math.Clamp(Math.Ceiling(left), 1, LongestWakeMilliseconds), Timeout.Infinite);
        }
    }

    private void Wake()
    {
        lock (_gate)
        {
            _isWaking = false;
            Look();
        }
    }

    private Rest Assess(out long stirredAt)
    {
        stirredAt = long.MaxValue;
        return _timers.IsEmpty ? Rest.None : _activity.Assess(Patience, out stirredAt);
    }

    /// <summary>Jumps to the next timer when everything is at rest; runs on the thread pool.</summary>
    private void Probe()
    {
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
            set = _timers.Order;
            _timers.Jump();
        }

        // All that are due at this instant; what they set in turn waits for the next rest.
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

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _clock, null) is { } held)
            {
                lock (held._gate)
                {
                    held._activity.Holds--;
                    held.Changed();
                }
            }
        }
    }
}
