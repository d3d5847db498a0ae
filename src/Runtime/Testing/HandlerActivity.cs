namespace StateMachineGen.Testing;

/// <summary>What a handler in flight does, as far as the clock can know.</summary>
internal enum HandlerActivity
{
    /// <summary>Nobody waits for it.</summary>
    None,

    /// <summary>No thread has come to it yet.</summary>
    Queued,

    /// <summary>A thread is inside: it computes or blocks.</summary>
    Busy,

    /// <summary>It waits on a timer of the clock.</summary>
    Idle,

    /// <summary>It waits for something that the clock does not know.</summary>
    Outside,

    /// <summary>It is a task that waits for an answer by its token.</summary>
    Pending,

    /// <summary>It has returned, and its end is about to be told.</summary>
    Returning,

    /// <summary>It has returned, and its execution has not gone on yet.</summary>
    Returned,
}
