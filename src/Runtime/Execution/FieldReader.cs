using System;
using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Execution;

/// <summary>
/// Reads the fields of a part of a definition and remembers which. What nobody read is refused at the end, so that a run
/// can never differ from AWS's because a field was passed over.
/// </summary>
internal sealed class FieldReader(DocumentPart part, string stateName)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal) { "Comment" };

    public string StateName { get; } = stateName;

    public DocumentPart Part { get; } = part;

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

    public double? Number(string field, double minimum) => Value(field) switch
    {
        null => null,
        JsonNumberSyntax number when new JsonNumber(number.Text).Value is var value && value >= minimum && double.IsFinite(value) => value,
        _ => throw Fault(field, FormattableString.Invariant($"must be a number of at least {minimum}")),
    };

    public ReferencePath? Path(string field) => Text(field) is { } text ? ParsePath(field, text) : null;

    public ReferencePath ParsePath(string field, string text)
    {
        if (text.StartsWith("States.", StringComparison.Ordinal))
        {
            throw NotRun(field, $"the intrinsic function in \"{text}\"");
        }

        if (ReferencePath.Parse(text, out JsonError? error) is not { } path)
        {
            throw text.StartsWith('$')
                ? NotRun(field, $"the path \"{text}\" ({error!.Message}; only Reference Paths are run)")
                : Fault(field, $"\"{text}\" is no path: {error!.Message}");
        }

        if (path.Steps.Length > JsonValue.MaxDepth)
        {
            // No payload nests that deep, and what a path writes is built from the inside out.
            throw Fault(
                field,
                FormattableString.Invariant($"has a path of {path.Steps.Length} steps; data nests at most {JsonValue.MaxDepth} levels deep"));
        }

        return path.Root == PathRoot.Variable ? throw NotRun(field, $"the variable ${path.Variable}") : path;
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
            case JsonStringSyntax text when ParsePath(field, text.Value) is var path:
                return path.Root == PathRoot.Data
                    ? Expressions.ResultPath.At(path)
                    : throw Fault(field, $"\"{text.Value}\" cannot be written to: the context object is read-only");
            default:
                throw Fault(field, "must be a path or null");
        }
    }

    public PayloadTemplate? Template(string field) => Value(field) switch
    {
        null => null,
        JsonObjectSyntax template => PayloadTemplate.Compile(template, field, this),
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

    public DefinitionException Fault(string field, string message) => new($"The field {field} {message}.", Part.PathOf(field));

    public DefinitionException NotRun(string field, string? what) => new(
        what is null ? $"The field {field} is not run locally yet." : $"In the field {field}, {what} is not run locally yet.",
        Part.PathOf(field));
}
