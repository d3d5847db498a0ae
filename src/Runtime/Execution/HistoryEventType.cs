namespace StateMachineGen;

/// <summary>The kinds of events of an execution that runs locally, named as AWS names them (API type <c>HistoryEventType</c>).</summary>
public enum HistoryEventType
{
    /// <summary>The execution started.</summary>
    ExecutionStarted,

    /// <summary>The execution succeeded.</summary>
    ExecutionSucceeded,

    /// <summary>The execution failed.</summary>
    ExecutionFailed,

    /// <summary>The execution was stopped from outside.</summary>
    ExecutionAborted,

    /// <summary>The execution ran longer than its machine's <c>TimeoutSeconds</c>.</summary>
    ExecutionTimedOut,

    /// <summary>A Task state was entered.</summary>
    TaskStateEntered,

    /// <summary>A Task state was left.</summary>
    TaskStateExited,

    /// <summary>A Task state was running when the execution was stopped.</summary>
    TaskStateAborted,

    /// <summary>A Pass state was entered.</summary>
    PassStateEntered,

    /// <summary>A Pass state was left.</summary>
    PassStateExited,

    /// <summary>A Choice state was entered.</summary>
    ChoiceStateEntered,

    /// <summary>A Choice state was left.</summary>
    ChoiceStateExited,

    /// <summary>A Wait state was entered.</summary>
    WaitStateEntered,

    /// <summary>A Wait state was left.</summary>
    WaitStateExited,

    /// <summary>A Wait state was waiting when the execution was stopped.</summary>
    WaitStateAborted,

    /// <summary>A Succeed state was entered.</summary>
    SucceedStateEntered,

    /// <summary>A Succeed state was left.</summary>
    SucceedStateExited,

    /// <summary>A Fail state was entered; it is never left.</summary>
    FailStateEntered,

    /// <summary>A Lambda function is to be called.</summary>
    LambdaFunctionScheduled,

    /// <summary>A Lambda function started.</summary>
    LambdaFunctionStarted,

    /// <summary>A Lambda function returned.</summary>
    LambdaFunctionSucceeded,

    /// <summary>A Lambda function failed.</summary>
    LambdaFunctionFailed,

    /// <summary>A Lambda function ran longer than the state's <c>TimeoutSeconds</c>.</summary>
    LambdaFunctionTimedOut,

    /// <summary>An activity is to be done.</summary>
    ActivityScheduled,

    /// <summary>A worker took the activity.</summary>
    ActivityStarted,

    /// <summary>The activity was done.</summary>
    ActivitySucceeded,

    /// <summary>The activity failed.</summary>
    ActivityFailed,

    /// <summary>The activity took longer than the state allows.</summary>
    ActivityTimedOut,

    /// <summary>A service is to be called.</summary>
    TaskScheduled,

    /// <summary>The call of a service started.</summary>
    TaskStarted,

    /// <summary>A service took the request; the state waits for its end (<c>.sync</c>, <c>.waitForTaskToken</c>).</summary>
    TaskSubmitted,

    /// <summary>The service answered.</summary>
    TaskSucceeded,

    /// <summary>The call of a service failed.</summary>
    TaskFailed,

    /// <summary>The call of a service took longer than the state allows.</summary>
    TaskTimedOut,

    /// <summary>A Parallel state was entered.</summary>
    ParallelStateEntered,

    /// <summary>The branches of a Parallel state were started; once for each attempt.</summary>
    ParallelStateStarted,

    /// <summary>All branches of a Parallel state succeeded.</summary>
    ParallelStateSucceeded,

    /// <summary>A branch of a Parallel state failed, and no retry is left.</summary>
    ParallelStateFailed,

    /// <summary>A Parallel state was broken off.</summary>
    ParallelStateAborted,

    /// <summary>A Parallel state was left.</summary>
    ParallelStateExited,

    /// <summary>A Map state was entered.</summary>
    MapStateEntered,

    /// <summary>A Map has its items; once for each attempt.</summary>
    MapStateStarted,

    /// <summary>All iterations of a Map are done.</summary>
    MapStateSucceeded,

    /// <summary>A Map failed, and no retry is left.</summary>
    MapStateFailed,

    /// <summary>A Map was broken off.</summary>
    MapStateAborted,

    /// <summary>A Map state was left.</summary>
    MapStateExited,

    /// <summary>An iteration of a Map began.</summary>
    MapIterationStarted,

    /// <summary>An iteration of a Map went well.</summary>
    MapIterationSucceeded,

    /// <summary>An iteration of a Map failed.</summary>
    MapIterationFailed,

    /// <summary>The executions of a Distributed Map are about to start.</summary>
    MapRunStarted,

    /// <summary>The executions of a Distributed Map are done.</summary>
    MapRunSucceeded,

    /// <summary>A Distributed Map tolerated no more failures, or could not read its items.</summary>
    MapRunFailed,

    /// <summary>A JSONata expression failed, or gave what its field does not take.</summary>
    EvaluationFailed,
}
