using System;
using System.Collections.Immutable;
using StateMachineGen.Execution;

namespace StateMachineGen;

/// <summary>What an execution of a map run came to.</summary>
public sealed class ChildExecutionResult
{
    private readonly ExecutionRun _run;

    internal ChildExecutionResult(ExecutionRun run)
    {
        _run = run;
        History = new ExecutionHistory(run.History, run.Machine.RoleArn, run.Machine.Options.Region);
    }

    internal ExecutionRun Run => _run;

    /// <summary>The execution's name.</summary>
    public string Name => _run.Name;

    /// <summary>The execution's ARN.</summary>
    public string Arn => _run.Arn;

    /// <summary>How it ended.</summary>
    public ExecutionStatus Status => _run.Status;

    /// <summary>How many items it handled: more than one when they were batched.</summary>
    public int ItemCount => _run.ItemCount;

    /// <summary>Its input as JSON text.</summary>
    public string InputJson => _run.Input.ToString();

    /// <summary>Its output as JSON text, or null when it did not succeed.</summary>
    public string? OutputJson => _run.Output?.ToString();

    /// <summary>The error's name; null when there was none.</summary>
    public string? Error => _run.Failure?.Error;

    /// <summary>What happened; null when nothing is known.</summary>
    public string? Cause => _run.Failure?.Cause;

    /// <summary>When it started, in UTC on the clock of the machine.</summary>
    public DateTimeOffset StartTime => _run.StartTime;

    /// <summary>How long it took on that clock.</summary>
    public TimeSpan Duration => _run.EndTime - _run.StartTime;

    /// <summary>The visits of its states, in order.</summary>
    public ImmutableArray<StateVisit> Visits => StateVisits.Read(History);

    /// <summary>Its events.</summary>
    public ExecutionHistory History { get; }

    /// <summary>The map runs of Distributed Maps within, in the order in which they were started.</summary>
    public ImmutableArray<MapRunResult> MapRuns => MapRunResult.Of(_run);

    /// <summary>The execution for people: its visits in a table, and its end.</summary>
    public override string ToString() => ExecutionStory.Write(_run, Visits);
}
