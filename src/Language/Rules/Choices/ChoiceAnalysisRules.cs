using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of what the rules of a Choice say together (SMG2xxx).</summary>
public static class ChoiceAnalysisRules
{
    /// <summary>SMG2019: rules before it take all cases of a choice rule.</summary>
    public static Rule DeadChoiceRule { get; } = new(
        "SMG2019",
        "A choice rule should not come after rules that take all of its cases",
        "This rule of '{0}' is never used: {1}",
        RuleSeverity.Warning,
        "The rules of a Choice are tried in order and the first that is true is used. A rule that is true only where an earlier one is true too is never used.");

    /// <summary>SMG2020: a condition is never true.</summary>
    public static Rule ImpossibleCondition { get; } = new(
        "SMG2020",
        "A condition should be one that can be true",
        "This condition of '{0}' is never true: {1}",
        RuleSeverity.Warning,
        "A value has one type and is equal to one other, so an And whose comparisons exclude each other is never true, and neither is a literal false.");

    /// <summary>SMG2021: a condition is always true, and other ways follow.</summary>
    public static Rule ConstantCondition { get; } = new(
        "SMG2021",
        "A condition should be one that can be false when other rules or a Default follow",
        "This condition of '{0}' is always true, so what follows it is never used",
        RuleSeverity.Warning,
        "The rules of a Choice are tried in order. Behind a condition that always holds neither rules nor Default are ever reached.");

    /// <summary>SMG2022: it can happen that no rule of a Choice is true.</summary>
    public static Rule ChoiceWithoutDefault { get; } = new(
        "SMG2022",
        "A Choice state should have a way to go when no rule is true",
        "The Choice state '{0}' has no Default, and its rules do not cover all cases: when none is true, the execution fails",
        RuleSeverity.Warning,
        "When no rule of a Choice is true and it has no Default, the execution fails with States.Runtime, which nothing can catch.");

    /// <summary>SMG2023: a variable is compared before it is asked whether it is there.</summary>
    public static Rule UnguardedComparison { get; } = new(
        "SMG2023",
        "A comparison should come after the test that its variable is present",
        "'{0}' is compared here although another rule of '{1}' asks whether it is present: when it is not, this comparison fails the execution",
        RuleSeverity.Warning,
        "Only IsPresent may be asked of a path that selects nothing. With every other operator the execution fails with States.Runtime, which nothing can catch. Parts of an And are evaluated in order and no further than needed, so IsPresent before the comparison guards it.");

    /// <summary>SMG2024: a pattern matches one text.</summary>
    public static Rule PatternWithoutWildcard { get; } = new(
        "SMG2024",
        "A StringMatches pattern should have a wildcard",
        "The pattern {0} has no '*', so it matches this text alone{1}",
        RuleSeverity.Info,
        "The only wildcard of StringMatches is the asterisk; question marks and brackets stand for themselves. Without one, StringEquals says what is meant.");

    internal static ImmutableArray<Rule> All { get; } =
        [DeadChoiceRule, ImpossibleCondition, ConstantCondition, ChoiceWithoutDefault, UnguardedComparison, PatternWithoutWildcard];
}
