using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of sizes and times, and advice (SMG6xxx).</summary>
public static class AdviceRules
{
    /// <summary>SMG6030: a definition is longer than AWS takes.</summary>
    public static Rule DefinitionTooLong { get; } = new(
        "SMG6030",
        "A definition must have at most 1,048,576 characters",
        "The definition has {0} characters; AWS takes at most {1}",
        RuleSeverity.Error,
        "AWS refuses a longer definition. Parts of it can become machines of their own, which states:startExecution.sync:2 runs.");

    /// <summary>SMG6031: a cycle takes no time.</summary>
    public static Rule BusyCycle { get; } = new(
        "SMG6031",
        "A cycle should wait or do work",
        "The cycle {0} neither waits nor does work, so it adds to the history as fast as it can",
        RuleSeverity.Info,
        "A Standard execution fails when its history has 25,000 events, and each turn of a cycle adds two for each of its states. A cycle that counts is sound as long as its turns are few.");

    /// <summary>SMG6032: a call of a function is not retried when the service fails.</summary>
    public static Rule LambdaWithoutRetry { get; } = new(
        "SMG6032",
        "A call of a Lambda function should be retried when the service fails",
        "'{0}' does not retry the errors of the Lambda service, such as Lambda.ServiceException and Lambda.TooManyRequestsException",
        RuleSeverity.Info,
        "Now and then the Lambda service fails or is busy for a moment. AWS recommends to retry Lambda.ClientExecutionTimeoutException, Lambda.ServiceException, Lambda.AWSLambdaException and Lambda.SdkClientException, and Lambda.TooManyRequestsException as well.");

    /// <summary>SMG6033: a task waits for a job without an end.</summary>
    public static Rule JobWithoutTimeout { get; } = new(
        "SMG6033",
        "A task that waits for a job should have a timeout",
        "'{0}' waits for the end of a job and has no TimeoutSeconds",
        RuleSeverity.Info,
        "A job that never ends keeps the execution waiting for up to a year. TimeoutSeconds turns that into an error that can be caught.");

    /// <summary>SMG6034: the loss of a worker is noticed late.</summary>
    public static Rule CallbackWithoutHeartbeat { get; } = new(
        "SMG6034",
        "A task that waits for somebody outside can ask for heartbeats",
        "'{0}' asks for no heartbeats, so it notices only at its timeout that nobody works on it any more",
        RuleSeverity.Info,
        "With HeartbeatSeconds the one who has the token has to give signs of life, and the task fails soon after the last one. It is worth it when the timeout is long.");

    /// <summary>SMG6035: a timeout is longer than what it limits can last.</summary>
    public static Rule TimeoutWithoutEffect { get; } = new(
        "SMG6035",
        "A timeout should be shorter than what it limits",
        "The timeout of '{0}' never comes: {1}",
        RuleSeverity.Info,
        "A timeout that comes after the end of the execution, or after the service's own limit, has no effect.");

    /// <summary>SMG6036: a time is longer than an Express execution.</summary>
    public static Rule LongerThanExpress { get; } = new(
        "SMG6036",
        "Times of an Express machine should be at most five minutes",
        "{0} is {1} seconds, but an Express execution ends after 300",
        RuleSeverity.Warning,
        "An Express execution fails after five minutes. A wait that is longer cannot end, and a timeout that is longer never comes.");

    /// <summary>SMG6037: a Pass does nothing.</summary>
    public static Rule PassWithoutEffect { get; } = new(
        "SMG6037",
        "A Pass state should change something",
        "The Pass state '{0}' changes nothing and goes on to '{1}'",
        RuleSeverity.Info,
        "Each state costs a transition and two events of the history. A Pass without data does nothing else; transitions to it can lead to the next state.");

    /// <summary>SMG6038: a Parallel has one branch.</summary>
    public static Rule ParallelOfOne { get; } = new(
        "SMG6038",
        "A Parallel state should have several branches",
        "The Parallel state '{0}' has one branch and handles no errors, so its states could stand in its place",
        RuleSeverity.Info,
        "One branch runs beside nothing. With Retry or Catch a single branch makes sense, since they are then for all of its states; without, it only puts the result into an array.");

    /// <summary>SMG6039: a machine starts itself.</summary>
    public static Rule StartsItself { get; } = new(
        "SMG6039",
        "A machine that starts itself should know when to stop",
        "'{0}' starts another execution of its own machine",
        RuleSeverity.Info,
        "To go on as a new execution is a way around the limit of the history. Without a condition that ends it, it starts executions for ever, and each of them is paid for.");

    /// <summary>SMG6040: a Map takes the failure of all items.</summary>
    public static Rule ToleratesEverything { get; } = new(
        "SMG6040",
        "A Map should not tolerate the failure of all items when its result is used",
        "'{0}' succeeds even when all items fail, and its result then lacks them without a word",
        RuleSeverity.Info,
        "With ToleratedFailurePercentage 100 a Distributed Map never fails because of its items. What is missing in its result nobody notices.");

    /// <summary>SMG6041: a Distributed Map runs as many items at once as it can.</summary>
    public static Rule UnlimitedMap { get; } = new(
        "SMG6041",
        "A Distributed Map that calls services should have a limit",
        "'{0}' has no limit of concurrency, so up to 10,000 items call services at once",
        RuleSeverity.Info,
        "Without MaxConcurrency, or with 0, a Distributed Map runs up to 10,000 children side by side. Few services take so many calls at once.");

    /// <summary>SMG6042: a resource belongs to one account.</summary>
    public static Rule FixedAccount { get; } = new(
        "SMG6042",
        "A resource can be a placeholder that the deployment fills",
        "The resource of '{0}' names region and account, so the definition can be deployed nowhere else",
        RuleSeverity.Info,
        "The same definition is usually deployed to several accounts. A placeholder, ${Name}, is filled by the deployment; a task with a handler has one by itself.");

    /// <summary>SMG6043: a name that metrics do not know.</summary>
    public static Rule NameWithoutMetrics { get; } = new(
        "SMG6043",
        "Names that are to have metrics should be ASCII",
        "CloudWatch has no metrics of the {0} '{1}', because its name is not ASCII",
        RuleSeverity.Info,
        "AWS takes names of state machines, activities and map runs with characters beyond ASCII, but CloudWatch does not.");

    internal static ImmutableArray<Rule> All { get; } =
    [
        DefinitionTooLong, BusyCycle, LambdaWithoutRetry, JobWithoutTimeout, CallbackWithoutHeartbeat, TimeoutWithoutEffect, LongerThanExpress,
        PassWithoutEffect, ParallelOfOne, StartsItself, ToleratesEverything, UnlimitedMap, FixedAccount, NameWithoutMetrics,
    ];
}
