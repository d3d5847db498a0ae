using System.Collections.Immutable;
using System.Text;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Graph;

/// <summary>Says a choice rule in a few words: <c>$.total ≥ 1000 and not ($.customer is present)</c>.</summary>
public static class ConditionText
{
    /// <summary>A rule may hold thousands of others; nobody reads more of a label, and a tooltip takes no more.</summary>
    private const int MaxLength = 400;

    /// <summary>Says a rule in no more characters than that.</summary>
    public static string Describe(ChoiceRule rule, int maxLength = MaxLength)
    {
        var text = new StringBuilder();
        Append(text, rule, isNested: false);
        return LabelText.Cut(text.ToString(), maxLength);
    }

    private static void Append(StringBuilder text, ChoiceRule rule, bool isNested)
    {
        if (text.Length > MaxLength)
        {
            return;
        }

        switch (rule)
        {
            case { Condition: JsonStringSyntax condition }:
                text.Append(WithoutDelimiters(condition.Value));
                break;
            case { Condition: { } literal }:
                text.Append(JsonWriter.WriteCompact(literal));
                break;
            case { And.Length: > 0 }:
                AppendAll(text, rule.And, " and ", isNested);
                break;
            case { Or.Length: > 0 }:
                AppendAll(text, rule.Or, " or ", isNested);
                break;
            case { Not: { } not }:
                text.Append("not (");
                Append(text, not, isNested: false);
                text.Append(')');
                break;
            case { Comparison: { } comparison }:
                AppendComparison(text, rule.Variable ?? "?", comparison);
                break;
            default:
                text.Append("no condition");
                break;
        }
    }

    private static void AppendAll(StringBuilder text, ImmutableArray<ChoiceRule> rules, string separator, bool isNested)
    {
        bool needsParentheses = isNested && rules.Length > 1;
        text.Append(needsParentheses ? "(" : "");
        for (int i = 0; i < rules.Length && text.Length <= MaxLength; i++)
        {
            text.Append(i == 0 ? "" : separator);
            Append(text, rules[i], isNested: rules.Length > 1);
        }

        text.Append(needsParentheses ? ")" : "");
    }

    private static void AppendComparison(StringBuilder text, string variable, Comparison comparison)
    {
        ComparisonOperator @operator = comparison.Operator;
        text.Append(variable);
        if (@operator.Family == ComparisonFamily.TypeTest)
        {
            // IsPresent, IsNumeric …: the operand false asks for the opposite.
            text.Append(comparison.Member.Value is JsonBooleanSyntax { Value: false } ? " is not " : " is ");
            text.Append(KindOf(@operator.Name));
            return;
        }

        text.Append(@operator switch
        {
            { Family: ComparisonFamily.StringMatches } => " matches ",
            { Relation: ComparisonRelation.LessThan } => " < ",
            { Relation: ComparisonRelation.GreaterThan } => " > ",
            { Relation: ComparisonRelation.LessThanEqual } => " ≤ ",
            { Relation: ComparisonRelation.GreaterThanEqual } => " ≥ ",
            _ => " = ",
        });
        text.Append(comparison.Member.Value is JsonStringSyntax path && @operator.TakesPath ? path.Value : JsonWriter.WriteCompact(comparison.Member.Value));
    }

    private static string KindOf(string test) => test switch
    {
        "IsNull" => "null",
        "IsPresent" => "present",
        "IsNumeric" => "a number",
        "IsString" => "a string",
        "IsBoolean" => "a boolean",
        _ => "a timestamp",
    };

    private static string WithoutDelimiters(string condition)
    {
        JsonataText text = JsonataText.Read(condition.Trim());
        return text.Kind == JsonataTextKind.Expression ? text.Expression.Trim() : text.Text;
    }
}
