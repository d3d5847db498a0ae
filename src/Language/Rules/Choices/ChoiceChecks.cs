using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks what the rules of a Choice say together. A rule with a fault of its own is left out.</summary>
internal static class ChoiceChecks
{
    private static readonly string[] s_ofDefault = ["Assign", "Output"];

    public static void Check(ChoiceState choice, QueryLanguage language, FindingCollector findings)
    {
        ImmutableArray<ChoiceRule> rules = choice.Choices;
        if (rules.IsEmpty)
        {
            return;
        }

        CheckTargets(choice, rules, findings);
        var conditions = new Condition?[rules.Length];
        bool isWhole = true;
        for (int i = 0; i < rules.Length; i++)
        {
            conditions[i] = Condition.Read(rules[i], language);
            isWhole &= conditions[i] is not null;
        }

        HashSet<string> tested = GuardChecks.FindTested(conditions);
        if (tested.Count > 0)
        {
            GuardChecks.Check(choice, rules, conditions, tested, findings);
        }

        bool isExhaustive = CheckConditions(choice, rules, conditions, tested, findings);
        if (choice.Field("Default") is null && !CheckUnused(choice, language, findings) && isWhole && !isExhaustive)
        {
            findings.Add(ChoiceAnalysisRules.ChoiceWithoutDefault, choice.Member, choice.Path, choice.Name);
        }
    }

    /// <summary>Checks what a Choice without Default says for the way to it. That no rule may be true need not be said once more then.</summary>
    /// <returns>Whether it says anything.</returns>
    private static bool CheckUnused(ChoiceState choice, QueryLanguage language, FindingCollector findings)
    {
        List<string> fields = [];
        foreach (string field in s_ofDefault)
        {
            if (FieldTable.Allows(StateType.Choice, language, field) && choice.Field(field) is not null)
            {
                fields.Add(field);
            }
        }

        if (fields.Count > 0)
        {
            string verb = fields.Count == 1 ? "is" : "are";
            findings.Add(VariableRules.UnusedChoiceField, choice.Field(fields[0])!, choice.PathOf(fields[0]), Words.Join(fields, "and"), choice.Name, verb);
        }

        return fields.Count > 0;
    }

    /// <returns>Whether some rule is true in every case.</returns>
    private static bool CheckConditions(
        ChoiceState choice, ImmutableArray<ChoiceRule> rules, Condition?[] conditions, HashSet<string> tested, FindingCollector findings)
    {
        var covered = new CoveredCases();
        for (int i = 0; i < rules.Length; i++)
        {
            if (conditions[i] is not { } condition || ConditionTerm.Expand(condition) is not { } terms)
            {
                continue;
            }

            if (IsImpossible(terms))
            {
                string why = condition is LiteralCondition ? "it is a literal false" : "its comparisons exclude each other";
                findings.Add(ChoiceAnalysisRules.ImpossibleCondition, rules[i].Syntax, rules[i].Path, choice.Name, why);
                continue;
            }

            CheckAlternatives(choice, rules[i], condition, findings);
            if (terms.TrueForAll(covered.Covers))
            {
                findings.Add(ChoiceAnalysisRules.DeadChoiceRule, rules[i].Syntax, rules[i].Path, choice.Name, Explain(conditions, i, terms));
                continue;
            }

            if (IsAlways(terms, tested))
            {
                if (i < rules.Length - 1 || choice.Field("Default") is not null)
                {
                    findings.Add(ChoiceAnalysisRules.ConstantCondition, rules[i].Syntax, rules[i].Path, choice.Name);
                }

                return true;
            }

            terms.ForEach(covered.Add);
        }

        return covered.IsExhaustive(tested.Contains);
    }

    private static bool IsImpossible(List<ConditionTerm> terms) => terms.TrueForAll(static term => term.IsImpossible);

    /// <summary>Finds the parts of an Or that are never true, while the whole can be.</summary>
    private static void CheckAlternatives(ChoiceState choice, ChoiceRule rule, Condition condition, FindingCollector findings)
    {
        if (condition is not CombinedCondition { IsAnd: false } any)
        {
            return;
        }

        ImmutableArray<ChoiceRule> parts = rule.Or;
        for (int i = 0; i < parts.Length; i++)
        {
            if (ConditionTerm.Expand(any.Parts[i]) is not { } terms)
            {
                continue;
            }

            if (IsImpossible(terms))
            {
                findings.Add(ChoiceAnalysisRules.ImpossibleCondition, parts[i].Syntax, parts[i].Path, choice.Name, "its comparisons exclude each other");
            }
            else
            {
                CheckAlternatives(choice, parts[i], any.Parts[i], findings);
            }
        }
    }

    /// <summary>Whether a rule is true in all cases in which it can be evaluated.</summary>
    private static bool IsAlways(List<ConditionTerm> terms, HashSet<string> tested)
    {
        if (terms.Exists(static term => term.IsAlways))
        {
            return true;
        }

        ValueSet values = ValueSet.None;
        foreach (ConditionTerm term in terms)
        {
            if (term.OnlyVariable is null || term.OnlyVariable != terms[0].OnlyVariable)
            {
                return false;
            }

            values = values.Unite(term.Variables[0].Required);
        }

        return (tested.Contains(terms[0].OnlyVariable!) ? ValueSet.All : ValueSet.Present).IsIn(values);
    }

    private static string Explain(Condition?[] conditions, int index, List<ConditionTerm> terms)
    {
        for (int i = 0; i < index; i++)
        {
            if (conditions[i] is { } earlier
                && ConditionTerm.Expand(earlier) is { } earlierTerms
                && terms.TrueForAll(term => earlierTerms.Exists(term.Implies)))
            {
                return string.Format(CultureInfo.InvariantCulture, "whenever it is true, rule {0} before it is true too", i + 1);
            }
        }

        return "the rules before it take all of its cases";
    }

    private static void CheckTargets(ChoiceState choice, ImmutableArray<ChoiceRule> rules, FindingCollector findings)
    {
        if (choice.Default is not { } target || choice.Assign is not null || choice.Output is not null)
        {
            return;
        }

        foreach (ChoiceRule rule in rules)
        {
            if (!string.Equals(rule.Next, target, StringComparison.Ordinal) || rule.Assign is not null || rule.Output is not null)
            {
                return;
            }
        }

        findings.Add(FlowRules.ChoiceWithoutAlternative, choice.Member, choice.Path, choice.Name, target);
    }
}
