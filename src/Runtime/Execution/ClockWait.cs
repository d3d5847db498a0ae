using System;
using System.Threading;
using System.Threading.Tasks;
using System.Threading.Tasks.Sources;
using StateMachineGen.Testing;

namespace StateMachineGen.Execution;

/// <summary>What ended a wait.</summary>
internal enum WaitEnd
{
    /// <summary>The time came.</summary>
    Elapsed,

    /// <summary>The work was done.</summary>
    Done,

    /// <summary>The execution, or the part of it that waits, was stopped.</summary>
    Cancelled,
}

/// <summary>
/// The one way in which an execution waits: for a time, for work, or for both, and always for being stopped. Whatever ends
/// the wait, the execution goes on in its loop.
/// </summary>
internal sealed class ClockWait : ILoopItem, IValueTaskSource<WaitEnd>
{
    // The greatest interval that the timers of the system take is about 49.7 days; a Wait state may ask for years.
    private static readonly TimeSpan s_longestInterval = TimeSpan.FromDays(40);
    private static readonly TimeSpan s_shortestInterval = TimeSpan.FromMilliseconds(1);

    private readonly ExecutionRun _run;
    private readonly StopSignal _stop;
    private readonly HandlerScope? _handler;
    private readonly DateTimeOffset _due;
    private ManualResetValueTaskSourceCore<WaitEnd> _source;
    private ITimer? _timer;
    private WaitEnd _end;
    private int _hasEnded;
    private bool _isOver;

    private ClockWait(ExecutionRun run, StopSignal stop, DateTimeOffset? due, HandlerScope? handler)
    {
        _handler = handler;
        _run = run;
        _stop = stop;
        _due = due ?? DateTimeOffset.MaxValue;
    }

    /// <summary>The wait before it that the same signal stops; as <see cref="Next"/>, for the signal alone.</summary>
    public ClockWait? Previous { get; set; }

    public ClockWait? Next { get; set; }

    /// <summary>Waits.</summary>
    /// <param name="run">The execution.</param>
    /// <param name="due">Until when; null for ever.</param>
    /// <param name="work">What else ends the wait; it must not fail.</param>
    /// <param name="stop">Stops the execution, or the part of it that waits.</param>
    /// <param name="handler">What does the work, when it is a handler under virtual time, whose end is held back until its turn comes.</param>
    public static ValueTask<WaitEnd> UntilAsync(ExecutionRun run, DateTimeOffset? due, Task? work, StopSignal stop, HandlerScope? handler)
    {
        if (handler is null && work is { IsCompleted: true })
        {
            return new(WaitEnd.Done);
        }

        if (stop.IsStopped)
        {
            return new(WaitEnd.Cancelled);
        }

        TimeSpan? interval = due - run.Clock.GetUtcNow();
        if (interval <= TimeSpan.Zero)
        {
            return new(WaitEnd.Elapsed);
        }

        var wait = new ClockWait(run, stop, due, handler);
        wait.Begin(interval, work);
        return new(wait, wait._source.Version);
    }

    /// <summary>Ends the wait at once; in the loop.</summary>
    public void Stop()
    {
        Interlocked.Exchange(ref _hasEnded, 1);
        Run();
    }

    /// <summary>Has the wait end in the loop; from any thread.</summary>
    public void End(WaitEnd end)
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) == 0)
        {
            _end = end;
            _run.Loop.Post(this);
        }
    }

    /// <summary>Goes on with the execution; in the loop.</summary>
    public void Run()
    {
        // What was stopped may be in the loop's queue all the same.
        if (!_isOver)
        {
            _isOver = true;
            _timer?.Dispose();
            _stop.Unregister(this);
            _source.SetResult(_stop.IsStopped ? WaitEnd.Cancelled : _end);
        }
    }

    WaitEnd IValueTaskSource<WaitEnd>.GetResult(short token) => _source.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<WaitEnd>.GetStatus(short token) => _source.GetStatus(token);

    void IValueTaskSource<WaitEnd>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags & ~ValueTaskSourceOnCompletedFlags.UseSchedulingContext);

    private void Begin(TimeSpan? interval, Task? work)
    {
        _stop.Register(this);
        if (interval is { } rest)
        {
            // Armed only when it can be seen by its own callback.
            _timer = _run.Clock.CreateTimer(static state => ((ClockWait)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _timer.Change(Clamp(rest), Timeout.InfiniteTimeSpan);
        }

        _ = work?.ContinueWith(
            static (_, state) => ((ClockWait)state!).OnWork(),
            this,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    // Timers of the system count milliseconds, and one of 0 would only fire to be set again.
    private TimeSpan Clamp(TimeSpan interval) =>
        interval > s_longestInterval ? s_longestInterval : interval < s_shortestInterval && _run.VirtualClock is null ? s_shortestInterval : interval;

    private void OnTimer()
    {
        // Timers of the system may fire a little early, and long waits are made of several intervals.
        TimeSpan rest = _due - _run.Clock.GetUtcNow();
        if (rest > TimeSpan.Zero)
        {
            _timer!.Change(Clamp(rest), Timeout.InfiniteTimeSpan);
        }
        else
        {
            End(WaitEnd.Elapsed);
        }
    }

    private void OnWork()
    {
        if (_handler is null)
        {
            End(WaitEnd.Done);
        }
        else
        {
            _handler.Clock.HandlerEnded(_handler, this);
        }
    }
}
