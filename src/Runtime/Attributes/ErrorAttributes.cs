using System;
using System.Diagnostics.CodeAnalysis;

namespace StateMachineGen;

/// <summary>How retry delays are spread (ASL field <c>JitterStrategy</c>).</summary>
public enum JitterStrategy
{
    /// <summary>Each delay is as computed.</summary>
    None,

    /// <summary>Each delay is drawn evenly from 0 up to the computed one.</summary>
    Full,
}

/// <summary>Where to go after an error (an entry of the ASL field <c>Catch</c>). Entries are tried in the order in which they are written.</summary>
/// <typeparam name="TState">The state to go to: a state of the same scope.</typeparam>
/// <param name="errors">
/// What to catch: error names (see <see cref="StateMachineGen.Errors"/>) and exception types. An exception type stands for the name that the
/// .NET Lambda runtime reports for it, the type's name without namespace, and for the names of the types derived from it
/// in this compilation.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class CatchAttribute<TState>(params object[] errors) : Attribute
{
    /// <summary>The error names and exception types (ASL field <c>ErrorEquals</c>).</summary>
    public object[] Errors { get; } = errors;

    /// <summary>Where the error goes in the state's input (ASL field <c>ResultPath</c>); in place of it when not set; dropped when null.</summary>
    public string? ResultPath { get; set; }

    /// <summary>Variables to set, as a JSON object (ASL field <c>Assign</c>); in place of the state's own.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Assign { get; set; }

    /// <summary>What the next state gets, as JSON or a JSONata expression (ASL field <c>Output</c>). Not set: the error.</summary>
    [StringSyntax(StringSyntaxAttribute.Json)]
    public string? Output { get; set; }

    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c>).</summary>
    public string? Comment { get; set; }
}

/// <summary>When to try again after an error (an entry of the ASL field <c>Retry</c>). Entries are tried in the order in which they are written, before any Catch.</summary>
/// <param name="errors">What to retry: error names (see <see cref="StateMachineGen.Errors"/>) and exception types, as for <see cref="CatchAttribute{TState}"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class RetryAttribute(params object[] errors) : Attribute
{
    /// <summary>The error names and exception types (ASL field <c>ErrorEquals</c>).</summary>
    public object[] Errors { get; } = errors;

    /// <summary>The time before the first retry, in seconds, at least 1 (ASL field <c>IntervalSeconds</c>). Not set: 1.</summary>
    public int IntervalSeconds { get; set; }

    /// <summary>How often to try again; 0 never does (ASL field <c>MaxAttempts</c>). Not set: 3.</summary>
    public int MaxAttempts { get; set; }

    /// <summary>By what the interval grows after each retry, at least 1 (ASL field <c>BackoffRate</c>). Not set: 2.</summary>
    public double BackoffRate { get; set; }

    /// <summary>The longest interval, in seconds, from 1 to 31,622,400 (ASL field <c>MaxDelaySeconds</c>). Not set: no limit.</summary>
    public int MaxDelaySeconds { get; set; }

    /// <summary>How the delays are spread (ASL field <c>JitterStrategy</c>). Not set: not at all.</summary>
    public JitterStrategy JitterStrategy { get; set; }

    /// <summary>A remark for readers of the definition (ASL field <c>Comment</c>).</summary>
    public string? Comment { get; set; }
}
