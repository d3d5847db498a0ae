using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
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
    public void AddConstant(string name, TypedConstant constant, SourcePlace place)
    {
        if (ToJson(constant) is { } value)
        {
            Add(name, value, place);
        }
    }

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

    private static JsonSyntax? ToJson(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Error } => null,
        { Kind: TypedConstantKind.Enum } => EnumText(constant) is { } text ? new JsonStringSyntax(text) : null,
        { Value: string text } => new JsonStringSyntax(text),
        { Value: bool boolean } => new JsonBooleanSyntax(boolean),
        { Value: double number } => Number(number),
        { Value: IFormattable number } => new JsonNumberSyntax(number.ToString(null, CultureInfo.InvariantCulture)),
        _ => null,
    };

    /// <summary>JSON has no infinities; a field that cannot be written is left to the rule that asks for it.</summary>
    private static JsonNumberSyntax? Number(double number) =>
        double.IsNaN(number) || double.IsInfinity(number) ? null : new JsonNumberSyntax(number.ToString("R", CultureInfo.InvariantCulture));

    private static string? EnumText(TypedConstant constant)
    {
        string? member = constant.Type?.GetMembers().OfType<IFieldSymbol>()
            .FirstOrDefault(field => field.HasConstantValue && Equals(field.ConstantValue, constant.Value))?.Name;

        // ASL writes JitterStrategy in capitals and the query languages as they are named.
        return constant.Type?.Name == "JitterStrategy" ? member?.ToUpperInvariant() : member;
    }
}
