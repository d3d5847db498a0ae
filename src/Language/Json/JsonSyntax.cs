using System.Collections.Immutable;
using System.Globalization;

namespace StateMachineGen.Language.Json;

/// <summary>
/// A piece of JSON text: a value, or a member of an object. Nodes are immutable and know where they stand in the text
/// they were read from, so that a finding can point at the very characters. Nodes made by program have an empty range.
/// </summary>
public abstract class JsonSyntax
{
    private protected JsonSyntax(TextRange range) => Range = range;

    /// <summary>Where the node stands in its text; for a member, its name with the quotes.</summary>
    public TextRange Range { get; }
}

/// <summary>A JSON object. Members keep their order, and a name that occurs twice is kept twice.</summary>
public sealed class JsonObjectSyntax : JsonSyntax
{
    /// <summary>Creates an object.</summary>
    public JsonObjectSyntax(ImmutableArray<JsonMemberSyntax> members, TextRange range = default)
        : base(range) => Members = members.IsDefault ? ImmutableArray<JsonMemberSyntax>.Empty : members;

    /// <summary>The members in the order of the text.</summary>
    public ImmutableArray<JsonMemberSyntax> Members { get; }

    /// <summary>
    /// The member of this name, or null. Of several the last one counts, as in every JSON reader that keeps one.
    /// </summary>
    public JsonMemberSyntax? Find(string name)
    {
        for (int i = Members.Length - 1; i >= 0; i--)
        {
            if (Members[i].Name == name)
            {
                return Members[i];
            }
        }

        return null;
    }
}

/// <summary>A member of a JSON object: a name and its value.</summary>
public sealed class JsonMemberSyntax : JsonSyntax
{
    /// <summary>Creates a member.</summary>
    public JsonMemberSyntax(string name, JsonSyntax value, TextRange nameRange = default)
        : base(nameRange)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name, unescaped.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public JsonSyntax Value { get; }
}

/// <summary>A JSON array.</summary>
public sealed class JsonArraySyntax : JsonSyntax
{
    /// <summary>Creates an array.</summary>
    public JsonArraySyntax(ImmutableArray<JsonSyntax> items, TextRange range = default)
        : base(range) => Items = items.IsDefault ? ImmutableArray<JsonSyntax>.Empty : items;

    /// <summary>The elements in order.</summary>
    public ImmutableArray<JsonSyntax> Items { get; }
}

/// <summary>A JSON string.</summary>
public sealed class JsonStringSyntax : JsonSyntax
{
    /// <summary>Creates a string.</summary>
    public JsonStringSyntax(string value, TextRange range = default)
        : base(range) => Value = value;

    /// <summary>The text, unescaped.</summary>
    public string Value { get; }
}

/// <summary>A JSON number. Its text is kept as written, so that nothing is lost to a binary type.</summary>
public sealed class JsonNumberSyntax : JsonSyntax
{
    /// <summary>Creates a number from its JSON text.</summary>
    public JsonNumberSyntax(string text, TextRange range = default)
        : base(range) => Text = text;

    /// <summary>The number as written.</summary>
    public string Text { get; }

    /// <summary>The number as an integer, however it is written: <c>1.0</c> and <c>1e0</c> are integers in JSON as <c>1</c> is.</summary>
    /// <returns>Whether the number is an integer of 64 bits.</returns>
    public bool TryGetInt64(out long value)
    {
        if (long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value))
        {
            return true;
        }

        if (!decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
            || decimal.Truncate(number) != number
            || number < long.MinValue
            || number > long.MaxValue)
        {
            return false;
        }

        value = (long)number;
        return true;
    }
}

/// <summary>JSON's <c>true</c> or <c>false</c>.</summary>
public sealed class JsonBooleanSyntax : JsonSyntax
{
    /// <summary>Creates a boolean.</summary>
    public JsonBooleanSyntax(bool value, TextRange range = default)
        : base(range) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }
}

/// <summary>JSON's <c>null</c>.</summary>
public sealed class JsonNullSyntax : JsonSyntax
{
    /// <summary>Creates a null.</summary>
    public JsonNullSyntax(TextRange range = default)
        : base(range)
    {
    }
}
