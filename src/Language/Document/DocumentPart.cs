using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

/// <summary>
/// A part of a definition that is written as a JSON object. Parts are immutable views: the object they were read from
/// stays whole beneath them, so fields that ASL does not know and values of a wrong type are neither lost nor hidden. A
/// typed property is null when its field is absent or holds another type; rules read the object and tell which.
/// </summary>
public abstract class DocumentPart
{
    private readonly DocumentPart? _parent;
    private readonly string _segment;

    private protected DocumentPart(JsonObjectSyntax syntax, DocumentPart? parent, string segment)
    {
        Syntax = syntax;
        _parent = parent;
        _segment = segment;
    }

    /// <summary>The object that the part was read from.</summary>
    public JsonObjectSyntax Syntax { get; }

    /// <summary>
    /// Where the part stands in the definition, as AWS writes it in diagnostics: <c>/States/A/Catch[0]</c>; empty for the
    /// machine itself. A part has no reference to its path because only findings ask for one.
    /// </summary>
    public string Path => _parent is null ? _segment : _parent.Path + _segment;

    /// <summary>The author's remark (ASL field <c>Comment</c>).</summary>
    public string? Comment => Text("Comment");

    /// <summary>The member of this name, or null.</summary>
    public JsonMemberSyntax? Field(string name) => Syntax.Find(name);

    /// <summary>The path of a field of this part.</summary>
    public string PathOf(string field) => Path + "/" + field;

    /// <summary>The object in a field of this part, or null when the field is absent or holds something else.</summary>
    public NestedObject? Nested(string field) => Syntax.Find(field)?.Value is JsonObjectSyntax syntax ? new NestedObject(syntax, this, field) : null;

    private protected string? Text(string name) => (Syntax.Find(name)?.Value as JsonStringSyntax)?.Value;

    private protected bool? Boolean(string name) => (Syntax.Find(name)?.Value as JsonBooleanSyntax)?.Value;

    private protected long? Integer(string name) =>
        Syntax.Find(name)?.Value is JsonNumberSyntax number && number.TryGetInt64(out long value) ? value : null;

    private protected double? Number(string name) =>
        Syntax.Find(name)?.Value is JsonNumberSyntax number
        && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value
            : null;

    private protected JsonSyntax? Value(string name) => Syntax.Find(name)?.Value;

    private protected ImmutableArray<T> Parts<T>(string name, Func<JsonObjectSyntax, DocumentPart, string, T> create)
    {
        if (Syntax.Find(name)?.Value is not JsonArraySyntax array)
        {
            return ImmutableArray<T>.Empty;
        }

        ImmutableArray<T>.Builder parts = ImmutableArray.CreateBuilder<T>(array.Items.Length);
        for (int i = 0; i < array.Items.Length; i++)
        {
            if (array.Items[i] is JsonObjectSyntax item)
            {
                parts.Add(create(item, this, "/" + name + "[" + i.ToString(CultureInfo.InvariantCulture) + "]"));
            }
        }

        return parts.ToImmutable();
    }

    private protected static ImmutableArray<string> Texts(JsonSyntax? value)
    {
        if (value is not JsonArraySyntax array)
        {
            return ImmutableArray<string>.Empty;
        }

        var texts = new List<string>(array.Items.Length);
        foreach (JsonSyntax item in array.Items)
        {
            if (item is JsonStringSyntax text)
            {
                texts.Add(text.Value);
            }
        }

        return [.. texts];
    }
}
