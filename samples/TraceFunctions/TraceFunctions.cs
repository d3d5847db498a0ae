using StateMachineGen;

namespace Tutorial;

/// <summary>
/// Three flaky tasks in a row, to look at in X-Ray: the state machine of AWS's tutorial "View X-Ray traces in Step
/// Functions", state by state and field by field.
/// </summary>
[StateMachine<Request, Response>(Tracing = true)]
public partial class TraceFunctions
{
    /// <summary>The first call; whatever fails it ends the execution.</summary>
    [StartAt]
    [Task("arn:aws:lambda:us-east-1:123456789012:function:test-function1")]
    [Catch<AfterTaskFailed>(Errors.TaskFailed)]
    [Next<CallTestFunction2>]
    public sealed partial class CallTestFunction1(Chance chance) : FlakyFunction(chance);

    /// <summary>The second call; whatever fails it ends the execution.</summary>
    [Task("arn:aws:lambda:us-east-1:123456789012:function:test-function2")]
    [Catch<AfterTaskFailed>(Errors.TaskFailed)]
    [Next<CallTestFunction3>]
    public sealed partial class CallTestFunction2(Chance chance) : FlakyFunction(chance);

    /// <summary>
    /// The third call, which may take five seconds: a longer one has a Fail state of its own (States.TaskFailed matches
    /// every error but a timeout).
    /// </summary>
    [Task("arn:aws:lambda:us-east-1:123456789012:function:test-function3", TimeoutSeconds = 5)]
    [Catch<AfterTimeout>(Errors.Timeout)]
    [Catch<AfterTaskFailed>(Errors.TaskFailed)]
    [Next<Succeed>]
    public sealed partial class CallTestFunction3(Chance chance) : FlakyFunction(chance);

    /// <summary>All three functions answered.</summary>
    [Succeed]
    public sealed partial class Succeed;

    /// <summary>The third function took longer than five seconds.</summary>
    [Fail]
    public sealed partial class AfterTimeout;

    /// <summary>A function failed.</summary>
    [Fail]
    public sealed partial class AfterTaskFailed;
}
