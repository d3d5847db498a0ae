using StateMachineGen.Testing;

namespace StateMachineGen;

/// <summary>Statuses as AWS's API writes them.</summary>
public static class StatusNames
{
    /// <summary>The name of how an execution ended, such as <c>TIMED_OUT</c>.</summary>
    public static string ToApiName(this ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };

    /// <summary>The name of how the run of one state ended, such as <c>CAUGHT_ERROR</c>.</summary>
    public static string ToApiName(this StateTestStatus status) => status switch
    {
        StateTestStatus.Succeeded => "SUCCEEDED",
        StateTestStatus.Retriable => "RETRIABLE",
        StateTestStatus.CaughtError => "CAUGHT_ERROR",
        _ => "FAILED",
    };
}
