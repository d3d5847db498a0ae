using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution;

/// <summary>The events that mark a visit of a state, by the state's type.</summary>
internal static class StateEvents
{
    public static HistoryEventType Entered(StateType type) => type switch
    {
        StateType.Task => HistoryEventType.TaskStateEntered,
        StateType.Pass => HistoryEventType.PassStateEntered,
        StateType.Choice => HistoryEventType.ChoiceStateEntered,
        StateType.Wait => HistoryEventType.WaitStateEntered,
        StateType.Succeed => HistoryEventType.SucceedStateEntered,
        StateType.Fail => HistoryEventType.FailStateEntered,
        StateType.Parallel => HistoryEventType.ParallelStateEntered,
        _ => HistoryEventType.MapStateEntered,
    };

    /// <summary>The event of leaving a state; null for a Fail state, which is never left.</summary>
    public static HistoryEventType? Exited(StateType type) => type switch
    {
        StateType.Task => HistoryEventType.TaskStateExited,
        StateType.Pass => HistoryEventType.PassStateExited,
        StateType.Choice => HistoryEventType.ChoiceStateExited,
        StateType.Wait => HistoryEventType.WaitStateExited,
        StateType.Succeed => HistoryEventType.SucceedStateExited,
        StateType.Fail => null,
        StateType.Parallel => HistoryEventType.ParallelStateExited,
        _ => HistoryEventType.MapStateExited,
    };

    public static bool IsStateEntered(this HistoryEventType type) => type is HistoryEventType.TaskStateEntered or HistoryEventType.PassStateEntered
        or HistoryEventType.ChoiceStateEntered or HistoryEventType.WaitStateEntered or HistoryEventType.SucceedStateEntered
        or HistoryEventType.FailStateEntered or HistoryEventType.ParallelStateEntered or HistoryEventType.MapStateEntered;

    public static bool IsStateExited(this HistoryEventType type) => type is HistoryEventType.TaskStateExited or HistoryEventType.PassStateExited
        or HistoryEventType.ChoiceStateExited or HistoryEventType.WaitStateExited or HistoryEventType.SucceedStateExited
        or HistoryEventType.ParallelStateExited or HistoryEventType.MapStateExited;

    public static bool IsTaskScheduled(this HistoryEventType type) =>
        type is HistoryEventType.LambdaFunctionScheduled or HistoryEventType.ActivityScheduled or HistoryEventType.TaskScheduled;

    public static bool IsTaskEnded(this HistoryEventType type) => type is HistoryEventType.LambdaFunctionSucceeded or HistoryEventType.LambdaFunctionFailed
        or HistoryEventType.LambdaFunctionTimedOut or HistoryEventType.ActivitySucceeded or HistoryEventType.ActivityFailed or HistoryEventType.ActivityTimedOut
        or HistoryEventType.TaskSucceeded or HistoryEventType.TaskFailed or HistoryEventType.TaskTimedOut;
}
