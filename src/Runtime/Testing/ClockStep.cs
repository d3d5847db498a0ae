using System;
using System.Diagnostics;

namespace StateMachineGen.Testing;

/// <summary>
/// The step that a <see cref="VirtualTimeProvider"/> takes: what belongs to it comes in its order, and only then the next one is taken. Code of
/// handlers runs inside of the timers that it waits on and may keep the thread, so a step is waited for as long as a handler. Changed under the
/// clock's lock.
/// </summary>
internal sealed class ClockStep
{
    private long _number;
    private long _since;
    private bool _isTaken;

    /// <summary>Begins a step, and returns its number.</summary>
    public long Begin()
    {
        _isTaken = true;
        _since = Stopwatch.GetTimestamp();
        return ++_number;
    }

    /// <summary>Ends a step, unless another one began because patience with it was over.</summary>
    public void End(long number) => _isTaken &= number != _number;

    /// <summary>Whether a step is being taken that is to be waited for.</summary>
    /// <param name="patience">For how long.</param>
    /// <param name="since">Since when it is being taken, as a timestamp.</param>
    public bool IsTaken(TimeSpan patience, out long since)
    {
        since = _since;
        return _isTaken && !ClockActivity.IsOver(patience, _since);
    }
}
