using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using StateMachineGen.Execution;

namespace StateMachineGen.Testing;

/// <summary>
/// A handler in flight under virtual time. The scope flows with the handler's <see cref="ExecutionContext"/> wherever its
/// code goes on, and .NET tells when a thread enters or leaves such a context. So the scope knows how many threads are
/// inside the handler, and which timers the handler waits on.
/// </summary>
internal sealed class HandlerScope(VirtualTimeProvider clock, HandlerScope? parent)
{
    private static readonly AsyncLocal<HandlerScope?> s_current = new(OnContextChanged);

    public static HandlerScope? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    /// <summary>The order in which handlers were called.</summary>
    public static IComparer<HandlerScope> ByOrder { get; } = Comparer<HandlerScope>.Create(static (x, y) => x.Order.CompareTo(y.Order));

    /// <summary>Whether it is no handler but a task that waits for an answer by its token (<see cref="PendingTask"/>).</summary>
    public bool IsPendingTask { get; init; }

    /// <summary>The handler that started the execution that this handler belongs to. What counts for the inner one counts for it.</summary>
    public HandlerScope? Parent { get; } = parent;

    public VirtualTimeProvider Clock { get; } = clock;

    /// <summary>Whether a thread ever came; until then the handler is queued. Changed under the clock's lock, as all below.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>How many threads are inside the handler.</summary>
    public int Threads { get; private set; }

    /// <summary>How many armed timers of the clock the handler has.</summary>
    public int Timers { get; private set; }

    /// <summary>What the handler is counted as.</summary>
    public HandlerActivity Activity { get; set; }

    /// <summary>Its place among those that are counted as the same.</summary>
    public LinkedListNode<HandlerScope> Place => field ??= new LinkedListNode<HandlerScope>(this);

    /// <summary>Tells which of two handlers was called first.</summary>
    public long Order { get; set; }

    /// <summary>What waits for the handler, once it has returned.</summary>
    public ClockWait? Wait { get; set; }

    /// <summary>How many handlers have returned in executions that this one started, and those have not gone on yet.</summary>
    public int ReturnedInside { get; set; }

    /// <summary>When its threads or timers last changed, as a timestamp of <see cref="Stopwatch"/>.</summary>
    public long StirredAt { get; private set; } = Stopwatch.GetTimestamp();

    public void AddThreads(int change)
    {
        HasStarted = true;
        Threads += change;
        StirredAt = Stopwatch.GetTimestamp();
    }

    /// <summary>Counts as something that is alive.</summary>
    public void Stir() => AddThreads(0);

    public void AddTimers(int change)
    {
        Timers += change;
        StirredAt = Stopwatch.GetTimestamp();
    }

    public HandlerActivity FindActivity() => !HasStarted ? HandlerActivity.Queued
        : IsPendingTask ? HandlerActivity.Pending
        : Threads > 0 ? HandlerActivity.Busy
        : Timers > 0 ? HandlerActivity.Idle
        : HandlerActivity.Outside;

    private static void OnContextChanged(AsyncLocalValueChangedArgs<HandlerScope?> change)
    {
        if (ReferenceEquals(change.PreviousValue, change.CurrentValue))
        {
            return;
        }

        // Entering comes first: a thread that goes from a handler to the one inside it never seems to have left.
        change.CurrentValue?.Clock.ThreadEntered(change.CurrentValue);
        change.PreviousValue?.Clock.ThreadLeft(change.PreviousValue);
    }
}
