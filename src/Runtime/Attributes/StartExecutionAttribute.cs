using System;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

/// <summary>How a Task calls a service and what it waits for (AWS, "Service integration patterns").</summary>
public enum IntegrationPattern
{
    /// <summary>Goes on as soon as the service has answered.</summary>
    RequestResponse,

    /// <summary>Waits until the job that was started is done (<c>.sync</c>). Standard machines only.</summary>
    RunJob,

    /// <summary>Waits until somebody returns the task token (<c>.waitForTaskToken</c>). Standard machines only.</summary>
    WaitForTaskToken,
}

/// <summary>
/// Makes a <see cref="TaskAttribute"/> state start an execution of another machine: sets <c>Resource</c> and the payload (<c>Parameters</c>, or
/// <c>Arguments</c> in JSONata), whose <c>StateMachineArn</c> is the placeholder <c>${&lt;Class&gt;Arn}</c> that the deployment fills.
/// </summary>
/// <typeparam name="TMachine">A class with <see cref="StateMachineAttribute"/>.</typeparam>
/// <param name="pattern">What the task waits for; the end of the execution with <see cref="IntegrationPattern.RunJob"/>, which gives its output as JSON (<c>.sync:2</c>).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class StartExecutionAttribute<TMachine>(IntegrationPattern pattern = IntegrationPattern.RequestResponse) : Attribute
{
    /// <summary>What the task waits for.</summary>
    public IntegrationPattern Pattern { get; } = pattern;

    /// <summary>The input of the execution, as JSON (field <c>Input</c> of the payload): a payload template, or in JSONata JSON with expressions. Not set: the state's input.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Input { get; set; }

    /// <summary>The name of the execution (field <c>Name</c> of the payload): a text, a path or intrinsic function, or a JSONata expression. Not set: AWS makes one.</summary>
    public string? ExecutionName { get; set; }
}
