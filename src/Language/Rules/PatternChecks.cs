using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks patterns and numbers that choice rules compare with.</summary>
internal static class PatternChecks
{
    private static readonly char[] s_globs = ['?', '['];

    private const decimal GreatestExact = 9_007_199_254_740_991;

    public static void Check(ComparisonOperator @operator, JsonMemberSyntax member, ChoiceRule rule, FindingCollector findings)
    {
        if (@operator.Family == ComparisonFamily.StringMatches && member.Value is JsonStringSyntax { Value: { } pattern } && EndsInEscape(pattern))
        {
            findings.Add(
                ComparisonRules.DanglingBackslash,
                (JsonStringSyntax)member.Value,
                new TextRange(pattern.Length - 1, 1),
                rule.PathOf(member.Name),
                FindingCollector.Show(member.Value));
            findings.Correct(member.Value, new TextRange(pattern.Length, 0), "\\");
        }

        if (@operator.Family == ComparisonFamily.StringMatches && member.Value is JsonStringSyntax { Value: { } text } && text.IndexOf('*') < 0 && !Substitutions.IsIn(text))
        {
            string hint = text.IndexOfAny(s_globs) >= 0 ? "; '?' and '[' stand for themselves" : "";
            findings.Add(ChoiceAnalysisRules.PatternWithoutWildcard, member.Value, rule.PathOf(member.Name), FindingCollector.Show(member.Value), hint);
        }

        CheckPrecision(member, rule, findings);
    }

    private static void CheckPrecision(JsonMemberSyntax member, ChoiceRule rule, FindingCollector findings)
    {
        if (member.Value is JsonNumberSyntax number && decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            && System.Math.Abs(value) > GreatestExact && value == decimal.Truncate(value))
        {
            findings.Add(NumberRules.ImpreciseNumber, number, rule.PathOf(member.Name), number.Text);
        }
    }

    private static bool EndsInEscape(string pattern)
    {
        int backslashes = 0;
        while (backslashes < pattern.Length && pattern[pattern.Length - 1 - backslashes] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
