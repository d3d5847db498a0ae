using System;
using StateMachineGen.Execution;

namespace StateMachineGen;

/// <summary>
/// Fails a task with an error of any name: <c>throw new TaskFailureException("DynamoDB.ConditionalCheckFailedException")</c>. It is for what
/// stands for a service or an activity, and for functions of <see cref="LocalOptions"/>. A handler that is deployed as a Lambda function fails
/// with the name of the exception's type, here as there.
/// </summary>
public sealed class TaskFailureException : Exception
{
    /// <summary>Creates an exception that fails a task with <c>States.TaskFailed</c>.</summary>
    public TaskFailureException()
        : this(Errors.TaskFailed)
    {
    }

    /// <summary>Creates an exception that fails a task.</summary>
    /// <param name="error">The error's name, which Retry and Catch match.</param>
    public TaskFailureException(string error)
        : this(error, (string?)null)
    {
    }

    /// <summary>Creates an exception that fails a task.</summary>
    /// <param name="error">The error's name, which Retry and Catch match.</param>
    /// <param name="cause">What happened.</param>
    public TaskFailureException(string error, string? cause)
        : base(cause ?? error)
    {
        Error = error;
        Cause = cause;
    }

    /// <summary>Creates an exception that fails a task.</summary>
    /// <param name="error">The error's name, which Retry and Catch match.</param>
    /// <param name="innerException">What happened.</param>
    public TaskFailureException(string error, Exception innerException)
        : base(innerException?.Message, innerException)
    {
        Error = error;
        Cause = innerException?.Message;
    }

    /// <summary>The error's name.</summary>
    public string Error { get; }

    /// <summary>What happened.</summary>
    public string? Cause { get; }

    internal Failure ToFailure() => new(Error, Cause, this);
}
