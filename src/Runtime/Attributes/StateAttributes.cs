using System;

namespace StateMachineGen;

// One attribute for each type of state; they are short, alike, and read together.

/// <summary>What all types of states have in common.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class StateAttribute : Attribute
{
    private protected StateAttribute()
    {
    }

    /// <summary>The state's name, up to 80 characters and unique in the whole machine; the class name when not set.</summary>
    public string? Name { get; set; }

    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c>).</summary>
    public string? Comment { get; set; }

    /// <summary>The query language of this state (ASL field <c>QueryLanguage</c>); the machine's when not set.</summary>
    public QueryLanguage QueryLanguage { get; set; }
}

/// <summary>
/// A state that does work (ASL type <c>Task</c>): it calls the resource. On a class that implements
/// <see cref="ITask{TInput, TOutput}"/> that class is the work, run in process when the machine runs locally and deployed
/// as a Lambda function otherwise.
/// </summary>
public sealed class TaskAttribute : StateAttribute
{
    /// <summary>A task whose handler is deployed with the machine: <c>Resource</c> becomes the placeholder <c>${&lt;State&gt;FunctionArn}</c>.</summary>
    public TaskAttribute()
    {
    }

    /// <summary>A task that calls a resource.</summary>
    /// <param name="resource">The ARN of a Lambda function, an activity or a service integration (ASL field <c>Resource</c>); may hold <c>${Placeholders}</c> for the deployment.</param>
    public TaskAttribute(string resource) => Resource = resource;

    /// <summary>What is called (ASL field <c>Resource</c>).</summary>
    public string? Resource { get; }

    /// <summary>
    /// How long the task may run, in seconds, from 1 to 99,999,999 (ASL field <c>TimeoutSeconds</c>): a whole number or, in JSONata, an expression as
    /// <c>"{% … %}"</c>. Then the task fails with <see cref="Errors.Timeout"/>. Not set: 99,999,999.
    /// </summary>
    public object? TimeoutSeconds { get; set; }

    /// <summary>The path to the timeout (ASL field <c>TimeoutSecondsPath</c>), instead of <see cref="TimeoutSeconds"/>.</summary>
    public string? TimeoutSecondsPath { get; set; }

    /// <summary>How long the task may go without a heartbeat, in seconds, less than the timeout (ASL field <c>HeartbeatSeconds</c>): a whole number or, in JSONata, an expression.</summary>
    public object? HeartbeatSeconds { get; set; }

    /// <summary>The path to the heartbeat (ASL field <c>HeartbeatSecondsPath</c>), instead of <see cref="HeartbeatSeconds"/>.</summary>
    public string? HeartbeatSecondsPath { get; set; }

    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>); <c>$</c> when not set, nothing when null.</summary>
    public string? InputPath { get; set; }

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>); <c>$</c>, in place of it, when not set; dropped when null.</summary>
    public string? ResultPath { get; set; }

    /// <summary>Selects the part of the output to pass on (ASL field <c>OutputPath</c>); <c>$</c> when not set, nothing when null.</summary>
    public string? OutputPath { get; set; }
}

/// <summary>A state that passes its input on, changed or not (ASL type <c>Pass</c>): see <see cref="ResultAttribute"/>, <see cref="ParametersAttribute"/> and <see cref="OutputAttribute"/>.</summary>
public sealed class PassAttribute : StateAttribute
{
    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>).</summary>
    public string? InputPath { get; set; }

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>).</summary>
    public string? ResultPath { get; set; }

    /// <summary>Selects the part of the output to pass on (ASL field <c>OutputPath</c>).</summary>
    public string? OutputPath { get; set; }
}

/// <summary>A state that waits (ASL type <c>Wait</c>). Exactly one of its four times is set.</summary>
public sealed class WaitAttribute : StateAttribute
{
    /// <summary>A wait whose time is set by property.</summary>
    public WaitAttribute()
    {
    }

    /// <summary>A wait of some seconds.</summary>
    /// <param name="seconds">How long, from 0 to 99,999,999 (ASL field <c>Seconds</c>).</param>
    public WaitAttribute(int seconds) => Seconds = seconds;

    /// <summary>A wait of as many seconds as a JSONata expression gives.</summary>
    /// <param name="seconds">The expression as <c>"{% … %}"</c> (ASL field <c>Seconds</c>).</param>
    public WaitAttribute(string seconds) => Seconds = seconds;

    /// <summary>How long to wait, in seconds (ASL field <c>Seconds</c>).</summary>
    public object? Seconds { get; }

    /// <summary>The path to the seconds (ASL field <c>SecondsPath</c>).</summary>
    public string? SecondsPath { get; set; }

    /// <summary>Until when to wait, as RFC 3339, such as <c>2030-01-31T08:00:00Z</c> (ASL field <c>Timestamp</c>); in JSONata also an expression.</summary>
    public string? Timestamp { get; set; }

