using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace StateMachineGen.Testing;

/// <summary>
/// What goes on while a <see cref="VirtualTimeProvider"/> stands still, and whether it may go on. Changed under the clock's lock. It is asked
/// after every change, so handlers are counted by what they do, and the answer takes no longer when there are thousands.
/// </summary>
internal sealed class ClockActivity
{
    // By when they stirred last, so that the first one with patience left is the one whose patience ends first.
    private readonly LinkedList<HandlerScope> _busy = new();
    private readonly LinkedList<HandlerScope> _outside = new();
    private readonly LinkedList<HandlerScope> _pending = new();
    private readonly SortedSet<HandlerScope> _returned = new(HandlerScope.ByOrder);
    private int _passing;
    private int _idle;
    private long _order;

    /// <summary>How many executions are in flight.</summary>
    public int Executions { get; set; }

    /// <summary>How many executions have something to do.</summary>
    public int RunningLoops { get; set; }

    /// <summary>How often somebody keeps the time from moving.</summary>
    public int Holds { get; set; }

    /// <summary>How often somebody lets time pass, although tasks wait for answers.</summary>
    public int Advances { get; set; }

    /// <summary>Whether handlers have returned whose executions have not gone on.</summary>
    public bool HasReturned => _returned.Count > 0;

    public void Add(HandlerScope handler)
    {
        handler.Order = _order++;
        Enter(handler, handler.FindActivity());
    }

    /// <summary>Nobody waits for a handler any more; false when nobody did.</summary>
    public bool Remove(HandlerScope handler)
    {
        bool isInFlight = handler.Activity != HandlerActivity.None;
        Leave(handler);
        return isInFlight;
    }

    /// <summary>A thread came to a handler, or left it.</summary>
    public void AddThreads(HandlerScope handler, int change)
    {
        for (HandlerScope? each = handler; each is not null; each = each.Parent)
        {
            each.AddThreads(change);
            Update(each);
        }
    }

    /// <summary>A timer of a handler was set, or is set no more.</summary>
    public void AddTimers(HandlerScope handler, int change)
    {
        for (HandlerScope? each = handler; each is not null; each = each.Parent)
        {
            each.AddTimers(change);
            Update(each);
        }
    }

    /// <summary>A handler has returned, or its end was told; false when nobody waits for it any more.</summary>
    public bool TryReturn(HandlerScope handler, bool isTold)
    {
        if (!Remove(handler))
        {
            return false;
        }

        Enter(handler, isTold ? HandlerActivity.Returned : HandlerActivity.Returning);
        return true;
    }

    /// <summary>Takes those that have returned, in the order in which they were called.</summary>
    public HandlerScope[] TakeReturned()
    {
        HandlerScope[] returned = [.. _returned];
        foreach (HandlerScope handler in returned)
        {
            Leave(handler);
        }

        return returned;
    }

    /// <summary>The tasks that wait for an answer hold the clock from now on.</summary>
    public void StirPendingTasks()
    {
        foreach (HandlerScope handler in _pending)
        {
            handler.Stir();
        }
    }

    /// <summary>What may be done now: the executions of handlers that have returned go on, or else time moves.</summary>
    /// <param name="patience">How long handlers that are not idle are waited for.</param>
    /// <param name="hasTimers">Whether there is a timer to jump to.</param>
    /// <param name="stirredAt">When <see cref="Rest.Awaited"/>: since when the handler is still whose patience ends first.</param>
    public Rest Assess(TimeSpan patience, bool hasTimers, out long stirredAt)
    {
        stirredAt = long.MaxValue;
        if (RunningLoops > 0 || _passing > 0)
        {
            return Rest.None;
        }

        FindAwaited(_busy, patience, ref stirredAt);
        if (HasReturned)
        {
            // What a handler waits for outside may be just what follows from the end of another one, so only threads are waited for.
            return stirredAt != long.MaxValue ? Rest.Awaited : _busy.Count + _outside.Count + _idle > 0 ? Rest.Apparent : Rest.Certain;
        }

        if (!hasTimers || (Executions == 0 && Advances == 0) || Holds > 0)
        {
            return Rest.None;
        }

        FindAwaited(_outside, patience, ref stirredAt);
        if (Advances == 0)
        {
            FindAwaited(_pending, patience, ref stirredAt);
        }

        return stirredAt != long.MaxValue ? Rest.Awaited : _idle > 0 ? Rest.Apparent : Rest.Certain;
    }

    /// <summary>Whether patience that began at a timestamp is over.</summary>
    public static bool IsOver(TimeSpan patience, long since) => patience != Timeout.InfiniteTimeSpan && Stopwatch.GetElapsedTime(since) >= patience;

    private void FindAwaited(LinkedList<HandlerScope> handlers, TimeSpan patience, ref long stirredAt)
    {
        for (LinkedListNode<HandlerScope>? each = handlers.First; each is not null && each.Value.StirredAt < stirredAt; each = each.Next)
        {
            // A handler may keep its thread until the execution ends that it started, which is waited for by nobody else.
            if (!(HasReturned && each.Value.ReturnedInside > 0) && !IsOver(patience, each.Value.StirredAt))
            {
                stirredAt = each.Value.StirredAt;
            }
        }
    }

    private void Update(HandlerScope handler)
    {
        if (handler.Activity is not (HandlerActivity.None or HandlerActivity.Returning or HandlerActivity.Returned))
        {
            Leave(handler);
            Enter(handler, handler.FindActivity());
        }
    }

    private void Enter(HandlerScope handler, HandlerActivity activity)
    {
        handler.Activity = activity;
        Count(handler, 1);
        ListOf(activity)?.AddLast(handler.Place);
    }

    private void Leave(HandlerScope handler)
    {
        ListOf(handler.Activity)?.Remove(handler.Place);
        Count(handler, -1);
        handler.Activity = HandlerActivity.None;
    }

    private LinkedList<HandlerScope>? ListOf(HandlerActivity activity) => activity switch
    {
        HandlerActivity.Busy => _busy,
        HandlerActivity.Outside => _outside,
        HandlerActivity.Pending => _pending,
        _ => null,
    };

    private void Count(HandlerScope handler, int change)
    {
        switch (handler.Activity)
        {
            case HandlerActivity.Queued or HandlerActivity.Returning:
                _passing += change;
                break;
            case HandlerActivity.Idle:
                _idle += change;
                break;
            case HandlerActivity.Returned:
                _ = change > 0 ? _returned.Add(handler) : _returned.Remove(handler);
                for (HandlerScope? each = handler.Parent; each is not null; each = each.Parent)
                {
                    each.ReturnedInside += change;
                }

                break;
        }
    }
}
