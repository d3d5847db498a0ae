using System;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Cli.Import;

/// <summary>
/// Finds the C# that the generator reads back as exactly the same rule. What has none, such as a rule in a rule with a comment of its own, becomes
/// <c>Rule("…")</c> with its JSON.
/// </summary>
internal static class ConditionImporter
{
    /// <summary>Deeper rules stay JSON: nobody could read them as operators either.</summary>
    private const int MaxDepth = 24;

    /// <summary>The compiler gives up on very long chains of operators, and takes any number of arguments.</summary>
    private const int MaxChain = 50;

    /// <summary>The condition of a rule, given without where it leads and what it sets.</summary>
    public static ConditionText Read(JsonObjectSyntax rule)
    {
        ConditionText condition = Read(rule, 0);
        return IsReadable(condition) ? condition : WriteRaw(rule);
    }

    /// <summary>Operators around nothing but JSON would say no more than JSON.</summary>
    private static bool IsReadable(ConditionText condition) => condition switch
    {
        ConditionText.Leaf => true,
        ConditionText.Chain chain => chain.Parts.Any(IsReadable),
        ConditionText.Call call => call.Parts.Any(IsReadable),
        ConditionText.Not not => IsReadable(not.Operand),
        _ => false,
    };

    private static ConditionText Read(JsonObjectSyntax rule, int depth)
    {
        ConditionText? read = depth > MaxDepth ? null : rule.Members switch
        {
            [{ Name: "And", Value: JsonArraySyntax parts }] => ReadParts(parts, '&', "All", depth),
            [{ Name: "Or", Value: JsonArraySyntax parts }] => ReadParts(parts, '|', "Any", depth),
            [{ Name: "Not", Value: JsonObjectSyntax operand }] => new ConditionText.Not(Read(operand, depth + 1)),
            [{ Name: "Variable", Value: JsonStringSyntax variable }, var comparison] => ReadComparison(variable.Value, comparison),
            [var comparison, { Name: "Variable", Value: JsonStringSyntax variable }] => ReadComparison(variable.Value, comparison),
            _ => null,
        };
        return read ?? WriteRaw(rule);
    }

    private static ConditionText.Raw WriteRaw(JsonObjectSyntax rule) => new(Payload.WriteJson(rule));

    private static ConditionText? ReadParts(JsonArraySyntax array, char @operator, string function, int depth)
    {
        if (array.Items.IsEmpty || !array.Items.All(static item => item is JsonObjectSyntax))
        {
            return null;
        }

        ImmutableArray<ConditionText> parts = [.. array.Items.Select(item => Read((JsonObjectSyntax)item, depth + 1))];
        return parts.Length is > 1 and <= MaxChain ? new ConditionText.Chain(@operator, parts) : new ConditionText.Call(function, parts);
    }

    private static ConditionText.Leaf? ReadComparison(string path, JsonMemberSyntax comparison)
    {
        if (ComparisonOperators.Find(comparison.Name) is not { } found)
        {
            return null;
        }

        string variable = Variable(path);
        if (found.Family == ComparisonFamily.TypeTest)
        {
            return comparison.Value switch
            {
                JsonBooleanSyntax { Value: true } => new ConditionText.Leaf(variable + "." + found.Name, IsComparison: false),
                JsonBooleanSyntax { Value: false } => new ConditionText.Leaf(variable + "." + found.Name + " == false", IsComparison: true),
                _ => null,
            };
        }

        if (found.Family == ComparisonFamily.StringMatches)
        {
            return comparison.Value is JsonStringSyntax pattern
                ? new ConditionText.Leaf(variable + ".Matches(" + StringLiteral.Write(pattern.Value) + ")", IsComparison: false)
                : null;
        }

        (string kind, string? operand) = found.TakesPath ? ReadOther(found.Family, comparison.Value) : ReadLiteral(found.Family, comparison.Value);
        if (operand is null)
        {
            return null;
        }

        string? negated = found.Relation == ComparisonRelation.Equal ? variable + kind + " != " + operand : null;
        return new ConditionText.Leaf(variable + kind + " " + OperatorOf(found.Relation) + " " + operand, IsComparison: true, negated);
    }

    private static (string Kind, string? Operand) ReadOther(ComparisonFamily family, JsonSyntax value)
    {
        string kind = family switch
        {
            ComparisonFamily.String => ".Text",
            ComparisonFamily.Numeric => ".Number",
            _ => "." + family,
        };
        return (kind, value is JsonStringSyntax path ? Variable(path.Value) + kind : null);
    }

    private static (string Kind, string? Operand) ReadLiteral(ComparisonFamily family, JsonSyntax value) => (family, value) switch
    {
        (ComparisonFamily.String, JsonStringSyntax text) => ("", StringLiteral.Write(text.Value)),
        (ComparisonFamily.Timestamp, JsonStringSyntax text) => (".Timestamp", StringLiteral.Write(text.Value)),
        (ComparisonFamily.Boolean, JsonBooleanSyntax boolean) => ("", boolean.Value ? "true" : "false"),
        (ComparisonFamily.Numeric, JsonNumberSyntax) => ("", NumberLiteral.Write(value)),
        _ => ("", null),
    };

    private static string Variable(string path) => "Variable(" + StringLiteral.Write(path) + ")";

    private static string OperatorOf(ComparisonRelation relation) => relation switch
    {
        ComparisonRelation.Equal => "==",
        ComparisonRelation.LessThan => "<",
        ComparisonRelation.LessThanEqual => "<=",
        ComparisonRelation.GreaterThan => ">",
        ComparisonRelation.GreaterThanEqual => ">=",
        _ => throw new InvalidOperationException(relation + " is no relation."),
    };
}
