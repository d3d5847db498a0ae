using System;
using System.Collections.Generic;
using System.Globalization;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the value of one field against what the field takes.</summary>
internal static class ValueChecks
{
    /// <summary>The fields whose limits AWS was seen to report.</summary>
    private static readonly HashSet<string> s_measured = ["MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage", "MaxItems"];

    /// <summary>Checks a value.</summary>
    /// <param name="expected">What the field takes.</param>
    /// <param name="member">The field.</param>
    /// <param name="isJsonata">Whether an expression may stand where the field takes one.</param>
    /// <param name="place">The part that has the field.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Check(FieldValue expected, JsonMemberSyntax member, bool isJsonata, PartPlace place, FindingCollector findings)
    {
        JsonSyntax value = member.Value;
        if (IsOfKind(expected, value) || (isJsonata && expected.IsAnyInJsonata))
        {
            return;
        }

        if (value is JsonStringSyntax text && (IsUnknown(expected.Kind, text.Value) || (isJsonata && expected.TakesExpression && IsExpression(text.Value))))
        {
            return;
        }

        if (expected.Kind == FieldValueKind.Template && value is JsonStringSyntax { Value: { } template } && (template.StartsWith("$", StringComparison.Ordinal) || IsExpression(template)))
        {
            // What is meant to be evaluated and is not, is a fault of its own.
            return;
        }

        if (expected.Kind == FieldValueKind.Timestamp && value is JsonStringSyntax time)
        {
            findings.Add(FieldRules.InvalidTimestamp, value, place.PathOf(member.Name), FindingCollector.Show(value), TimestampRules.Explain(time.Value)!);
            findings.SayAsAws("String does not match RFC3339 timestamp", place.PathOf(member.Name));
            return;
        }

        string or = isJsonata && expected.TakesExpression && expected.Kind != FieldValueKind.OneOf ? " or an expression in {% %}" : "";
        findings.Add(GetRule(expected), value, place.PathOf(member.Name), member.Name, Describe(expected) + or, FindingCollector.Show(value));
        if (expected.Kind == FieldValueKind.OneOf && value is JsonStringSyntax { Value: { } word })
        {
            findings.Correct(SpellingSuggestion.Find(word, expected.Options));
        }

        if (member.Name == "QueryLanguage")
        {
            findings.SayAsAws(
                value is JsonStringSyntax ? "Value should be one of the following: [" + string.Join(", ", expected.Options) + "]" : "Expected value of type [STRING]",
                place.PathOf(member.Name));
        }
        else if (s_measured.Contains(member.Name) && value is JsonNumberSyntax number && TryGetDouble(number, out double real) && FindLimit(expected, real) is { } limit)
        {
            findings.SayAsAws(limit, place.PathOf(member.Name));
        }
    }

    /// <summary>How AWS says that a number is too small or too great; null when it is neither.</summary>
    private static string? FindLimit(FieldValue expected, double number)
    {
        string format = expected.Kind == FieldValueKind.Integer ? "0" : "0.0";
        return number < expected.Least ? "Minimum value is " + ((double)expected.Least).ToString(format, CultureInfo.InvariantCulture)
            : number > expected.Greatest ? "Maximum value is " + ((double)expected.Greatest).ToString(format, CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>Whether a text is JSONata or was meant to be: a delimiter that is alone or has blanks around it is a fault of the expression.</summary>
    private static bool IsExpression(string text) =>
        JsonataText.Read(text.TrimStart()).IsOpened || JsonataText.Read(text.TrimEnd()).IsClosed;

    private static bool IsUnknown(FieldValueKind kind, string text) =>
        kind is FieldValueKind.OneOf or FieldValueKind.Timestamp ? Substitutions.IsIn(text) : Substitutions.IsAllOf(text);

    private static bool IsOfKind(FieldValue expected, JsonSyntax value) => expected.Kind switch
    {
        FieldValueKind.Any => true,
        FieldValueKind.Text or FieldValueKind.Path => value is JsonStringSyntax,
        FieldValueKind.PathOrNull => value is JsonStringSyntax or JsonNullSyntax,
        FieldValueKind.Boolean => value is JsonBooleanSyntax,
        FieldValueKind.Object => value is JsonObjectSyntax,
        FieldValueKind.Template => value is JsonObjectSyntax or JsonArraySyntax,
        FieldValueKind.Array => value is JsonArraySyntax,
        FieldValueKind.Integer => value is JsonNumberSyntax number && number.TryGetInt64(out long integer) && IsInRange(expected, integer),
        FieldValueKind.Number => value is JsonNumberSyntax number && TryGetDouble(number, out double real) && IsInRange(expected, real),
        FieldValueKind.OneOf => value is JsonStringSyntax text && expected.Options.Contains(text.Value),
        _ => value is JsonStringSyntax time && TimestampRules.Explain(time.Value) is null,
    };

    private static bool TryGetDouble(JsonNumberSyntax number, out double value) =>
        double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool IsInRange(FieldValue expected, double number) => !(number < expected.Least) && !(number > expected.Greatest);

    private static Rule GetRule(FieldValue expected) => expected.Kind switch
    {
        FieldValueKind.OneOf => FieldRules.ValueNotInList,
        FieldValueKind.Template => FieldRules.LiteralTemplate,
        FieldValueKind.Integer or FieldValueKind.Number when expected.Least is not null => LimitRules.NumberOutOfRange,
        _ => FieldRules.WrongTypeOfValue,
    };

    /// <summary>What a field takes, for sentences.</summary>
    public static string Describe(FieldValue expected) => expected.Kind switch
    {
        FieldValueKind.Text => "a string",
        FieldValueKind.Boolean => "true or false",
        FieldValueKind.Object or FieldValueKind.Template => "a JSON object",
        FieldValueKind.Array => "a JSON array",
        FieldValueKind.Path => "a path, which is a string",
        FieldValueKind.PathOrNull => "a path, which is a string, or null",
        FieldValueKind.Timestamp => "a timestamp, which is a string",
        FieldValueKind.OneOf => Words.Join(expected.Options, "or"),
        _ => DescribeNumber(expected),
    };

    private static string DescribeNumber(FieldValue expected)
    {
        string number = expected.Kind == FieldValueKind.Integer ? "an integer" : "a number";
        return expected switch
        {
            { Least: null } => number,
            { Greatest: null } => string.Format(CultureInfo.InvariantCulture, "{0} of at least {1:N0}", number, expected.Least),
            _ => string.Format(CultureInfo.InvariantCulture, "{0} from {1:N0} to {2:N0}", number, expected.Least, expected.Greatest),
        };
    }
}
