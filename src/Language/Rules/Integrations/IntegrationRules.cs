using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of what tasks call and how they wait for it (SMG5xxx).</summary>
public static class IntegrationRules
{
    /// <summary>SMG5010: a resource is no ARN.</summary>
    public static Rule InvalidResource { get; } = new(
        "SMG5010",
        "The resource of a task must be an ARN",
        "The resource '{0}' is no ARN: {1}",
        RuleSeverity.Error,
        "A resource has the form arn:partition:service:region:account:resource; for services it is arn:aws:states:::service:action. AWS refuses anything else.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG5011: a service integration does not exist.</summary>
    public static Rule UnknownIntegration { get; } = new(
        "SMG5011",
        "A service integration must be one that Step Functions has",
        "Step Functions has no integration '{0}'{1}",
        RuleSeverity.Error,
        "Step Functions has integrations of its own for some actions of some services; every other action is called through aws-sdk. AWS refuses a resource that it does not know.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG5012: an integration cannot wait in the way that is asked for.</summary>
    public static Rule UnsupportedPattern { get; } = new(
        "SMG5012",
        "A service integration must support the way in which the task waits",
        "'{0}' does not support '{1}'{2}",
        RuleSeverity.Error,
        "To wait for a job (.sync) or for a task token (.waitForTaskToken) is offered for some actions only; SDK integrations never have .sync. AWS refuses the other combinations.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG5013: an Express machine waits for a job, a token or an activity.</summary>
    public static Rule UnsupportedByExpress { get; } = new(
        "SMG5013",
        "A task of an Express machine cannot wait for a job, a token or an activity",
        "An Express machine does not support {0}",
        RuleSeverity.Error,
        "Express executions last five minutes at most and cannot be continued from outside. AWS refuses an Express machine with .sync, .waitForTaskToken or an activity.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG5014: an Express machine has a Distributed Map.</summary>
    public static Rule DistributedMapInExpress { get; } = new(
        "SMG5014",
        "An Express machine cannot have a Distributed Map",
        "The Map '{0}' is distributed, which an Express machine does not support",
        RuleSeverity.Error,
        "The children of a Distributed Map are executions of their own, and only a Standard execution can wait for them. AWS refuses an Express machine with one.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG5015: an Express child of a Distributed Map waits for a job, a token or an activity.</summary>
    public static Rule UnsupportedByExpressChild { get; } = new(
        "SMG5015",
        "A task of an Express child cannot wait for a job, a token or an activity",
        "The items of the Distributed Map around '{0}' are Express executions, which do not support {1}",
        RuleSeverity.Warning,
        "With ExecutionType EXPRESS each item of a Distributed Map is an Express execution, with the limits of one. With STANDARD it can do everything.");

    /// <summary>SMG5016: a task waits for a token that nobody gets.</summary>
    public static Rule MissingTaskToken { get; } = new(
        "SMG5016",
        "A task that waits for its token must hand it on",
        "'{0}' waits for its task token, but hands it to nobody: {1}",
        RuleSeverity.Warning,
        "The task goes on when somebody returns its token. It is in the context object and has to be put into what is sent. Without it nobody can answer, and the task waits until it times out.");

    /// <summary>SMG5017: a task waits for somebody outside, without an end.</summary>
    public static Rule CallbackWithoutTimeout { get; } = new(
        "SMG5017",
        "A task that waits for somebody outside should have a timeout",
        "'{0}' waits for {1} without a timeout: when nobody answers, the execution hangs for up to a year",
        RuleSeverity.Warning,
        "When the message is lost or the worker dies, nobody ever answers. TimeoutSeconds or HeartbeatSeconds turn that into an error that can be retried and caught.");

    /// <summary>SMG5018: a task waits for heartbeats that nobody sends.</summary>
    public static Rule HeartbeatOfRequest { get; } = new(
        "SMG5018",
        "Only callbacks and activities send heartbeats",
        "'{0}' waits for an answer, not for a token, so nobody sends the heartbeats that HeartbeatSeconds asks for",
        RuleSeverity.Warning,
        "Heartbeats are sent with a task token. A task that only calls a service has none, so HeartbeatSeconds cannot do what it is for; TimeoutSeconds limits the time of a call.");

    /// <summary>SMG5019: a task reads of its result what the integration does not give.</summary>
    public static Rule UnknownResultField { get; } = new(
        "SMG5019",
        "What a task reads of its result should be there",
        "The result of '{0}' has no '{1}': {2}",
        RuleSeverity.Warning,
        "The result of an integration wraps what is asked for: a function's answer is in Payload, and an execution that is not waited for has no Output yet. A path that selects nothing fails the execution with States.Runtime.");

    /// <summary>SMG5020: the result of a function that is called directly is read as if it were wrapped.</summary>
    public static Rule PayloadOfFunction { get; } = new(
        "SMG5020",
        "The result of a function that is called by its ARN is the function's answer itself",
        "'{0}' calls the function by its ARN, so its answer is the result itself; there is a 'Payload' only if the function returns one",
        RuleSeverity.Info,
        "The integration lambda:invoke wraps a function's answer in Payload. A function that is the resource itself is not wrapped.");

    internal static ImmutableArray<Rule> All { get; } =
    [
        InvalidResource, UnknownIntegration, UnsupportedPattern, UnsupportedByExpress, DistributedMapInExpress, UnsupportedByExpressChild, MissingTaskToken,
        CallbackWithoutTimeout, HeartbeatOfRequest, UnknownResultField, PayloadOfFunction,
    ];
}
