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
}
