using System;
using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.Intrinsics;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Expressions.JsonPath;
using StateMachineGen.Language.Json;
using CallSyntax = StateMachineGen.Language.Expressions.Intrinsics.IntrinsicCall;
using JsonPathQuery = StateMachineGen.Expressions.JsonPath.JsonPathQuery;
using PathSyntax = StateMachineGen.Language.Expressions.JsonPath.JsonPathQuery;

namespace StateMachineGen.Execution;

/// <summary>
/// Reads the fields of a part of a definition and remembers which. What nobody read is refused at the end, so that a run
/// can never differ from AWS's because a field was passed over.
/// </summary>
/// <param name="part">The part.</param>
/// <param name="stateName">The state that it is or belongs to.</param>
/// <param name="isJsonata">Whether the expressions in its fields are JSONata.</param>
/// <param name="isJsonataByDefault">Whether those of states within are that name no language: the machine's language.</param>
/// <param name="place">Where the part stands in its state, as AWS names the fields in it: <c>ItemReader/</c>; empty for the state itself.</param>
internal sealed class FieldReader(DocumentPart part, string stateName, bool isJsonata, bool isJsonataByDefault, string place = "")
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal) { "Comment" };

    public string StateName { get; } = stateName;

    public DocumentPart Part { get; } = part;

    public bool IsJsonata { get; } = isJsonata;

    public bool IsJsonataByDefault { get; } = isJsonataByDefault;

    /// <summary>Reads a part of this part in the same language.</summary>
    public FieldReader Nested(DocumentPart nested) => new(nested, StateName, IsJsonata, IsJsonataByDefault);

    /// <summary>Reads the object in a field, or gives null when there is none.</summary>
    public FieldReader? Nested(string field) => Value(field) switch
    {
        null => null,
        JsonObjectSyntax => new FieldReader(Part.Nested(field)!, StateName, IsJsonata, IsJsonataByDefault, $"{place}{field}/"),
        _ => throw Fault(field, "must be an object"),
    };

    public bool WasRead(string field) => _read.Contains(field) && Has(field);

    public bool Has(string field) => Part.Syntax.Find(field) is not null;

    public JsonSyntax? Value(string field)
    {
        _read.Add(field);
        return Part.Syntax.Find(field)?.Value;
    }

    public string? Text(string field) => Value(field) switch
    {
        null => null,
        JsonStringSyntax text => text.Value,
        _ => throw Fault(field, "must be a string"),
    };

    /// <summary>One of some names, as what it stands for; or what stands for none.</summary>
    public T Choice<T>(string field, T absent, params ReadOnlySpan<(string Name, T Value)> choices)
    {
        if (Text(field) is not { } text)
        {
            return absent;
        }

        foreach ((string name, T value) in choices)
        {
            if (name == text)
            {
                return value;
            }
        }

        throw NotRun(field, $"\"{text}\"");
    }

    public string RequiredText(string field) => Text(field) ?? throw Fault(field, "is missing");

    public bool Flag(string field) => Value(field) switch
    {
        null => false,
        JsonBooleanSyntax flag => flag.Value,
        _ => throw Fault(field, "must be true or false"),
    };

    public long? Integer(string field, long minimum, long maximum) => Value(field) switch
    {
        null => null,
        JsonNumberSyntax number when new JsonNumber(number.Text).ToInteger() is { } value && value >= minimum && value <= maximum => value,
        _ => throw Fault(field, FormattableString.Invariant($"must be a whole number from {minimum} to {maximum}")),
    };

    public double? Number(string field, double minimum, double maximum = double.MaxValue) => Value(field) switch
    {
        null => null,
        JsonNumberSyntax number when new JsonNumber(number.Text).Value is var value && value >= minimum && value <= maximum => value,
        _ => throw Fault(
            field,
            maximum == double.MaxValue
                ? FormattableString.Invariant($"must be a number of at least {minimum}")
                : FormattableString.Invariant($"must be a number from {minimum} to {maximum}")),
    };

    /// <summary>A path, which may be of any form.</summary>
    public JsonPathQuery? Path(string field) => Text(field) is { } text ? ParsePath(field, text) : null;

    public JsonPathQuery ParsePath(string field, string text)
    {
        ExpressionParseResult<PathSyntax> parsed = JsonPathParser.Parse(text);
        return parsed.Error is { } error
            ? throw Fault(field, $"\"{text}\" is no path: {error.Message}")
            : JsonPathQuery.Compile(RequireDepth(field, parsed.Root!), text);
    }

    /// <summary>A path, or the call of an intrinsic function.</summary>
    /// <param name="field">The field that it stands in.</param>
    /// <param name="text">Its text.</param>
    /// <param name="key">The key that it fills, as AWS tells it.</param>
    public Expression PathOrCall(string field, string text, string key)
    {
        if (text.StartsWith('$'))
        {
            return new PathExpression(ParsePath(field, text), key);
        }

        ExpressionParseResult<CallSyntax> parsed = IntrinsicParser.Parse(text);
        return parsed.Error is { } error
            ? throw Fault(field, $"\"{text}\" is neither a path nor the call of a function: {error.Message}")
            : IntrinsicExpression.Compile(parsed.Root!, text) is { } call
                ? new IntrinsicCallExpression(call)
                : throw Fault(field, $"\"{text}\" calls a function that there is not");
    }

    /// <summary>The expression in a string of a JSONata state, or null for a string that stands for itself.</summary>
    /// <param name="text">The string.</param>
    /// <param name="location">Where it stands: <c>Output/a</c>.</param>
    public JsonataExpression? Jsonata(string text, string location)
    {
        JsonataText read = JsonataText.Read(text);
        if (read.Kind != JsonataTextKind.Expression)
        {
            return read.Kind == JsonataTextKind.Plain ? null : throw Fault(location, $"\"{text}\" has only one of {{% and %}}");
        }

        ExpressionParseResult<JsonataSyntax> parsed = read.Parse();
        return parsed.Error is { } error
            ? throw Fault(location, $"\"{text}\" is no JSONata: {error.Message}")
            : new JsonataExpression(JsonataProgram.Compile(parsed.Root!), read.Expression.Trim(), place + location);
    }

    /// <summary>A path that is absent, null (which selects an empty object), or given.</summary>
    public SelectingPath SelectingPath(string field) => Value(field) switch
    {
        null => Expressions.SelectingPath.Whole,
        JsonNullSyntax => Expressions.SelectingPath.Nothing,
        JsonStringSyntax text => new SelectingPath(ParsePath(field, text.Value)),
        _ => throw Fault(field, "must be a path or null"),
    };

    public ResultPath ResultPath(string field)
    {
        switch (Value(field))
        {
            case null:
                return Expressions.ResultPath.Replace;
            case JsonNullSyntax:
                return Expressions.ResultPath.Discard;
            case JsonStringSyntax text when ReferencePath.Parse(text.Value, out JsonError? error) is var path:
                return path is null ? throw Fault(field, $"\"{text.Value}\" is no Reference Path: {error!.Message}")
                    : path.Root != PathRoot.Data ? throw Fault(field, $"\"{text.Value}\" cannot be written to: only the state's own data can")
                    : path.Steps.Length > JsonValue.MaxDepth ? throw TooDeep(field, path.Steps.Length)
                    : Expressions.ResultPath.At(path);
            default:
                throw Fault(field, "must be a path or null");
        }
    }

    /// <summary>A value in which parts may be worked out: a payload template, or JSON with JSONata in it.</summary>
    public Expression? Template(string field) => Value(field) switch
    {
        null => null,
        { } value when IsJsonata => new JsonataTemplate(this).Compile(value, field),
        JsonObjectSyntax template => new JsonPathTemplate(this, field).Compile(template, field),
        _ => throw Fault(field, "must be an object"),
    };

    /// <summary>Requires that a field, when it is there, is a list of so many objects: all that it holds.</summary>
    public void RequireObjects(string field, int objects)
    {
        if (Value(field) is { } value && (value is not JsonArraySyntax array || array.Items.Length != objects))
        {
            throw Fault(field, "must be a list of objects");
        }
    }

    /// <summary>Refuses the fields that nobody read.</summary>
    public void Finish()
    {
        foreach (JsonMemberSyntax member in Part.Syntax.Members)
        {
            if (!_read.Contains(member.Name))
            {
                throw UnreadField.Explain(this, member.Name);
            }
        }
    }

    private PathSyntax RequireDepth(string field, PathSyntax path) =>
        path.Segments.Count > JsonValue.MaxDepth ? throw TooDeep(field, path.Segments.Count) : path;

    private DefinitionException TooDeep(string field, int steps) => Fault(
        field, FormattableString.Invariant($"has a path of {steps} steps; data nests at most {JsonValue.MaxDepth} levels deep"));

    public DefinitionException Fault(string field, string message) => new($"The field {field} {message}.", Part.PathOf(field));

    public DefinitionException NotRun(string field, string? what) => new(
        what is null ? $"The field {field} is not run locally yet." : $"In the field {field}, {what} is not run locally yet.",
        Part.PathOf(field));
}
