using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Execution.Maps;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Execution.Visits;

/// <summary>Makes the marks of an execution in this process, with those of the executions of its map runs.</summary>
internal static class RunMarks
{
    /// <summary>The marks of an execution.</summary>
    /// <param name="run">The execution, which has ended.</param>
    /// <param name="iterations">For Map states, by name, the number of the one iteration to show; null to show all of all.</param>
    public static ExecutionMarks Of(ExecutionRun run, IReadOnlyDictionary<string, int>? iterations)
    {
        var history = new ExecutionHistory(run.History, run.Machine.RoleArn, run.Machine.Options.Region);
        // A local history tells of each exit whether an error was caught.
        ExecutionMarks marks = HistoryMarks<HistoryEvent>.Of(history, iterations, static (_, _) => false);
        return run.MapRuns.SelectMany(each => Shown(each, iterations)).Select(child => Of(child, iterations)).Aggregate(marks, static (all, child) => all.With(child));
    }

    private static IEnumerable<ExecutionRun> Shown(DistributedMapRun mapRun, IReadOnlyDictionary<string, int>? iterations) =>
        iterations is not null && iterations.TryGetValue(mapRun.StateName, out int iteration) ? mapRun.Executions.Skip(iteration).Take(1) : mapRun.Executions;
}
