using System.Collections.Immutable;

namespace StateMachineGen.Language.Names;

/// <summary>The kinds of JSON values that fields hold.</summary>
public enum FieldValueKind
{
    /// <summary>Any value, or one that has rules of its own.</summary>
    Any,

    /// <summary>A string.</summary>
    Text,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>A number without a fraction, in a range.</summary>
    Integer,

    /// <summary>A number, in a range if there is one.</summary>
    Number,

    /// <summary>An object.</summary>
    Object,

    /// <summary>A payload template: an object, or an array of values.</summary>
    Template,

    /// <summary>An array.</summary>
    Array,

    /// <summary>One of a few strings.</summary>
    OneOf,

    /// <summary>An RFC 3339 timestamp.</summary>
    Timestamp,

    /// <summary>A path, which is a string.</summary>
    Path,

    /// <summary>A path, or null.</summary>
    PathOrNull,
}

/// <summary>What a field holds. Wherever a value is not a string anyway, a deployment's substitution such as <c>"${Seconds}"</c> may stand for it.</summary>
/// <param name="Kind">The kind of value.</param>
public sealed record FieldValue(FieldValueKind Kind)
{
    /// <summary>Whether JSONata, a string in <c>{% %}</c>, may stand instead where the query language is JSONata.</summary>
    public bool TakesExpression { get; init; }

    /// <summary>Whether the field holds any value at all where the query language is JSONata.</summary>
    public bool IsAnyInJsonata { get; init; }

    /// <summary>The least number, or null.</summary>
    public long? Least { get; init; }

    /// <summary>The greatest number, or null.</summary>
    public long? Greatest { get; init; }

    /// <summary>The strings to choose from.</summary>
    public ImmutableArray<string> Options { get; init; } = ImmutableArray<string>.Empty;

    internal static FieldValue Any { get; } = new(FieldValueKind.Any);

    internal static FieldValue Text { get; } = new(FieldValueKind.Text);

    internal static FieldValue Boolean { get; } = new(FieldValueKind.Boolean);

    internal static FieldValue Number { get; } = new(FieldValueKind.Number);

    internal static FieldValue Object { get; } = new(FieldValueKind.Object);

    internal static FieldValue Template { get; } = new(FieldValueKind.Template) { IsAnyInJsonata = true };

    internal static FieldValue Array { get; } = new(FieldValueKind.Array);

    internal static FieldValue Timestamp { get; } = new(FieldValueKind.Timestamp);

    internal static FieldValue Path { get; } = new(FieldValueKind.Path);

    internal static FieldValue PathOrNull { get; } = new(FieldValueKind.PathOrNull);

    /// <summary>The seconds of a timeout.</summary>
    internal static FieldValue Seconds { get; } = Integer(1, Quotas.MaxSeconds);

    internal static FieldValue QueryLanguage { get; } = OneOf(nameof(Document.QueryLanguage.JSONPath), nameof(Document.QueryLanguage.JSONata));

    internal FieldValue OrExpression => this with { TakesExpression = true };

    internal static FieldValue Integer(long least, long? greatest = null) => new(FieldValueKind.Integer) { Least = least, Greatest = greatest };

    internal static FieldValue NumberIn(long least, long? greatest = null) => new(FieldValueKind.Number) { Least = least, Greatest = greatest };

    internal static FieldValue OneOf(params string[] options) => new(FieldValueKind.OneOf) { Options = [.. options] };
}
