using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace StateMachineGen.Testing;

/// <summary>What goes on while a <see cref="VirtualTimeProvider"/> stands still, and whether its time may move. Changed under the clock's lock.</summary>
internal sealed class ClockActivity
{
    private readonly HashSet<HandlerScope> _handlers = [];

    /// <summary>How many executions are in flight.</summary>
    public int Executions { get; set; }

    /// <summary>How many executions have something to do.</summary>
    public int RunningLoops { get; set; }

    /// <summary>How often somebody keeps the time from moving.</summary>
    public int Holds { get; set; }

    /// <summary>How often somebody lets time pass, although tasks wait for answers.</summary>
    public int Advances { get; set; }

    public void Add(HandlerScope handler) => _handlers.Add(handler);

    public void Remove(HandlerScope handler) => _handlers.Remove(handler);

    /// <summary>The tasks that wait for an answer hold the clock from now on.</summary>
    public void StirPendingTasks()
    {
        foreach (HandlerScope handler in _handlers)
        {
            if (handler.IsPendingTask)
            {
                handler.Stir();
            }
        }
    }

    /// <summary>What may be done now, when there are timers.</summary>
    /// <param name="patience">How long handlers that are not idle are waited for.</param>
    /// <param name="stirredAt">When <see cref="Rest.Awaited"/>: since when the handler is still whose patience ends first.</param>
    public Rest Assess(TimeSpan patience, out long stirredAt)
    {
        stirredAt = long.MaxValue;
        if (RunningLoops > 0 || (Executions == 0 && Advances == 0) || Holds > 0)
        {
            return Rest.None;
        }

        Rest rest = Rest.Certain;
        foreach (HandlerScope handler in _handlers)
        {
            if (handler.IsPendingTask && Advances > 0)
            {
                continue;
            }

            if (!handler.HasStarted || handler.HasReturned)
            {
                return Rest.None;
            }

            bool isIdle = handler.Threads == 0 && handler.Timers > 0;
            if (isIdle)
            {
                rest = rest == Rest.Certain ? Rest.Apparent : rest;
            }
            else if (!IsOver(patience, handler.StirredAt))
            {
                rest = Rest.Awaited;
                stirredAt = Math.Min(stirredAt, handler.StirredAt);
            }
        }

        return rest;
    }

    /// <summary>Whether patience that began at a timestamp is over.</summary>
    public static bool IsOver(TimeSpan patience, long since) => patience != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(since) >= patience;
}
