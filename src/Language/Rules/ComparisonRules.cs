using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of the comparisons of Choice states.</summary>
public static class ComparisonRules
{
    /// <summary>SMG1034: a choice rule does not do exactly one thing.</summary>
    public static Rule OneOperator { get; } = new(
        "SMG1034",
        "A choice rule must have exactly one operator",
        "A choice rule has one comparison operator, or And, Or or Not: {0}",
        RuleSeverity.Error,
        "A choice rule compares a variable in one way, or combines other rules. AWS refuses a rule with two operators, with none, or with one that ASL does not have.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG1038: a pattern ends within an escape.</summary>
    public static Rule DanglingBackslash { get; } = new(
        "SMG1038",
        "A pattern must not end with a backslash that escapes nothing",
        "The pattern {0} ends with a backslash that escapes nothing; write \\\\ for a backslash",
        RuleSeverity.Warning,
        "In a StringMatches pattern a backslash makes the asterisk or the backslash after it an ordinary character. AWS takes a pattern that ends with a single one, and the execution fails when it gets to the rule.");

    internal static ImmutableArray<Rule> All { get; } = [OneOperator, DanglingBackslash];
}
