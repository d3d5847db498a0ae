using System.Collections.Immutable;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Test;

/// <summary>What a case came to when it was run.</summary>
/// <param name="Status">The status, as AWS's API writes it; null when the run of a state was refused.</param>
/// <param name="Output">The output as JSON text, or null for none.</param>
/// <param name="Error">The error's name, or null.</param>
/// <param name="Cause">What happened, or null.</param>
/// <param name="Events">The types of the events of the history; none for a single state.</param>
internal sealed record CaseOutcome(string? Status, string? Output, string? Error, string? Cause, ImmutableArray<string> Events)
{
    /// <summary>What is different in the calls of tasks, or null.</summary>
    public string? CallDifference { get; init; }

    /// <summary>What only the run of a single state tells; null for executions.</summary>
    public StateOutcome? State { get; init; }
}

/// <summary>What the run of a single state tells beside its outcome.</summary>
/// <param name="Next">The state that would be next, or null.</param>
/// <param name="Inspection">The data after each step as JSON text, or null when it was not asked for.</param>
/// <param name="Refusal">Why the state was not run, or null.</param>
internal sealed record StateOutcome(string? Next, string? Inspection, StateTestException? Refusal = null);
