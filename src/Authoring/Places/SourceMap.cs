using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Authoring;

/// <summary>Knows for each node of a definition where it comes from in the C# source.</summary>
/// <param name="symbols">The symbols of the runtime.</param>
public sealed class SourceMap(KnownSymbols symbols)
{
    // Nodes have no value equality, so this is a table by identity.
    private readonly Dictionary<JsonSyntax, SourcePlace> _places = [];

    /// <summary>The location of a node, or null when the node was not written by anybody.</summary>
    /// <param name="node">The node.</param>
    /// <param name="within">Characters of the string that the node is, counted in its value; null for the whole node.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public Location? Locate(JsonSyntax node, TextRange? within, CancellationToken cancellationToken) =>
        _places.TryGetValue(node, out SourcePlace? place)
            ? (within is { } range ? place.WithinText(range) : place).GetLocation(symbols, cancellationToken)
            : null;

    /// <summary>The change of the source that a correction is; null when the source does not spell out what is corrected.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public SourceEdit? Rewrite(Correction correction, CancellationToken cancellationToken) =>
        _places.TryGetValue(correction.Place, out SourcePlace? place) ? place.Rewrite(correction, symbols, cancellationToken) : null;

    /// <summary>Whether a node belongs to another machine whose states were copied: what is wrong in it is said there.</summary>
    public bool IsForeign(JsonSyntax node) => _places.TryGetValue(node, out SourcePlace? place) && place is BodyPlace;

    /// <summary>The class of the machine that a node was copied from; null when it was not copied.</summary>
    public INamedTypeSymbol? FindBody(JsonSyntax node) => _places.TryGetValue(node, out SourcePlace? place) ? (place as BodyPlace)?.Machine : null;

    internal void Add(JsonSyntax node, SourcePlace place) => _places[node] = place;

    /// <summary>Adds a payload that was read from a string, with everything in it.</summary>
    internal void AddPayload(JsonSyntax node, SourcePlace place)
    {
        Add(node, place.Within(node.Range));
        switch (node)
        {
            case JsonObjectSyntax @object:
                foreach (JsonMemberSyntax member in @object.Members)
                {
                    Add(member, place.Within(member.Range));
                    AddPayload(member.Value, place);
                }

                break;
            case JsonArraySyntax array:
                foreach (JsonSyntax item in array.Items)
                {
                    AddPayload(item, place);
                }

                break;
        }
    }
}
