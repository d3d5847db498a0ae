using System;

namespace StateMachineGen;

/// <summary>The output of an execution was asked for, but the execution did not succeed.</summary>
public sealed class ExecutionFailedException : Exception
{
    internal ExecutionFailedException(string execution, ExecutionStatus status, string? error, string? cause)
        : base($"The execution '{execution}' ended {Describe(status)}{(error is null ? "" : $" with {error}")}{(string.IsNullOrEmpty(cause) ? "." : $": {cause}")}")
    {
        Execution = execution;
        Status = status;
        Error = error;
        Cause = cause;
    }

    /// <summary>The execution's name.</summary>
    public string Execution { get; }

    /// <summary>How the execution ended.</summary>
    public ExecutionStatus Status { get; }

    /// <summary>The error's name, or null.</summary>
    public string? Error { get; }

    /// <summary>What happened, or null.</summary>
    public string? Cause { get; }

    private static string Describe(ExecutionStatus status) => status switch
    {
        ExecutionStatus.TimedOut => "because its time was up",
        ExecutionStatus.Aborted => "because it was stopped",
        _ => "in failure",
    };
}
