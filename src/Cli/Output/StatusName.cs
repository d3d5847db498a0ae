using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Output;

/// <summary>How executions and tests of states end, as AWS's API writes it.</summary>
internal static class StatusName
{
    public static string Of(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };

    public static string Of(StateTestStatus status) => status switch
    {
        StateTestStatus.Succeeded => "SUCCEEDED",
        StateTestStatus.Retriable => "RETRIABLE",
        StateTestStatus.CaughtError => "CAUGHT_ERROR",
        _ => "FAILED",
    };
}
