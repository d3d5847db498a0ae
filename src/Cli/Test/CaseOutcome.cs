using System.Collections.Immutable;

namespace StateMachineGen.Cli.Test;

/// <summary>What a case came to when it was run.</summary>
/// <param name="Status">The status, as AWS's API writes it.</param>
/// <param name="Output">The output as JSON text, or null for none.</param>
/// <param name="Error">The error's name, or null.</param>
/// <param name="Cause">What happened, or null.</param>
/// <param name="Events">The types of the events of the history.</param>
internal sealed record CaseOutcome(string Status, string? Output, string? Error, string? Cause, ImmutableArray<string> Events);
