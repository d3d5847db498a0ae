using System.Diagnostics;
using System.Threading;

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

    /// <summary>Whether the handler has returned; the execution is about to go on.</summary>
    public bool HasReturned { get; set; }

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
