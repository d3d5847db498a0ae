using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks what the rules of a Choice are made of.</summary>
internal static class ChoiceRuleChecks
{
    public static void Check(ChoiceState choice, StateLanguage language, FindingCollector findings)
    {
        foreach (ChoiceRule rule in choice.Choices)
        {
            if (language.IsJsonata)
            {
                CheckCondition(rule, findings);
            }
            else
            {
                CheckComparison(rule, isNested: false, findings);
            }
        }
    }

    private static void CheckCondition(ChoiceRule rule, FindingCollector findings)
    {
        foreach (JsonMemberSyntax member in rule.Syntax.Members)
        {
            switch (member.Name)
            {
                case "Comment":
                    ValueChecks.Check(FieldValue.Text, member, isJsonata: true, rule, findings);
                    break;
                case "Assign":
                    ValueChecks.Check(FieldValue.Object, member, isJsonata: true, rule, findings);
                    break;
                case "Condition":
                    ValueChecks.Check(FieldValue.Boolean.OrExpression, member, isJsonata: true, rule, findings);
                    break;
                case "Next" or "Output":
                    break;
                default:
                    // A comparison is one mistake, however many fields it has.
                    AddUnsupported(rule, member, QueryLanguage.JSONata, isNested: false, findings);
                    return;
            }
        }

        if (rule.Field("Condition") is null)
        {
            findings.Add(FieldRules.MissingField, rule.Syntax, rule.Path, "Condition", "this choice rule");
        }
    }

    private static void CheckComparison(ChoiceRule rule, bool isNested, FindingCollector findings)
    {
        var operators = new List<JsonMemberSyntax>(1);
        List<JsonMemberSyntax>? unknown = null;
        foreach (JsonMemberSyntax member in rule.Syntax.Members)
        {
            switch (member.Name)
            {
                case "Comment":
                    ValueChecks.Check(FieldValue.Text, member, isJsonata: false, rule, findings);
                    break;
                case "Variable":
                    ValueChecks.Check(FieldValue.Path, member, isJsonata: false, rule, findings);
                    break;
                case "Assign" when !isNested:
                    ValueChecks.Check(FieldValue.Object, member, isJsonata: false, rule, findings);
                    break;
                case "Next" when !isNested:
                    break;
                case "And" or "Or" or "Not":
                    operators.Add(member);
                    CheckCombination(rule, member, findings);
                    break;
                default:
                    if (ComparisonOperators.Find(member.Name) is { } @operator)
                    {
                        operators.Add(member);
                        ValueChecks.Check(@operator.Operand, member, isJsonata: false, rule, findings);
                        PatternChecks.Check(@operator, member, rule, findings);
                    }
                    else
                    {
                        (unknown ??= []).Add(member);
                    }

                    break;
            }
        }

        CheckUnknown(rule, unknown, operators.Count == 0, isNested, findings);
        CheckOperators(rule, operators, hasUnknown: unknown is not null, findings);
        CheckNested(rule, findings);
    }

    private static void CheckOperators(ChoiceRule rule, List<JsonMemberSyntax> operators, bool hasUnknown, FindingCollector findings)
    {
        if (operators.Count == 0)
        {
            if (!hasUnknown)
            {
                findings.Add(ComparisonRules.OneOperator, rule.Syntax, rule.Path, "this one has none");
            }
        }
        else if (operators.Count > 1)
        {
            JsonMemberSyntax last = operators[operators.Count - 1];
            findings.Add(ComparisonRules.OneOperator, last, rule.PathOf(last.Name), $"this one has both {operators[0].Name} and {last.Name}");
        }
        else if (ComparisonOperators.Find(operators[0].Name) is null)
        {
            if (rule.Field("Variable") is { } variable)
            {
                findings.Add(ComparisonRules.OneOperator, variable, rule.PathOf("Variable"), $"this one has {operators[0].Name}, which compares no Variable");
            }
        }
        else if (rule.Field("Variable") is null)
        {
            findings.Add(FieldRules.MissingField, operators[0], rule.Path, "Variable", "the choice rule with " + operators[0].Name);
        }
    }

    /// <summary>Where an operator lacks, one that ASL does not have was meant to be it.</summary>
    private static void CheckUnknown(ChoiceRule rule, List<JsonMemberSyntax>? unknown, bool lacksOperator, bool isNested, FindingCollector findings)
    {
        foreach (JsonMemberSyntax member in unknown ?? [])
        {
            if (lacksOperator && rule.Field("Variable") is not null && member.Name is not ("Next" or "Assign" or "Condition" or "Output"))
            {
                string? nearest = ComparisonOperators.FindNearest(member.Name);
                string hint = nearest is null ? "" : $"; did you mean {nearest}?";
                findings.Add(ComparisonRules.OneOperator, member, rule.PathOf(member.Name), $"there is no operator '{member.Name}'{hint}");
                findings.Correct(nearest);
                lacksOperator = false;
            }
            else
            {
                AddUnsupported(rule, member, QueryLanguage.JSONPath, isNested, findings);
            }
        }
    }

    private static void CheckCombination(ChoiceRule rule, JsonMemberSyntax member, FindingCollector findings)
    {
        if (member.Name == "Not")
        {
            ValueChecks.Check(FieldValue.Object, member, isJsonata: false, rule, findings);
        }
        else if (member.Value is not JsonArraySyntax rules)
        {
            ValueChecks.Check(FieldValue.Array, member, isJsonata: false, rule, findings);
        }
        else if (rules.Items.IsEmpty)
        {
            findings.Add(FieldRules.EmptyArray, rules, rule.PathOf(member.Name), member.Name, "rule");
        }
        else
        {
            ItemChecks.RequireObjects(rules, "A choice rule", rule, member.Name, findings);
        }
    }

    private static void CheckNested(ChoiceRule rule, FindingCollector findings)
    {
        foreach (ChoiceRule part in rule.And)
        {
            CheckComparison(part, isNested: true, findings);
        }

        foreach (ChoiceRule part in rule.Or)
        {
            CheckComparison(part, isNested: true, findings);
        }

        if (rule.Not is { } not)
        {
            CheckComparison(not, isNested: true, findings);
        }
    }

    private static void AddUnsupported(ChoiceRule rule, JsonMemberSyntax member, QueryLanguage language, bool isNested, FindingCollector findings) =>
        findings.Add(
            StructureRules.UnsupportedField,
            member,
            rule.PathOf(member.Name),
            member.Name,
            isNested ? "a rule within another" : $"a choice rule whose query language is {language}");
}
