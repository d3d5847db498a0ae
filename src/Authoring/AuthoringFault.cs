using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Authoring;

/// <summary>A fault of the C# source that lets no definition be built.</summary>
/// <param name="rule">The rule of <see cref="AuthoringRules"/> that is broken.</param>
/// <param name="place">Where.</param>
/// <param name="arguments">What fills the rule's message.</param>
public sealed class AuthoringFault(Rule rule, SourcePlace place, params string[] arguments)
{
    /// <summary>The rule that is broken.</summary>
    public Rule Rule { get; } = rule;

    /// <summary>What fills the rule's message.</summary>
    public ImmutableArray<string> Arguments { get; } = [.. arguments];

    /// <summary>The characters to point at.</summary>
    /// <param name="symbols">The symbols of the runtime.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public Location GetLocation(KnownSymbols symbols, CancellationToken cancellationToken) => place.GetLocation(symbols, cancellationToken);
}
