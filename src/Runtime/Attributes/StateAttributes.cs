using System;
using System.Diagnostics.CodeAnalysis;

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

    /// <summary>How long the task may run, in seconds, from 1 to 99,999,999 (ASL field <c>TimeoutSeconds</c>); then it fails with <see cref="Errors.Timeout"/>. Not set: 99,999,999.</summary>
    public int TimeoutSeconds { get; set; }

    /// <summary>The path to the timeout (ASL field <c>TimeoutSecondsPath</c>), instead of <see cref="TimeoutSeconds"/>.</summary>
    public string? TimeoutSecondsPath { get; set; }

    /// <summary>How long the task may go without a heartbeat, in seconds, less than the timeout (ASL field <c>HeartbeatSeconds</c>).</summary>
    public int HeartbeatSeconds { get; set; }

    /// <summary>The path to the heartbeat (ASL field <c>HeartbeatSecondsPath</c>), instead of <see cref="HeartbeatSeconds"/>.</summary>
    public string? HeartbeatSecondsPath { get; set; }

    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>); <c>$</c> when not set, nothing when null.</summary>
    public string? InputPath { get; set; }

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>); <c>$</c>, in place of it, when not set; dropped when null.</summary>
    public string? ResultPath { get; set; }

    /// <summary>Selects the part of the output to pass on (ASL field <c>OutputPath</c>); <c>$</c> when not set, nothing when null.</summary>
    public string? OutputPath { get; set; }
}

/// <summary>A state that passes its input on, changed or not (ASL type <c>Pass</c>).</summary>
public sealed class PassAttribute : StateAttribute
{
    /// <summary>The result as JSON, taken literally (ASL field <c>Result</c>).</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Result { get; set; }

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

    /// <summary>How long to wait, in seconds (ASL field <c>Seconds</c>).</summary>
    public int Seconds { get; }

    /// <summary>The path to the seconds (ASL field <c>SecondsPath</c>).</summary>
    public string? SecondsPath { get; set; }

    /// <summary>Until when to wait, as RFC 3339, such as <c>2030-01-31T08:00:00Z</c> (ASL field <c>Timestamp</c>).</summary>
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
