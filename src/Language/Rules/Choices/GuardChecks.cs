using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>
/// Finds comparisons that come before the test that their variable is present. Who tests for a variable says that it may be missing; of the others
/// nothing is known and nothing is said.
/// </summary>
internal static class GuardChecks
{
    /// <summary>The variables whose presence is asked for.</summary>
    public static HashSet<string> FindTested(Condition?[] conditions)
    {
        HashSet<string> tested = new(StringComparer.Ordinal);
        foreach (Condition? condition in conditions)
        {
            if (condition is not null)
            {
                FindTested(condition, tested);
            }
        }

        return tested;
    }

    public static void Check(
        ChoiceState choice, ImmutableArray<ChoiceRule> rules, Condition?[] conditions, HashSet<string> tested, FindingCollector findings)
    {
        var walk = new Walk(choice, tested, findings);
        ImmutableHashSet<string> present = ImmutableHashSet<string>.Empty.WithComparer(StringComparer.Ordinal);
        for (int i = 0; i < rules.Length; i++)
        {
            if (conditions[i] is { } condition)
            {
                present = walk.Visit(condition, rules[i], present).WhenFalse;
            }
        }
    }

    private static void FindTested(Condition condition, HashSet<string> tested)
    {
        switch (condition)
        {
            case ComparisonCondition { TestsPresence: not null } test:
                tested.Add(ConditionTerm.Normalize(test.Variable));
                break;
            case CombinedCondition combined:
                foreach (Condition part in combined.Parts)
                {
                    FindTested(part, tested);
                }

                break;
            case NotCondition not:
                FindTested(not.Inner, tested);
                break;
        }
    }

    private sealed class Walk(ChoiceState choice, HashSet<string> tested, FindingCollector findings)
    {
        private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

        /// <summary>Evaluates a condition as an execution does.</summary>
        /// <returns>The variables that are known to be present when it is true, and when it is false.</returns>
        public (ImmutableHashSet<string> WhenTrue, ImmutableHashSet<string> WhenFalse) Visit(
            Condition condition, ChoiceRule rule, ImmutableHashSet<string> present)
        {
            switch (condition)
            {
                case ComparisonCondition { TestsPresence: { } isAskedFor } test:
                    ImmutableHashSet<string> known = present.Add(ConditionTerm.Normalize(test.Variable));
                    return isAskedFor ? (known, present) : (present, known);
                case ComparisonCondition comparison:
                    present = Read(comparison.Variable, comparison, rule, present);
                    present = comparison.OtherVariable is { } other ? Read(other, comparison, rule, present) : present;
                    return (present, present);
                case NotCondition not:
                    (ImmutableHashSet<string> whenTrue, ImmutableHashSet<string> whenFalse) = Visit(not.Inner, rule.Not!, present);
                    return (whenFalse, whenTrue);
                case CombinedCondition combined:
                    return VisitParts(combined, rule, present);
                default:
                    return (present, present);
            }
        }

        private (ImmutableHashSet<string> WhenTrue, ImmutableHashSet<string> WhenFalse) VisitParts(
            CombinedCondition combined, ChoiceRule rule, ImmutableHashSet<string> present)
        {
            ImmutableArray<ChoiceRule> parts = combined.IsAnd ? rule.And : rule.Or;
            ImmutableHashSet<string>? stopped = null;
            for (int i = 0; i < parts.Length; i++)
            {
                (ImmutableHashSet<string> whenTrue, ImmutableHashSet<string> whenFalse) = Visit(combined.Parts[i], parts[i], present);
                (present, ImmutableHashSet<string> stop) = combined.IsAnd ? (whenTrue, whenFalse) : (whenFalse, whenTrue);
                stopped = stopped?.Intersect(stop) ?? stop;
            }

            return combined.IsAnd ? (present, stopped!) : (stopped!, present);
        }

        private ImmutableHashSet<string> Read(string path, ComparisonCondition comparison, ChoiceRule rule, ImmutableHashSet<string> present)
        {
            string variable = ConditionTerm.Normalize(path);
            if (!tested.Contains(variable))
            {
                return present;
            }

            if (!IsPresent(variable, present) && _reported.Add(variable))
            {
                string field = variable == ConditionTerm.Normalize(comparison.Variable) ? "Variable" : comparison.Comparison.Member.Name;
                findings.Add(ChoiceAnalysisRules.UnguardedComparison, rule.Field(field)!.Value, rule.PathOf(field), path, choice.Name);
            }

            return present.Add(variable);
        }

        /// <summary>What lies beneath a value is there only if the value is.</summary>
        private static bool IsPresent(string variable, ImmutableHashSet<string> present)
        {
            if (present.Contains(variable))
            {
                return true;
            }

            foreach (string known in present)
            {
                if (known.Length > variable.Length && known[variable.Length] is '.' or '[' && known.StartsWith(variable, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
