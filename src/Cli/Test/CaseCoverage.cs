using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Test;

/// <summary>What a case reaches is counted, and where the case stands.</summary>
/// <param name="Counts">The counts of all cases.</param>
/// <param name="Place">The line of the case.</param>
internal sealed record CaseCoverage(StateMachineCoverage Counts, DefinitionPlace Place);
