using System.Globalization;
using System.Text;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Language.Tests.Rules;

/// <summary>Cycles and states that lead nowhere new.</summary>
public class FlowTests
{
    [Fact]
    public void A_branch_that_cannot_end_is_one_fault() =>
        Findings.Check("""
            { "StartAt": "P", "States": { "P": { "Type": "Parallel", "End": true, "Branches": [ {"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Wait","Seconds":1,"Next":"A"}}} ] } } }
            """).ShouldHaveSingleItem().ShouldStartWith("SMG2014 /States/P/Branches[0] → {\"StartAt\"");

    [Theory]
    [InlineData("""{ "Type": "Wait", "Seconds": 1, "Next": "C" }""", "SMG2015 /States/B → \"B\"")]
    [InlineData("""{ "Type": "Wait", "Seconds": 1, "Next": "B" }""", "SMG2015 /States/B → \"B\"")]
    [InlineData("""{ "Type": "Wait", "Seconds": 1, "Next": "A" }""", null)]
    [InlineData("""{ "Type": "Pass", "Next": "B" }""", "SMG2015 /States/B → \"B\"")]
    public void A_cycle_has_a_way_out(string b, string? finding)
    {
        string c = b.Contains("\"C\"", System.StringComparison.Ordinal) ? """, "C": { "Type": "Task", "Resource": "${X}", "Next": "B" }""" : "";

        Findings.Check(Machine($$"""
            "A": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "BooleanEquals": true, "Next": "Z" } ], "Default": "B" }, "B": {{b}}{{c}}, "Z": { "Type": "Succeed" }
            """)).ShouldBe(finding is null ? [] : [finding]);
    }

    [Fact]
    public void An_error_is_a_way_out_of_a_cycle() =>
        Findings.Check(Machine("""
            "A": { "Type": "Task", "Resource": "${X}", "Catch": [ { "ErrorEquals": ["E"], "Next": "Z" } ], "Next": "A" }, "Z": { "Type": "Fail" }
            """)).ShouldBeEmpty();

    [Theory]
    [InlineData("\"Variable\": \"$.a\", \"BooleanEquals\": true", "\"Type\": \"Pass\"", "SMG2016 /States/A → \"A\"")]
    [InlineData("\"Variable\": \"$.a\", \"BooleanEquals\": true", "\"Type\": \"Pass\", \"ResultPath\": null, \"OutputPath\": \"$\"", "SMG2016 /States/A → \"A\"")]
    [InlineData("\"Variable\": \"$.a\", \"BooleanEquals\": true", "\"Type\": \"Pass\", \"Result\": 1", null)]
    [InlineData("\"Variable\": \"$.a\", \"BooleanEquals\": true", "\"Type\": \"Pass\", \"Assign\": { \"n\": 1 }", null)]
    [InlineData("\"Variable\": \"$.a\", \"BooleanEquals\": true", "\"Type\": \"Wait\", \"Seconds\": 1", null)]
    [InlineData("\"Variable\": \"$$.State.EnteredTime\", \"TimestampLessThanPath\": \"$.until\"", "\"Type\": \"Pass\"", null)]
    public void A_cycle_changes_something(string rule, string turn, string? finding) =>
        Findings.Check(Machine($$"""
            "A": { "Type": "Choice", "Choices": [ { {{rule}}, "Next": "B" } ], "Default": "Z" }, "B": { {{turn}}, "Next": "A" }, "Z": { "Type": "Succeed" }
            """)).ShouldBe(finding is null ? [] : [finding]);

    [Fact]
    public void Of_two_decisions_in_a_cycle_nothing_is_known() =>
        Findings.Check(Machine("""
            "A": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "NumericEquals": 1, "Next": "B" } ], "Default": "Z" },
            "B": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "NumericEquals": 2, "Next": "A" } ], "Default": "Z" }, "Z": { "Type": "Succeed" }
            """)).ShouldBeEmpty();

    [Theory]
    [InlineData("A", "SMG2017 /States/A/Catch[0]/Next → \"A\"")]
    [InlineData("Idle", "SMG2017 /States/A/Catch[0]/Next → \"Idle\"")]
    [InlineData("Rest", null)]
    public void An_error_does_not_lead_straight_back(string target, string? finding) =>
        Findings.Check(Machine($$"""
            "A": { "Type": "Task", "Resource": "${X}", "Catch": [ { "ErrorEquals": ["E"], "Next": "{{target}}" }, { "ErrorEquals": ["F"], "ResultPath": null, "Next": "Idle2" }, { "ErrorEquals": ["G"], "Next": "Rest" } ], "End": true },
            "Idle": { "Type": "Pass", "Next": "A" }, "Idle2": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "BooleanEquals": true, "Next": "Idle" } ], "Default": "Rest" },
            "Rest": { "Type": "Wait", "Seconds": 5, "Next": "A" }
            """)).ShouldBe(finding is null ? [] : [finding]);

    [Theory]
    [InlineData("", 1)]
    [InlineData(", \"Assign\": { \"a\": 1 }", 0)]
    public void A_choice_leads_to_different_states(string more, int count) =>
        Findings.Advise(FlowRules.ChoiceWithoutAlternative, Machine($$"""
            "A": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "BooleanEquals": true, "Next": "Z"{{more}} } ], "Default": "Z" }, "Z": { "Type": "Succeed" }
            """)).Length.ShouldBe(count);

    [Fact]
    public void Long_rows_of_states_are_walked_without_recursion()
    {
        const int count = 20_000;
        var states = new StringBuilder();
        for (int i = 0; i < count; i++)
        {
            states.Append(CultureInfo.InvariantCulture, $"\"{(i == 0 ? "A" : i)}\":{{\"Type\":\"Pass\",\"Next\":\"{i + 1}\"}},");
        }

        Findings.Check(Machine(states + $"\"{count}\":{{\"Type\":\"Pass\",\"Result\":1,\"Next\":\"Z\"}},\"Z\":{{\"Type\":\"Choice\",\"Choices\":[{{\"Variable\":\"$.a\",\"IsPresent\":true,\"Next\":\"A\"}}],\"Default\":\"E\"}},\"E\":{{\"Type\":\"Succeed\"}}"))
            .ShouldBeEmpty();
    }

    private static string Machine(string states) => $$"""{ "StartAt": "A", "States": { {{states}} } }""";
}
