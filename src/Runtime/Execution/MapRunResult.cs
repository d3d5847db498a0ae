using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Maps;

namespace StateMachineGen;

/// <summary>What one attempt of a Distributed Map came to, as DescribeMapRun tells it.</summary>
public sealed class MapRunResult
{
    private readonly DistributedMapRun _run;

    private MapRunResult(DistributedMapRun run)
    {
        _run = run;
        ExecutionCounts = MapRunCounts.Of(run, isOfItems: false);
        ItemCounts = MapRunCounts.Of(run, isOfItems: true);
    }

    /// <summary>The map run's ARN.</summary>
    public string Arn => _run.Arn;

    /// <summary>The name of the Map state.</summary>
    public string State => _run.StateName;

    /// <summary>How the map run ended.</summary>
    public ExecutionStatus Status => _run.Failure?.Kind switch
    {
        null => ExecutionStatus.Succeeded,
        FailureKind.Error => ExecutionStatus.Failed,
        _ => ExecutionStatus.Aborted,
    };

    /// <summary>The error's name; null when there was none.</summary>
    public string? Error => _run.Failure?.Error;

    /// <summary>What happened; null when there was no error.</summary>
    public string? Cause => _run.Failure?.Cause;

    /// <summary>How many executions ended how.</summary>
    public MapRunCounts ExecutionCounts { get; }

    /// <summary>How many items were in executions that ended so; differs when items are batched.</summary>
    public MapRunCounts ItemCounts { get; }

    /// <summary>The executions that were started, in the order of their items.</summary>
    public ImmutableArray<ChildExecutionResult> Executions => [.. _run.Executions.Select(run => new ChildExecutionResult(run))];

    internal static ImmutableArray<MapRunResult> Of(ExecutionRun run) => [.. run.MapRuns.Select(each => new MapRunResult(each))];
}
