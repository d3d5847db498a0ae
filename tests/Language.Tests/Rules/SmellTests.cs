using System.Linq;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Tests.Document;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>What AWS takes and nobody means.</summary>
public class SmellTests
{
    [Theory]
    [InlineData("""{ "ErrorEquals": [ "E", "F", "E" ] }""", "SMG3031 /States/A/Retry[0]/ErrorEquals[2] → \"E\"")]
    [InlineData("""{ "ErrorEquals": [ "E", "e" ] }""", null)]
    public void An_error_stands_once_in_an_entry(string retrier, string? finding) => Shown(ErrorMatchingRules.RepeatedError, Retry(retrier), finding);

    [Theory]
    [InlineData("""{ "ErrorEquals": [ "E" ], "MaxAttempts": 0, "IntervalSeconds": 2, "BackoffRate": 2 }""", "SMG3032 /States/A/Retry[0]/IntervalSeconds → \"IntervalSeconds\"")]
    [InlineData("""{ "ErrorEquals": [ "E" ], "BackoffRate": 1, "IntervalSeconds": 2, "MaxDelaySeconds": 9 }""", "SMG3032 /States/A/Retry[0]/MaxDelaySeconds → \"MaxDelaySeconds\"")]
    [InlineData("""{ "ErrorEquals": [ "E" ], "MaxAttempts": 0 }""", null)]
    [InlineData("""{ "ErrorEquals": [ "E" ], "BackoffRate": 1.5, "MaxDelaySeconds": 9 }""", null)]
    [InlineData("""{ "ErrorEquals": [ "E" ], "BackoffRate": 1, "IntervalSeconds": 9, "MaxDelaySeconds": 9 }""", null)]
    public void Times_of_a_retrier_change_something(string retrier, string? finding) => Shown(ErrorMatchingRules.IdleRetryField, Retry(retrier), finding);

    [Theory]
    [InlineData("file.txt", "SMG2024 /States/A/Choices[0]/StringMatches → \"file.txt\"", "it matches this text alone")]
    [InlineData("file?.txt", "SMG2024 /States/A/Choices[0]/StringMatches → \"file?.txt\"", "'?' and '[' stand for themselves")]
    [InlineData("file*", null, "")]
    [InlineData("${Pattern}", null, "")]
    public void A_pattern_has_a_wildcard(string pattern, string? finding, string message)
    {
        string text = $$"""
            { "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [ { "Variable": "$.x", "StringMatches": "{{pattern}}", "Next": "B" } ], "Default": "B" }, "B": { "Type": "Succeed" } } }
            """;
        Shown(ChoiceAnalysisRules.PatternWithoutWildcard, text, finding);
        DefinitionChecker.Check(DocumentTests.Read(text), CreationTarget.Unknown).Where(found => found.Rule == ChoiceAnalysisRules.PatternWithoutWildcard)
            .ShouldAllBe(found => found.Message.Contains(message, System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("A ", "SMG1046 /States/A  → \"A \"")]
    [InlineData("A\\u0007", "SMG1046 /States/A\u0007 → \"A\\u0007\"")]
    [InlineData("A B", null)]
    public void A_state_name_is_seen(string name, string? finding) =>
        Shown(StructureRules.InvisibleInStateName, $$"""{ "StartAt": "{{name}}", "States": { "{{name}}": { "Type": "Succeed" } } }""", finding);

    [Fact]
    public void State_names_differ_in_more_than_case() => Shown(
        StructureRules.StateNamesDifferInCase,
        """{ "StartAt": "Pay", "States": { "Pay": { "Type": "Pass", "Next": "pay" }, "pay": { "Type": "Pass", "Next": "Paid" }, "Paid": { "Type": "Succeed" } } }""",
        "SMG1047 /States/pay → \"pay\"");

    [Theory]
    [InlineData("2016-03-14T01:59:00Z", 1)]
    [InlineData("2016-12-01T00:00:00Z", 0)]
    [InlineData("${Time}", 0)]
    public void A_wait_ends_later_than_Step_Functions_began(string time, int count) =>
        Findings.Check($$"""{ "StartAt": "A", "States": { "A": { "Type": "Wait", "Timestamp": "{{time}}", "End": true } } }""")
            .ShouldBe(Enumerable.Repeat($"SMG6017 /States/A/Timestamp → \"{time}\"", count));

    [Fact]
    public void Names_beyond_ASCII_have_no_metrics()
    {
        const string text = """
            { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:prüfen", "End": true } } }
            """;

        Shown(AdviceRules.NameWithoutMetrics, text, "SMG6043 /States/A/Resource → arn:aws:states:us-east-1:123456789012:activity:prüfen");
        Shown(AdviceRules.NameWithoutMetrics, text.Replace("ü", "ue", System.StringComparison.Ordinal), null);
        DefinitionChecker.Check(DocumentTests.Read(text), new CreationTarget("Prüfung")).Count(finding => finding.Rule == AdviceRules.NameWithoutMetrics).ShouldBe(2);
    }

    [Theory]
    [InlineData("States.Format('{}', $.detail-type)", "detail-type")]
    [InlineData("States.Array($.a, States.JsonToString($.b.c-d.e))", "c-d")]
    [InlineData("States.Format('{}', $['detail-type'])", null)]
    [InlineData("States.Format('a-b {}', $.c)", null)]
    [InlineData("$.detail-type", null)]
    public void A_name_with_a_hyphen_stands_in_brackets_in_a_call(string value, string? name) => Findings.Check($$"""
        { "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "x.$": "{{value}}" }, "End": true } } }
        """).ShouldBe(name is null ? [] : ["SMG4045 /States/A/Parameters/x.$ → " + name]);

    private static void Shown(Rule rule, string text, string? finding) => Findings.Advise(rule, text).ShouldBe(finding is null ? [] : [finding]);

    private static string Retry(string retrier) => $$"""
        { "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "${X}", "Retry": [ {{retrier}} ], "End": true } } }
        """;
}
