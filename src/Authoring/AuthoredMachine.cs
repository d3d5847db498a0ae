using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Authoring;

/// <summary>A class that is a machine: what it says, and the definition that it gives.</summary>
public sealed class AuthoredMachine
{
    internal AuthoredMachine(INamedTypeSymbol type, Annotation attribute, string name, KnownSymbols symbols)
    {
        Symbols = symbols;
        Type = type;
        Attribute = attribute;
        Name = name;
        Scope = new AuthoredScope(type, attribute);
    }

    /// <summary>The class.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>The symbols of the runtime that it was read with.</summary>
    public KnownSymbols Symbols { get; }

    /// <summary>Its <c>[StateMachine]</c>.</summary>
    public Annotation Attribute { get; }

    /// <summary>The machine's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The definition. Null when there is a fault, or when the source does not compile at a place that the definition
    /// needs: the compiler has spoken there, and anything more would be noise.
    /// </summary>
    public StateMachine? Document => Faults.IsEmpty ? Draft : null;

    /// <summary>
    /// What the rules of the language look at. It is there as well when all faults are of the classes and none of what they
    /// say, such as a missing <c>partial</c>, so that one fault does not hide the others.
    /// </summary>
    public StateMachine? Draft { get; internal set; }

    /// <summary>
    /// What the classes say but for what is faulty, which is left out. Where it is not the <see cref="Draft"/>, what lacks in it may only be what could not be
    /// read: rules about how states hang together say nothing, nor do those about a faulty state (<see cref="IsFaulty"/>). Null when the source does not
    /// compile.
    /// </summary>
    public StateMachine? Sketch { get; internal set; }

    /// <summary>What the classes say as far as it can be read, also when the source does not compile: for those who help to write it.</summary>
    public StateMachine? Outline { get; internal set; }

    /// <summary>
    /// Whether the compiler has spoken of what one of the classes is, such as of a syntax error or of an attribute without meaning. What the classes say is then not
    /// what they are to say, and what the rules would find in it may only follow.
    /// </summary>
    public bool IsHalfWritten { get; internal set; }

    /// <summary>The faults that let no definition be built.</summary>
    public ImmutableArray<AuthoringFault> Faults { get; internal set; } = ImmutableArray<AuthoringFault>.Empty;

    /// <summary>The states of the outermost scope, with all scopes within.</summary>
    public AuthoredScope Scope { get; }

    /// <summary>All states, those of nested scopes included, in the order of the source.</summary>
    public ImmutableArray<AuthoredState> States { get; internal set; } = ImmutableArray<AuthoredState>.Empty;

    /// <summary>What an execution is started with; null for any JSON.</summary>
    public ITypeSymbol? Input { get; internal set; }

    /// <summary>What a successful execution returns; null for any JSON.</summary>
    public ITypeSymbol? Output { get; internal set; }

    /// <summary>The serializer context, or null for reflection.</summary>
    public INamedTypeSymbol? Json { get; internal set; }

    /// <summary>Whether it is an Express machine.</summary>
    public bool IsExpress { get; internal set; }

    /// <summary>Whether X-Ray tracing is on when it is deployed.</summary>
    public bool Tracing { get; internal set; }

    /// <summary>Whether members can be generated into the class.</summary>
    public bool CanBeExtended { get; internal set; }

    /// <summary>The names of generated members that the class itself uses for something else; they are not generated.</summary>
    public ImmutableHashSet<string> TakenNames { get; internal set; } = ImmutableHashSet<string>.Empty;

    /// <summary>Where the nodes of the definition come from; null when the reader was not asked to keep it.</summary>
    internal SourceMap? Map { get; set; }

    internal HashSet<JsonObjectSyntax> FaultyStates { get; } = [];

    /// <summary>What the rules are to know besides the definition.</summary>
    public CreationTarget Target => new(Name, IsExpress ? StateMachineType.Express : StateMachineType.Standard);

    /// <summary>The place of a node of <see cref="Draft"/> in the source; the machine's name when nobody wrote the node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="within">Characters of the string that the node is, counted in its value; null for the whole node.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public Location Locate(JsonSyntax node, TextRange? within, CancellationToken cancellationToken) =>
        Map?.Locate(node, within, cancellationToken) ?? new CarrierPlace(Attribute).GetLocation(Symbols, cancellationToken);

    /// <summary>
    /// The change of the source that a correction of <see cref="Draft"/> is; null when the source does not spell out what is corrected, as where it names a
    /// constant.
    /// </summary>
    /// <param name="correction">The correction.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public SourceEdit? Rewrite(Correction correction, CancellationToken cancellationToken) => Map?.Rewrite(correction, cancellationToken);

    /// <summary>Whether a node of <see cref="Draft"/> belongs to another machine whose states were copied.</summary>
    public bool IsForeign(JsonSyntax node) => Map?.IsForeign(node) == true;

    /// <summary>The class of the other machine that a node of <see cref="Draft"/> was copied from; null when it was not copied.</summary>
    public INamedTypeSymbol? FindBody(JsonSyntax node) => Map?.FindBody(node);

    /// <summary>Whether something of a state of <see cref="Sketch"/> is faulty and left out.</summary>
    public bool IsFaulty(State state) => FaultyStates.Contains(state.Syntax);

    /// <summary>The state that a class is, or null.</summary>
    public AuthoredState? FindState(INamedTypeSymbol type) =>
        States.FirstOrDefault(state => SymbolEqualityComparer.Default.Equals(state.Type, type));

    /// <summary>The scope whose states are nested in a class: the machine's own, a branch, or a Map; null when the class holds none.</summary>
    public AuthoredScope? FindScope(INamedTypeSymbol type) =>
        Scopes.FirstOrDefault(scope => scope.Body is null && SymbolEqualityComparer.Default.Equals(scope.Type, type));

    /// <summary>The scope that a state belongs to.</summary>
    public AuthoredScope FindScope(AuthoredState state) => Scopes.First(scope => scope.States.Contains(state));

    private IEnumerable<AuthoredScope> Scopes => States.SelectMany(static state => state.Scopes).Prepend(Scope);
}
