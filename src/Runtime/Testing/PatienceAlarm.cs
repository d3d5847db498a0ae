using System;
using System.Diagnostics;
using System.Threading;

namespace StateMachineGen.Testing;

/// <summary>Rings when a <see cref="VirtualTimeProvider"/>'s patience ends, which is in real time. Set under the clock's lock.</summary>
#pragma warning disable CA1001 // The timer of the system holds nothing when it is not armed, and goes with the clock.
internal sealed class PatienceAlarm
#pragma warning restore CA1001
{
    private const int LongestMilliseconds = 1 << 30;

    private readonly Timer _timer;
    private bool _isSet;

    /// <param name="ring">Takes the clock's lock, and looks what may be done; <see cref="Reset"/> comes first.</param>
    public PatienceAlarm(Action ring) => _timer = new Timer(_ => ring(), null, Timeout.Infinite, Timeout.Infinite);

    /// <summary>Rings when patience ends that began at a timestamp. What begins later ends later, so one alarm at a time is enough.</summary>
    public void Set(TimeSpan patience, long since)
    {
        if (!_isSet && patience != Timeout.InfiniteTimeSpan)
        {
            _isSet = true;
            double left = (patience - Stopwatch.GetElapsedTime(since)).TotalMilliseconds;
            _timer.Change((long)Math.Clamp(Math.Ceiling(left), 1, LongestMilliseconds), Timeout.Infinite);
        }
    }

    /// <summary>It has rung, and can be set again.</summary>
    public void Reset() => _isSet = false;
}
