using System;
using System.Diagnostics;
using System.Threading;

namespace StateMachineGen.Testing;

/// <summary>
/// Looks, while handlers are in flight, whether apparent rest is real: work that is queued cannot be seen, so the thread pool must have
/// come to rest too. Changed under the clock's lock.
/// </summary>
#pragma warning disable CA1001 // The timer of the system holds nothing when it is not armed, and goes with the clock.
internal sealed class RestProbes : IThreadPoolWorkItem
#pragma warning restore CA1001
{
    private const int EagerProbes = 64;
    private const int IntervalMilliseconds = 1;
    private static readonly TimeSpan s_settleTime = TimeSpan.FromMilliseconds(20);

    private readonly Action _probe;
    private readonly Timer _timer;
    private long _version = -1;
    private long _since;
    private int _probes;
    private int _quietProbes;

    /// <param name="probe">Looks, on the thread pool, whether time may move.</param>
    public RestProbes(Action probe)
    {
        _probe = probe;
        _timer = new Timer(static probes => ((RestProbes)probes!)._probe(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <summary>Looks as soon as the thread pool has come to it.</summary>
    public void Queue() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Looks again: eagerly at first, then after a while.</summary>
    public void QueueNext()
    {
        if (_probes < EagerProbes)
        {
            Queue();
        }
        else
        {
            _timer.Change(IntervalMilliseconds, Timeout.Infinite);
        }
    }

    void IThreadPoolWorkItem.Execute() => _probe();

    /// <summary>Whether rest is real; asked by a work item of the thread pool.</summary>
    /// <param name="version">Is another after each change of anything that idleness depends on; a time without one is looked for.</param>
    /// <param name="patience">How long there need be no change for the thread pool not to matter.</param>
    public bool IsSettled(long version, TimeSpan patience)
    {
        if (version != _version)
        {
            _version = version;
            _since = Stopwatch.GetTimestamp();
            _probes = 0;
            _quietProbes = 0;
            return false;
        }

        _probes++;
        if (ClockActivity.IsOver(patience, _since))
        {
            return true;
        }

        // This probe is itself a work item on a thread of the pool: twice nothing but the probe, and what was queued has run.
        ThreadPool.GetMaxThreads(out int most, out _);
        ThreadPool.GetAvailableThreads(out int available, out _);
        bool hasNoneWaiting = ThreadPool.PendingWorkItemCount == 0;
        _quietProbes = hasNoneWaiting && most - available <= 1 ? _quietProbes + 1 : 0;
        return _quietProbes >= 2 || (hasNoneWaiting && Stopwatch.GetElapsedTime(_since) >= s_settleTime);
    }
}
