namespace StateMachineGen.Testing;

/// <summary>Whether the time of a <see cref="VirtualTimeProvider"/> may move.</summary>
internal enum Rest
{
    /// <summary>Something runs, or there is nothing to jump to: wait for the next change.</summary>
    None,

    /// <summary>All executions wait on timers, and no handler is in flight.</summary>
    Certain,

    /// <summary>Handlers are in flight and seem to wait on timers; queued work may say otherwise.</summary>
    Apparent,

    /// <summary>A handler computes, blocks or waits for something outside, and there is patience left for it.</summary>
    Awaited,
}
