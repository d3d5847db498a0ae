using System;
using System.Collections.Generic;
using System.Threading;

namespace StateMachineGen.Testing;

/// <summary>The time of a <see cref="VirtualTimeProvider"/>, and the timers that are set on it. Changed under the clock's lock.</summary>
internal sealed class VirtualTimerQueue(long start, ClockActivity activity)
{
    private readonly SortedSet<VirtualTimer> _timers = new(VirtualTimer.ByDueTime);
    private long _now = start;

    /// <summary>What time it is, in ticks of UTC; read without the lock too.</summary>
    public long Now => Interlocked.Read(ref _now);

    public bool IsEmpty => _timers.Count == 0;

    /// <summary>How many timers were ever set, which tells those that were set before a moment from those set after it.</summary>
    public long Order { get; private set; }

    public void Add(VirtualTimer timer, TimeSpan dueTime)
    {
        long delay = Math.Max(0, dueTime.Ticks);
        timer.Due = delay > DateTimeOffset.MaxValue.Ticks - _now ? DateTimeOffset.MaxValue.Ticks : _now + delay;
        timer.Order = Order++;
        timer.IsArmed = true;
        _timers.Add(timer);
        CountTimer(timer, 1);
    }

    public void Remove(VirtualTimer timer)
    {
        if (timer.IsArmed)
        {
            _timers.Remove(timer);
            timer.IsArmed = false;
            CountTimer(timer, -1);
        }
    }

    /// <summary>Moves the time to when the next timer is due.</summary>
    public void Jump() => Interlocked.Exchange(ref _now, Math.Max(_now, _timers.Min!.Due));

    /// <summary>Takes the next timer that is due, and sets it again when it has a period.</summary>
    /// <param name="setBefore">The <see cref="Order"/> from which on timers are left.</param>
    public VirtualTimer? TakeDue(long setBefore)
    {
        if (_timers.Min is not { } timer || timer.Due > _now || timer.Order >= setBefore)
        {
            return null;
        }

        Remove(timer);
        if (timer.Period > TimeSpan.Zero)
        {
            Add(timer, timer.Period);
        }

        return timer;
    }

    private void CountTimer(VirtualTimer timer, int change)
    {
        if (timer.Owner is not null)
        {
            activity.AddTimers(timer.Owner, change);
        }
    }
}
