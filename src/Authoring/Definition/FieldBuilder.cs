using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring;

/// <summary>
/// Collects the fields of one JSON object of a definition, remembers where each comes from, and puts them into canonical
/// order. A field that is set twice has the later value, so that <c>[Field]</c> wins over a property.
/// </summary>
internal sealed class FieldBuilder(SourceMap? map)
{
    private readonly List<JsonMemberSyntax> _members = [];

    public void Add(string name, JsonSyntax value, SourcePlace place)
    {
        var member = new JsonMemberSyntax(name, value);
        map?.Add(member, place);
        map?.Add(value, place);
        AddMember(member);
    }

    /// <summary>Adds a value that was read from a string of the source, where each of its characters has a place.</summary>
    public void AddPayload(string name, JsonSyntax value, SourcePlace place, SourcePlace namePlace)
    {
        var member = new JsonMemberSyntax(name, value);
        map?.Add(member, namePlace);
        map?.AddPayload(value, place);
        AddMember(member);
    }

    public void AddArray(string name, List<JsonSyntax> items, SourcePlace place)
    {
        if (items.Count > 0)
        {
            Add(name, new JsonArraySyntax([.. items]), place);
        }
    }

    /// <summary>Adds an argument of an attribute as the JSON that it stands for; nothing for null and for faulty arguments.</summary>
    public void AddConstant(string name, AnnotationValue constant, ExpressionPlace place)
    {
        JsonSyntax? value = constant.Text is { } text ? new JsonStringSyntax(place.Normalize(text)) : constant.ToJson();
        if (value is not null && !NumericProperties.Refuses(name, constant))
        {
            Add(name, value, place);
        }
    }

    /// <summary>What is set so far, in the order of setting.</summary>
    public IReadOnlyList<JsonMemberSyntax> Members => _members;

    /// <summary>Whether no field is set.</summary>
    public bool IsEmpty => _members.Count == 0;

    /// <summary>Whether a field is set.</summary>
    public bool Has(string name) => _members.Exists(member => member.Name == name);

    public JsonObjectSyntax Build(ImmutableArray<string> order, SourcePlace place) =>
        Build(name => order.IndexOf(name) is >= 0 and var index ? index : int.MaxValue, place);

    public JsonObjectSyntax Build(Func<string, int> order, SourcePlace place)
    {
        // OrderBy is stable: fields that ASL does not know stay in the order of the source.
        var built = new JsonObjectSyntax([.. _members.OrderBy(member => order(member.Name))]);
        map?.Add(built, place);
        return built;
    }

    private void AddMember(JsonMemberSyntax member)
    {
        int index = _members.FindIndex(existing => existing.Name == member.Name);
        if (index >= 0)
        {
            _members[index] = member;
        }
        else
        {
            _members.Add(member);
        }
    }
}
