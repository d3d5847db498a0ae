using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring;

/// <summary>A scope of states: a machine, a branch of a Parallel, or what a Map runs for each item.</summary>
public sealed class AuthoredScope
{
    internal AuthoredScope(INamedTypeSymbol type, Annotation attribute)
    {
        Type = type;
        Attribute = attribute;
    }

    /// <summary>The class that the states are nested in: of the machine, the branch, or the Map itself.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The attribute that makes the class hold states.</summary>
    public Annotation Attribute { get; }

    /// <summary>Our attributes on the class of a machine or branch, in the order of the source; none for a Map, whose attributes are those of the state.</summary>
    public ImmutableArray<Annotation> Attributes { get; internal set; } = ImmutableArray<Annotation>.Empty;

    /// <summary>The attribute that says how a Map runs its states, <c>[ItemProcessor]</c> or <c>[Iterator]</c>; null when there is none.</summary>
    public Annotation? Processor { get; internal set; }

    /// <summary>The states in the order of the source; none when another machine is the body.</summary>
    public ImmutableArray<AuthoredState> States { get; internal set; } = ImmutableArray<AuthoredState>.Empty;

    /// <summary>The other machine whose states these are, or null.</summary>
    public AuthoredBody? Body { get; internal set; }

    /// <summary>Whether members can be generated into the class.</summary>
    public bool CanBeExtended { get; internal set; } = true;

    /// <summary>The states of this scope and of all scopes within it, in the order of the source.</summary>
    public IEnumerable<AuthoredState> AllStates =>
        States.SelectMany(static state => state.Scopes.SelectMany(static scope => scope.AllStates).Prepend(state));
}

/// <summary>Another machine whose states a branch or a Map runs.</summary>
/// <param name="Machine">Its class.</param>
/// <param name="Attribute">The attribute that names it.</param>
/// <param name="Definition">Its definition, or null when it has none.</param>
/// <param name="Source">What was read of it when it belongs to this compilation; null when it belongs to another assembly.</param>
/// <param name="Manifest">The manifest of a machine of another assembly.</param>
public sealed record AuthoredBody(
    INamedTypeSymbol Machine, Annotation Attribute, JsonObjectSyntax? Definition, AuthoredMachine? Source, string? Manifest);
