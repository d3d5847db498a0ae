using System.Collections.Generic;
using System.Linq;


namespace StateMachineGen.Language.Tests.Rules;

/// <summary>What the rules of a Choice say together. Rules are written in short: an operator, a variable and an operand each.</summary>
public class ChoiceAnalysisTests
{
    private const string Default = ", \"Default\": \"Z\"";

    [Theory]
    [InlineData("\"Variable\": \"$.a\", \"StringEquals\": \"x\"", "\"Variable\": \"$['a']\", \"StringEquals\": \"x\"", true)]
    [InlineData("\"Variable\": \"$.a\", \"NumericGreaterThan\": 5", "\"Variable\": \"$.a\", \"NumericGreaterThanEquals\": 6", true)]
    [InlineData("\"Variable\": \"$.a\", \"NumericGreaterThan\": 5", "\"Variable\": \"$.a\", \"NumericGreaterThanEquals\": 5", false)]
    [InlineData("\"Variable\": \"$.a\", \"IsString\": true", "\"Variable\": \"$.a\", \"StringMatches\": \"x*\"", true)]
    [InlineData("\"Variable\": \"$.a\", \"StringMatches\": \"x*\"", "\"Variable\": \"$.a\", \"StringMatches\": \"x*\"", true)]
    [InlineData("\"Variable\": \"$.a\", \"StringMatches\": \"x*\"", "\"Variable\": \"$.a\", \"StringMatches\": \"xy*\"", false)]
    [InlineData("\"Variable\": \"$.a\", \"StringMatches\": \"x*\"", "\"Not\": { \"Variable\": \"$.a\", \"StringMatches\": \"x*\" }", false)]
    [InlineData("\"Variable\": \"$.a\", \"IsNull\": false", "\"Variable\": \"$.a\", \"NumericEquals\": 1", true)]
    [InlineData("\"Variable\": \"$.a\", \"NumericEquals\": 1", "\"And\": [ { \"Variable\": \"$.a\", \"NumericEquals\": 1 }, { \"Variable\": \"$.b\", \"NumericEquals\": 1 } ]", true)]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"NumericEquals\": 1 }, { \"Variable\": \"$.b\", \"NumericEquals\": 1 } ]", "\"Variable\": \"$.a\", \"NumericEquals\": 1", false)]
    [InlineData("\"Or\": [ { \"Variable\": \"$.a\", \"NumericEquals\": 1 }, { \"Variable\": \"$.a\", \"NumericEquals\": 2 } ]", "\"Variable\": \"$.a\", \"NumericEquals\": 2", true)]
    [InlineData("\"Variable\": \"$.a\", \"NumericEqualsPath\": \"$.b\"", "\"Variable\": \"$.a\", \"NumericEqualsPath\": \"$.b\"", true)]
    [InlineData("\"Variable\": \"$.a\", \"NumericEqualsPath\": \"$.b\"", "\"Variable\": \"$.a\", \"NumericEqualsPath\": \"$.c\"", false)]
    [InlineData("\"Variable\": \"$.a\", \"StringEquals\": \"${X}\"", "\"Variable\": \"$.a\", \"StringEquals\": \"${Y}\"", false)]
    public void A_rule_is_dead_behind_those_that_it_implies(string first, string second, bool isDead) =>
        Findings.Check(Choice(Default, first, second)).Select(Id).ShouldBe(isDead ? ["SMG2019 /States/C/Choices[1]"] : []);

    [Fact]
    public void Rules_together_take_all_cases()
    {
        string text = Choice(
            Default, "\"Variable\": \"$.a\", \"NumericLessThan\": 5", "\"Variable\": \"$.a\", \"NumericGreaterThan\": 3", "\"Variable\": \"$.a\", \"NumericEquals\": 4");

        Findings.Find(text).Select(finding => finding.Path + " " + finding.Message)
            .ShouldBe(["/States/C/Choices[2] This rule of 'C' is never used: whenever it is true, rule 1 before it is true too"]);
        Findings.Find(text.Replace("\"NumericEquals\": 4", "\"IsNumeric\": true", System.StringComparison.Ordinal)).Select(finding => finding.Message)
            .ShouldBe(["This rule of 'C' is never used: the rules before it take all of its cases"]);
    }

    [Theory]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"IsString\": true }, { \"Variable\": \"$.a\", \"IsNumeric\": true } ]", true)]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"NumericLessThan\": 1 }, { \"Variable\": \"$.a\", \"NumericGreaterThan\": 1 } ]", true)]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"NumericLessThanEquals\": 1 }, { \"Variable\": \"$.a\", \"NumericGreaterThanEquals\": 1 } ]", false)]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"StringEquals\": \"x\" }, { \"Variable\": \"$.b\", \"StringEquals\": \"y\" } ]", false)]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"StringEquals\": \"x\" }, { \"Variable\": \"$.a\", \"TimestampEquals\": \"2030-01-01T00:00:00Z\" } ]", false)]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"StringEquals\": \"x\" }, { \"Not\": { \"Variable\": \"$.a\", \"StringEquals\": \"x\" } } ]", true)]
    [InlineData("\"Not\": { \"Or\": [ { \"Variable\": \"$.a\", \"IsNull\": true }, { \"Variable\": \"$.a\", \"IsNull\": false } ] }", true)]
    public void A_condition_can_be_true(string rule, bool isImpossible) =>
        Findings.Check(Choice(Default, rule)).Select(Id).ShouldBe(isImpossible ? ["SMG2020 /States/C/Choices[0]"] : []);

    [Fact]
    public void An_alternative_can_be_true() =>
        Findings.Check(Choice(Default, """
            "Or": [ { "Variable": "$.b", "IsNull": true }, { "And": [ { "Variable": "$.a", "NumericEquals": 1 }, { "Variable": "$.a", "NumericEquals": 2 } ] } ]
            """)).Select(Id).ShouldBe(["SMG2020 /States/C/Choices[0]/Or[1]"]);

    [Theory]
    [InlineData("\"Or\": [ { \"Variable\": \"$.a\", \"IsPresent\": true }, { \"Variable\": \"$.a\", \"IsPresent\": false } ]", true)]
    [InlineData("\"Or\": [ { \"Variable\": \"$.a\", \"IsNull\": true }, { \"Variable\": \"$.a\", \"IsNull\": false } ]", true)]
    [InlineData("\"Or\": [ { \"Variable\": \"$.a\", \"BooleanEquals\": true }, { \"Variable\": \"$.a\", \"BooleanEquals\": false } ]", false)]
    [InlineData("\"Variable\": \"$.a\", \"IsPresent\": true", false)]
    public void A_condition_can_be_false(string rule, bool isAlways) =>
        Findings.Check(Choice(Default, rule)).Select(Id).ShouldBe(isAlways ? ["SMG2021 /States/C/Choices[0]"] : []);

    public static IEnumerable<TheoryDataRow<string[], bool>> Covers =>
    [
        new(["\"Variable\": \"$.a\", \"BooleanEquals\": true", "\"Variable\": \"$.a\", \"BooleanEquals\": false"], true),
        new(["\"Variable\": \"$.a\", \"NumericLessThan\": 5", "\"Variable\": \"$.a\", \"NumericGreaterThanEquals\": 5"], true),
        new(["\"Variable\": \"$.a\", \"NumericLessThan\": 5", "\"Variable\": \"$.a\", \"NumericGreaterThan\": 5"], false),
        new(["\"Variable\": \"$.a\", \"StringEquals\": \"x\"", "\"Not\": { \"Variable\": \"$.a\", \"StringEquals\": \"x\" }"], true),
        new(["\"Variable\": \"$.a\", \"StringMatches\": \"x*\"", "\"Not\": { \"Variable\": \"$.a\", \"StringMatches\": \"x*\" }"], true),
        new(["\"Variable\": \"$.a\", \"IsPresent\": true", "\"Variable\": \"$.a\", \"IsPresent\": false"], true),
        new(["\"Variable\": \"$.a\", \"IsPresent\": true"], false),
        new(["\"Variable\": \"$.a\", \"IsNull\": true"], false),
        new(["\"Variable\": \"$.a\", \"StringEquals\": \"x\"", "\"Variable\": \"$.a\", \"StringEquals\": \"y\""], false),
        new(["\"Variable\": \"$.a\", \"BooleanEquals\": true", "\"Variable\": \"$.b\", \"BooleanEquals\": false"], false),
    ];

    [Theory]
    [MemberData(nameof(Covers))]
    public void Without_a_default_the_rules_cover_all_cases(string[] rules, bool isCovered) =>
        Findings.Check(Choice("", rules)).ShouldBe(isCovered ? [] : ["SMG2022 /States/C → \"C\""]);

    [Theory]
    [InlineData("true", null)]
    [InlineData("\"{% true %}\"", null)]
    [InlineData("\"{% $states.input.a %}\"", "SMG2022 /States/C")]
    [InlineData("\"${Condition}\"", null)]
    public void Conditions_in_jsonata_are_taken_as_they_stand(string condition, string? finding) =>
        Findings.Check(Choice(", \"QueryLanguage\": \"JSONata\"", "\"Condition\": " + condition)).Select(Id).ShouldBe(finding is null ? [] : [finding]);

    [Theory]
    [InlineData("$states.input.a > 1", "SMG2019 /States/C/Choices[1]")]
    [InlineData("$random() > 0.5", null)]
    [InlineData("$states.context.State.RetryCount > 0", "SMG2019 /States/C/Choices[1]")]
    public void The_same_condition_twice_is_a_dead_rule_unless_it_can_change(string condition, string? finding)
    {
        string rule = "\"Condition\": \"{% " + condition + " %}\"";

        Findings.Check(Choice(", \"QueryLanguage\": \"JSONata\"" + Default, rule, rule)).Select(Id).ShouldBe(finding is null ? [] : [finding]);
    }

    [Fact]
    public void A_literal_hides_what_follows()
    {
        Findings.Check(Choice(", \"QueryLanguage\": \"JSONata\"" + Default, "\"Condition\": false", "\"Condition\": true", "\"Condition\": \"{% $states.input %}\"")).Select(Id)
            .ShouldBe(["SMG2020 /States/C/Choices[0]", "SMG2021 /States/C/Choices[1]"]);
    }

    [Theory]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"NumericEquals\": 1 }, { \"Variable\": \"$.a\", \"IsPresent\": true } ]", "Choices[0]/And[0]/Variable")]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"IsPresent\": true }, { \"Variable\": \"$.a\", \"NumericEquals\": 1 } ]", null)]
    [InlineData("\"And\": [ { \"Variable\": \"$.a.b\", \"IsPresent\": true }, { \"Variable\": \"$.a\", \"IsPresent\": true }, { \"Variable\": \"$.a.b\", \"NumericEquals\": 1 } ]", null)]
    [InlineData("\"Or\": [ { \"Variable\": \"$.a\", \"IsPresent\": false }, { \"Variable\": \"$.a\", \"NumericEquals\": 1 } ]", null)]
    [InlineData("\"Or\": [ { \"Variable\": \"$.a\", \"IsPresent\": true }, { \"Variable\": \"$.a\", \"NumericEquals\": 1 } ]", "Choices[0]/Or[1]/Variable")]
    [InlineData("\"And\": [ { \"Not\": { \"Variable\": \"$.a\", \"IsPresent\": false } }, { \"Variable\": \"$.a\", \"NumericEquals\": 1 } ]", null)]
    [InlineData("\"And\": [ { \"Variable\": \"$.a\", \"IsPresent\": true }, { \"Variable\": \"$.b\", \"NumericEquals\": 1 } ]", null)]
    [InlineData("\"And\": [ { \"Variable\": \"$.b\", \"NumericEqualsPath\": \"$.a\" }, { \"Variable\": \"$.a\", \"IsPresent\": true } ]", "Choices[0]/And[0]/NumericEqualsPath")]
    public void The_test_comes_before_the_comparison(string rule, string? place) =>
        Findings.Check(Choice(Default, rule)).Select(Id).ShouldBe(place is null ? [] : ["SMG2023 /States/C/" + place]);

    [Fact]
    public void A_rule_before_is_a_guard_as_well()
    {
        Findings.Check(Choice(Default, "\"Variable\": \"$.a\", \"IsPresent\": false", "\"Variable\": \"$.a\", \"NumericEquals\": 1")).ShouldBeEmpty();
        Findings.Check(Choice(Default, "\"And\": [ { \"Variable\": \"$.a\", \"IsPresent\": true }, { \"Variable\": \"$.a\", \"NumericEquals\": 1 } ]", "\"Variable\": \"$.a\", \"NumericEquals\": 2"))
            .Select(Id).ShouldBe(["SMG2023 /States/C/Choices[1]/Variable"]);
    }

    [Fact]
    public void Very_many_rules_are_checked_in_time() =>
        Findings.Check(Choice(Default, [.. Enumerable.Range(0, 10_000).Select(i => $"\"Variable\": \"$.a\", \"StringEquals\": \"x{i}\"")])).ShouldBeEmpty();

    private static string Id(string finding) => finding[..finding.IndexOf(" →", System.StringComparison.Ordinal)];

    private static string Choice(string fields, params string[] rules) => $$"""
        { "StartAt": "C", "States": { "C": { "Type": "Choice"{{fields}}, "Choices": [ {{string.Join(", ", rules.Select(rule => $"{{ {rule}, \"Next\": \"A\" }}"))}} ] },
          "A": { "Type": "Succeed" }{{(fields.Contains("Default", System.StringComparison.Ordinal) ? ", \"Z\": { \"Type\": \"Succeed\" }" : "")}} } }
        """;
}
