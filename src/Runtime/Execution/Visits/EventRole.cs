namespace StateMachineGen.Execution.Visits;

/// <summary>What an event means to the visits of states.</summary>
internal enum EventRole
{
    /// <summary>It only follows from another event.</summary>
    Other,

    /// <summary>A visit begins.</summary>
    StateEntered,

    /// <summary>A visit ends.</summary>
    StateExited,

    /// <summary>The branches or iterations of a visit are started, once for each attempt.</summary>
    ScopesStarted,

    /// <summary>An iteration of a Map begins.</summary>
    IterationStarted,

    /// <summary>A task is to be called, once for each attempt.</summary>
    CallScheduled,

    /// <summary>A call was answered.</summary>
    CallSucceeded,

    /// <summary>A call failed, or took too long.</summary>
    CallFailed,

    /// <summary>Something else of a visit failed.</summary>
    Failed,

    /// <summary>The execution ended by itself.</summary>
    ExecutionEnded,

    /// <summary>The execution ended by an error that was not caught.</summary>
    ExecutionFailed,

    /// <summary>The execution was ended from outside or by its time.</summary>
    ExecutionStopped,
}

/// <summary>Roles of events, by their types.</summary>
internal static class EventRoles
{
    public static EventRole Of(HistoryEventType type) => type switch
    {
        _ when type.IsStateEntered() => EventRole.StateEntered,
        _ when type.IsStateExited() => EventRole.StateExited,
        _ when type.IsTaskScheduled() => EventRole.CallScheduled,
        HistoryEventType.ParallelStateStarted or HistoryEventType.MapStateStarted => EventRole.ScopesStarted,
        HistoryEventType.MapIterationStarted => EventRole.IterationStarted,
        HistoryEventType.LambdaFunctionSucceeded or HistoryEventType.ActivitySucceeded or HistoryEventType.TaskSucceeded => EventRole.CallSucceeded,
        _ when type.IsTaskEnded() => EventRole.CallFailed,
        HistoryEventType.ParallelStateFailed or HistoryEventType.MapStateFailed or HistoryEventType.MapIterationFailed
            or HistoryEventType.MapRunFailed or HistoryEventType.EvaluationFailed => EventRole.Failed,
        HistoryEventType.ExecutionSucceeded => EventRole.ExecutionEnded,
        HistoryEventType.ExecutionFailed => EventRole.ExecutionFailed,
        HistoryEventType.ExecutionAborted or HistoryEventType.ExecutionTimedOut => EventRole.ExecutionStopped,
        _ => EventRole.Other,
    };
}
