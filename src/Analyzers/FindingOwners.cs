using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>
/// Which machine reports what is found. A mistake in a base class is found in every machine with a state that derives from it, and is one mistake: the machine
/// that finds it first keeps it. It keeps it for good, because an editor lets the same machine be analyzed again for each file.
/// </summary>
internal sealed class FindingOwners
{
    private readonly ConcurrentDictionary<(Rule, Location, string), INamedTypeSymbol> _owners = new();

    public bool IsOwner(INamedTypeSymbol machine, Rule rule, Location location, ImmutableArray<string> arguments) =>
        SymbolEqualityComparer.Default.Equals(_owners.GetOrAdd((rule, location, string.Join("\n", arguments)), machine), machine);
}
