using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>
/// Writes the entries of Retry and Catch as attributes. Either all entries of a field have that form or the field stays JSON: attributes and JSON of one
/// field do not mix.
/// </summary>
internal sealed class ErrorHandling(ScopePlan scope, Vocabulary vocabulary)
{
    private static readonly string[] s_retrier = ["ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy", "Comment"];
    private static readonly string[] s_catcher = ["ErrorEquals", "ResultPath", "Assign", "Output", "Next", "Comment"];

    /// <summary>The attributes of a whole <c>Retry</c>, or null when it has to stay JSON.</summary>
    public List<AttributeSource>? WriteRetry(JsonSyntax value) => WriteAll(value, WriteRetrier);

    /// <summary>The attributes of a whole <c>Catch</c>, or null when it has to stay JSON.</summary>
    public List<AttributeSource>? WriteCatch(JsonSyntax value) => WriteAll(value, WriteCatcher);

    private static List<AttributeSource>? WriteAll(JsonSyntax value, Func<JsonObjectSyntax, AttributeSource?> write)
    {
        if (value is not JsonArraySyntax { Items.IsEmpty: false } entries)
        {
            return null;
        }

        List<AttributeSource> attributes = [];
        foreach (JsonSyntax entry in entries.Items)
        {
            if (entry is not JsonObjectSyntax fields || write(fields) is not { } attribute)
            {
                return null;
            }

            attributes.Add(attribute);
        }

        return attributes;
    }

    private AttributeSource? WriteRetrier(JsonObjectSyntax retrier)
    {
        var attribute = new AttributeSource("Retry");
        return retrier.HasOnly(s_retrier)
            && TryAddErrors(attribute, retrier)
            && TryAdd(attribute, retrier, "IntervalSeconds", PropertyValue.Integer)
            && TryAdd(attribute, retrier, "MaxAttempts", PropertyValue.Integer)
            && TryAdd(attribute, retrier, "BackoffRate", PropertyValue.Number)
            && TryAdd(attribute, retrier, "MaxDelaySeconds", PropertyValue.Integer)
            && TryAdd(attribute, retrier, "JitterStrategy", value => vocabulary.Word(value, "JitterStrategy", "None", "Full"))
            && TryAdd(attribute, retrier, "Comment", PropertyValue.Text)
                ? attribute
                : null;
    }

    private AttributeSource? WriteCatcher(JsonObjectSyntax catcher)
    {
        if (scope.Find(catcher.Find("Next")?.Value) is not { } target)
        {
            return null;
        }

        var attribute = new AttributeSource("Catch<" + target.ClassName + ">");
        if (!catcher.HasOnly(s_catcher) || !TryAddErrors(attribute, catcher) || !TryAdd(attribute, catcher, "ResultPath", PropertyValue.TextOrNull))
        {
            return null;
        }

        foreach (string payload in new[] { "Assign", "Output" })
        {
            if (catcher.Find(payload) is { } member)
            {
                attribute.Add(payload, Payload.Write(member.Value));
            }
        }

        return TryAdd(attribute, catcher, "Comment", PropertyValue.Text) ? attribute : null;
    }

    private bool TryAddErrors(AttributeSource attribute, JsonObjectSyntax entry)
    {
        if (entry.Find("ErrorEquals")?.Value is not JsonArraySyntax errors || !errors.Items.All(static error => error is JsonStringSyntax))
        {
            return false;
        }

        foreach (JsonSyntax error in errors.Items)
        {
            attribute.Add(null, vocabulary.Error(((JsonStringSyntax)error).Value));
        }

        return true;
    }

    private static bool TryAdd(AttributeSource attribute, JsonObjectSyntax entry, string name, Func<JsonSyntax, ValueSource?> write)
    {
        if (entry.Find(name) is not { } member)
        {
            return true;
        }

        if (write(member.Value) is not { } value)
        {
            return false;
        }

        attribute.Add(name, value);
        return true;
    }
}
