using System;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Execution;

/// <summary>What ended a wait.</summary>
internal enum WaitEnd
{
    /// <summary>The time came.</summary>
    Elapsed,

    /// <summary>The work was done.</summary>
    Done,

    /// <summary>The execution was stopped.</summary>
    Cancelled,
}

/// <summary>
/// The one way in which an execution waits: for a time, for work, or for both, and always for being stopped. A virtual
/// clock is told when the wait begins and when it ends, so it knows at any time which executions run.
/// </summary>
internal sealed class ClockWait
{
    // The greatest interval that the timers of the system take is about 49.7 days; a Wait state may ask for years.
    private static readonly TimeSpan s_longestInterval = TimeSpan.FromDays(40);
    private static readonly TimeSpan s_shortestInterval = TimeSpan.FromMilliseconds(1);

    private readonly TaskCompletionSource<WaitEnd> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TimeProvider _clock;
    private readonly VirtualTimeProvider? _virtual;
    private readonly DateTimeOffset? _due;
    private ITimer? _timer;
    private int _hasEnded;

    private ClockWait(TimeProvider clock, DateTimeOffset? due)
    {
        _clock = clock;
        _virtual = clock as VirtualTimeProvider;
        _due = due;
    }

    /// <summary>Waits.</summary>
    /// <param name="clock">The clock of the execution.</param>
    /// <param name="due">Until when; null for ever.</param>
    /// <param name="work">What else ends the wait; it must not fail.</param>
    /// <param name="cancellationToken">Stops the execution.</param>
    public static async ValueTask<WaitEnd> UntilAsync(TimeProvider clock, DateTimeOffset? due, Task? work, CancellationToken cancellationToken)
    {
        if (work is { IsCompleted: true })
        {
            return WaitEnd.Done;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            return WaitEnd.Cancelled;
        }

        TimeSpan? interval = due - clock.GetUtcNow();
        if (interval <= TimeSpan.Zero)
        {
            return WaitEnd.Elapsed;
        }

        var wait = new ClockWait(clock, due);
        try
        {
            if (interval is { } rest)
            {
                // Armed only when it can be seen by its own callback.
                wait._timer = clock.CreateTimer(static state => ((ClockWait)state!).OnTimer(), wait, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                wait._timer.Change(wait.Clamp(rest), Timeout.InfiniteTimeSpan);
            }

            _ = work?.ContinueWith(
                static (_, state) => ((ClockWait)state!).End(WaitEnd.Done),
                wait,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);

            // Last, when all is armed: from here on virtual time may move.
            wait._virtual?.BeginWait();
            using (cancellationToken.UnsafeRegister(static state => ((ClockWait)state!).End(WaitEnd.Cancelled), wait))
            {
                return await wait._source.Task.ConfigureAwait(false);
            }
        }
        finally
        {
            wait._timer?.Dispose();
        }
    }

    // Timers of the system count milliseconds, and one of 0 would only fire to be set again.
    private TimeSpan Clamp(TimeSpan interval) =>
        interval > s_longestInterval ? s_longestInterval : interval < s_shortestInterval && _virtual is null ? s_shortestInterval : interval;

    private void OnTimer()
    {
        // Timers of the system may fire a little early, and long waits are made of several intervals.
        if (_due - _clock.GetUtcNow() is { } rest && rest > TimeSpan.Zero)
        {
            _timer!.Change(Clamp(rest), Timeout.InfiniteTimeSpan);
        }
        else
        {
            End(WaitEnd.Elapsed);
        }
    }

    private void End(WaitEnd end)
    {
        if (Interlocked.Exchange(ref _hasEnded, 1) == 0)
        {
            _virtual?.EndWait();
            _source.SetResult(end);
        }
    }
}