    /// <summary>The path to the timestamp (ASL field <c>TimestampPath</c>).</summary>
    public string? TimestampPath { get; set; }

    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>).</summary>
    public string? InputPath { get; set; }

    /// <summary>Selects the part of the output to pass on (ASL field <c>OutputPath</c>).</summary>
    public string? OutputPath { get; set; }
}

/// <summary>
/// A state that decides where to go (ASL type <c>Choice</c>): by the rules of its <see cref="WhenAttribute{TState}"/>
/// attributes in order, else by <see cref="DefaultAttribute{TState}"/>.
/// </summary>
public sealed class ChoiceAttribute : StateAttribute
{
    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>).</summary>
    public string? InputPath { get; set; }

    /// <summary>Selects the part of the output to pass on (ASL field <c>OutputPath</c>).</summary>
    public string? OutputPath { get; set; }
}

/// <summary>A state that ends the execution well (ASL type <c>Succeed</c>).</summary>
public sealed class SucceedAttribute : StateAttribute
{
    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>).</summary>
    public string? InputPath { get; set; }

    /// <summary>Selects the part of the output to return (ASL field <c>OutputPath</c>).</summary>
    public string? OutputPath { get; set; }
}

/// <summary>A state that ends the execution with an error (ASL type <c>Fail</c>).</summary>
public sealed class FailAttribute : StateAttribute
{
    /// <summary>The error's name, up to 256 characters (ASL field <c>Error</c>).</summary>
    public string? Error { get; set; }

    /// <summary>The path to the error's name (ASL field <c>ErrorPath</c>), instead of <see cref="Error"/>.</summary>
    public string? ErrorPath { get; set; }

    /// <summary>What happened, for people, up to 32,768 characters (ASL field <c>Cause</c>).</summary>
    public string? Cause { get; set; }

    /// <summary>The path to the cause (ASL field <c>CausePath</c>), instead of <see cref="Cause"/>.</summary>
    public string? CausePath { get; set; }
}

/// <summary>
/// A state that runs branches side by side, each with a copy of the input (ASL type <c>Parallel</c>). The branches are the classes nested in it that
/// carry <see cref="BranchAttribute"/>, and the machines of <see cref="BranchAttribute{TMachine}"/>; the result is the array of their outputs, in order.
/// </summary>
public sealed class ParallelAttribute : StateAttribute
{
    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>).</summary>
    public string? InputPath { get; set; }

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>).</summary>
    public string? ResultPath { get; set; }

    /// <summary>Selects the part of the output to pass on (ASL field <c>OutputPath</c>).</summary>
    public string? OutputPath { get; set; }
}

/// <summary>
/// A state that runs the states nested in its class once for each item (ASL type <c>Map</c>); the result is the array of the outputs, in order of the
/// items. See <see cref="ItemProcessorAttribute"/> for how they run, and <see cref="ItemProcessorAttribute{TMachine}"/> to run another machine's states.
/// </summary>
public sealed class MapAttribute : StateAttribute
{
    /// <summary>The name of the map run, for Distributed Maps: 1 to 40 characters, unique in the machine (ASL field <c>Label</c>). Not set: AWS makes one.</summary>
    public string? Label { get; set; }

    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>).</summary>
    public string? InputPath { get; set; }

    /// <summary>The path to the items (ASL field <c>ItemsPath</c>); <c>$</c> when not set. JSONata has <see cref="ItemsAttribute"/>.</summary>
    public string? ItemsPath { get; set; }

    /// <summary>
    /// How many items run at once (ASL field <c>MaxConcurrency</c>): a whole number or, in JSONata, an expression as <c>"{% … %}"</c>. Not set, or 0: as
    /// many as AWS allows; 1: one after the other.
    /// </summary>
    public object? MaxConcurrency { get; set; }

    /// <summary>The path to that number (ASL field <c>MaxConcurrencyPath</c>), instead of <see cref="MaxConcurrency"/>.</summary>
    public string? MaxConcurrencyPath { get; set; }

    /// <summary>How many items of a Distributed Map may fail before it fails itself (ASL field <c>ToleratedFailureCount</c>): a whole number or, in JSONata, an expression. Not set: 0.</summary>
    public object? ToleratedFailureCount { get; set; }

    /// <summary>The path to that number (ASL field <c>ToleratedFailureCountPath</c>).</summary>
    public string? ToleratedFailureCountPath { get; set; }

    /// <summary>Which share of the items of a Distributed Map may fail, from 0 to 100 percent (ASL field <c>ToleratedFailurePercentage</c>): a number or, in JSONata, an expression. Not set: 0.</summary>
    public object? ToleratedFailurePercentage { get; set; }

    /// <summary>The path to that share (ASL field <c>ToleratedFailurePercentagePath</c>).</summary>
    public string? ToleratedFailurePercentagePath { get; set; }

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>).</summary>
    public string? ResultPath { get; set; }

    /// <summary>Selects the part of the output to pass on (ASL field <c>OutputPath</c>).</summary>
    public string? OutputPath { get; set; }
}
