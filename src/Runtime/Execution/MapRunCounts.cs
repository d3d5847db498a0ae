using System;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Maps;

namespace StateMachineGen;

/// <summary>How many executions of a map run, or items in them, ended how.</summary>
/// <param name="Succeeded">Those that succeeded.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="TimedOut">Those that ran out of time.</param>
/// <param name="Aborted">Those that were stopped, since the map run ended before them.</param>
/// <param name="Pending">Items for which no execution was started; 0 for executions.</param>
public sealed record MapRunCounts(int Succeeded, int Failed, int TimedOut, int Aborted, int Pending)
{
    /// <summary>All of them.</summary>
    public int Total => Succeeded + Failed + TimedOut + Aborted + Pending;

    internal static MapRunCounts Of(DistributedMapRun run, bool isOfItems)
    {
        Span<int> ended = stackalloc int[(int)ExecutionStatus.Aborted + 1];
        foreach (ExecutionRun execution in run.Executions)
        {
            ended[(int)execution.Status] += isOfItems ? execution.ItemCount : 1;
        }

        return new MapRunCounts(
            ended[(int)ExecutionStatus.Succeeded],
            ended[(int)ExecutionStatus.Failed],
            ended[(int)ExecutionStatus.TimedOut],
            ended[(int)ExecutionStatus.Aborted],
            isOfItems ? run.PendingItems : 0);
    }
}
