using StateMachineGen.Execution;
using StateMachineGen.Execution.StateTests;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Testing;

/// <summary>How the run of one state ended (API type <c>TestExecutionStatus</c>).</summary>
public enum StateTestStatus
{
    /// <summary>It gave an output.</summary>
    Succeeded,

    /// <summary>It failed, and nothing in it handles the error.</summary>
    Failed,

    /// <summary>It failed, and a Retrier would have it run again.</summary>
    Retriable,

    /// <summary>It failed, and a Catcher leads on.</summary>
    CaughtError,
}

/// <summary>What one state came to, with the members of TestState's answer.</summary>
public sealed class StateTestResult
{
    internal StateTestResult(StateProbe probe, ExecutionRun run)
    {
        Outcome outcome = probe.Outcome;
        OutputJson = outcome.Output?.ToString();
        NextState = outcome.Next?.Name;
        Error = run.Status == ExecutionStatus.TimedOut ? ErrorNames.Timeout : outcome.Failure?.Error;
        Cause = outcome.Failure?.Cause;
        Status = outcome.Output is not null
            ? outcome.Failure is null ? StateTestStatus.Succeeded : StateTestStatus.CaughtError
            : probe.RetryBackoff is null ? StateTestStatus.Failed : StateTestStatus.Retriable;
        Inspection = new StateInspection(probe);
    }

    /// <summary>How the run ended.</summary>
    public StateTestStatus Status { get; }

    /// <summary>The output as JSON text, or null for none.</summary>
    public string? OutputJson { get; }

    /// <summary>The error's name, also of one that is caught or would be retried; null for none.</summary>
    public string? Error { get; }

    /// <summary>What happened, or null.</summary>
    public string? Cause { get; }

    /// <summary>The state that would be next; null at the end, and after an error that nothing catches.</summary>
    public string? NextState { get; }

    /// <summary>The data after each step of the state's processing.</summary>
    public StateInspection Inspection { get; }
}
