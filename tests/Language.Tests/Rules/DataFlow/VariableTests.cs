using System.Linq;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Tests.Rules.DataFlow;

/// <summary>Variables: their names, their scopes, and where they have a value.</summary>
public class VariableTests
{
    private const string End = "\"Z\": { \"Type\": \"Succeed\" }";

    [Theory]
    [InlineData("1a", "cannot begin with '1'")]
    [InlineData("a.b", "cannot hold '.'")]
    [InlineData("a[0]", "cannot hold '['")]
    [InlineData("", "is empty")]
    [InlineData("states", "is the one that Step Functions itself provides")]
    public void Names_are_identifiers(string name, string fault) => DataFlowFindings.Find(Machine("A", $$"""
        "A": { "Type": "Pass", "Assign": { "{{name}}": 1 }, "End": true }
        """)).ShouldHaveSingleItem().Message.ShouldBe($"A variable cannot be called '{name}': the name {fault}");

    [Fact]
    public void Names_have_eighty_characters_at_most()
    {
        DataFlowFindings.Check(Assigning(new string('x', 80))).ShouldBeEmpty();
        DataFlowFindings.Check(Assigning(new string('x', 81))).ShouldHaveSingleItem().ShouldStartWith("SMG4030");
    }

    [Fact]
    public void The_suffix_is_no_part_of_the_name_under_JSONPath_only()
    {
        DataFlowFindings.Check(Machine("A", """
            "A": { "Type": "Pass", "Assign": { "x.$": "$.a" }, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "End": true }
            """)).ShouldBeEmpty();
        DataFlowFindings.Check(Machine("A", """
            "A": { "Type": "Pass", "QueryLanguage": "JSONata", "Assign": { "x.$": "a" }, "End": true }
            """)).ShouldBe(["SMG4030 /States/A/Assign/x.$ → \"x.$\""]);
    }

    [Fact]
    public void Nested_scopes_read_outer_variables_and_do_not_assign_them()
    {
        string map(string mode) => Machine("A", $$"""
            "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "M" },
            "M": { "Type": "Map", "End": true, "ItemProcessor": { {{mode}}"StartAt": "I", "States": {
              "I": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "Next": "J" },
              "J": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "K" }, "K": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "End": true } } } }
            """);

        DataFlowFindings.Check(map("")).ShouldBe(["SMG4031 /States/M/ItemProcessor/States/J/Assign/x → \"x\""]);
        DataFlowFindings.Check(map("\"ProcessorConfig\": { \"Mode\": \"DISTRIBUTED\", \"ExecutionType\": \"STANDARD\" }, ")).ShouldBe(
            ["SMG4034 /States/M/ItemProcessor/States/I/Parameters/a.$ → $x"]);
    }

    [Fact]
    public void A_distributed_map_sees_nothing_from_around_it() => DataFlowFindings.Check(Machine("A", """
        "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "M" },
        "M": { "Type": "Map", "End": true, "ItemSelector": { "x.$": "$x" },
          "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "I", "States": {
            "I": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "End": true } } } }
        """)).ShouldBe(["SMG4033 /States/M/ItemProcessor/States/I/Parameters/a.$ → $x"]);

    [Fact]
    public void Variables_of_a_branch_are_not_seen_around_or_beside_it() => DataFlowFindings.Check(Machine("P", """
        "P": { "Type": "Parallel", "Next": "B", "Branches": [
          { "StartAt": "I", "States": { "I": { "Type": "Pass", "Assign": { "x": 1 }, "End": true } } },
          { "StartAt": "J", "States": { "J": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "End": true } } } ] },
        "B": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "End": true }
        """)).ShouldBe(
        [
            "SMG4033 /States/P/Branches[1]/States/J/Parameters/a.$ → $x",
            "SMG4033 /States/B/Parameters/a.$ → $x",
        ]);

    [Fact]
    public void What_nothing_assigns_is_unknown_and_may_be_misspelt()
    {
        string[] messages = [.. DataFlowFindings.Find(Machine("A", """
            "A": { "Type": "Pass", "Assign": { "total": 1 }, "Next": "B" },
            "B": { "Type": "Pass", "Parameters": { "a.$": "States.Array($totl, $x)" }, "End": true }
            """)).Select(finding => finding.Message)];

        messages.ShouldBe(["Nothing assigns the variable $totl; did you mean $total?", "Nothing assigns the variable $x"]);
    }

    [Theory]
    [InlineData("{% $nope %}", "SMG4032 /States/A/Output → $nope")]
    [InlineData("{% $exists($nope) ? $states.input : 1 %}", null)]
    [InlineData("{% $map($states.input, $string) %}", null)]
    [InlineData("{% ($x := 1; $x) %}", null)]
    public void Variables_of_expressions(string output, string? finding) => string.Concat(DataFlowFindings.Check($$"""
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{{output}}", "End": true } } }
        """)).ShouldBe(finding ?? "");

    [Fact]
    public void What_a_state_assigns_is_there_for_the_states_after_it() => DataFlowFindings.Check(Machine("A", """
        "A": { "Type": "Pass", "Assign": { "x": 1, "y.$": "$x" }, "Next": "B" },
        "B": { "Type": "Pass", "Parameters": { "a.$": "States.Array($x, $y)" }, "End": true }
        """)).ShouldBe(["SMG4034 /States/A/Assign/y.$ → $x"]);

    [Fact]
    public void A_caught_error_carries_what_the_catcher_assigns()
    {
        string text = Machine("T", """
            "T": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl": "q", "MessageBody": "m" }, "Assign": { "x": 1, "y": 1 }, "Next": "B",
              "Catch": [ { "ErrorEquals": ["States.ALL"], "Assign": { "y": 2 }, "Next": "B" } ] },
            "B": { "Type": "Pass", "Parameters": { "a.$": "$x", "b.$": "$y" }, "End": true }
            """);

        DataFlowFindings.Check(text).ShouldBe(["SMG4034 /States/B/Parameters/a.$ → $x"]);
        DataFlowFindings.Find(text).First().Message.ShouldBe("$x may have no value here, for example when 'T' catches an error");
    }

    [Fact]
    public void A_rule_that_matches_carries_what_the_rule_assigns()
    {
        string text = Machine("C", """
            "C": { "Type": "Choice", "Assign": { "x": 1, "y": 1 }, "Choices": [ { "Variable": "$.a", "IsPresent": true, "Assign": { "y": 2 }, "Next": "B" } ], "Default": "B" },
            "B": { "Type": "Pass", "Parameters": { "a.$": "$x", "b.$": "$y" }, "End": true }
            """);

        DataFlowFindings.Check(text).ShouldBe(["SMG4034 /States/B/Parameters/a.$ → $x"]);
        DataFlowFindings.Find(text).First().Message.ShouldBe("$x may have no value here, for example on the way from 'C'");
    }

    /// <summary>The first turn of the loop has nothing to add to, which $append does not mind and an addition does.</summary>
    [Fact]
    public void A_loop_may_collect_from_nothing() => DataFlowFindings.Check("""
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": {
          "A": { "Type": "Pass", "Assign": { "list": "{% $append($list, [1]) %}", "sum": "{% $sum + 1 %}" }, "Next": "C" },
          "C": { "Type": "Choice", "Choices": [ { "Condition": "{% $count($list) < 3 %}", "Next": "A" } ], "Default": "Z" },
          "Z": { "Type": "Succeed", "Output": "{% [$list, $sum] %}" } } }
        """).ShouldBe(["SMG4034 /States/A/Assign/sum → $sum"]);

    [Fact]
    public void Who_asks_for_a_variable_knows_that_it_may_be_missing() => DataFlowFindings.Check(Machine("C", $$"""
        "C": { "Type": "Choice", "Choices": [ { "Variable": "$.a", "IsPresent": true, "Next": "B" } ], "Default": "D" },
        "B": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "D" },
        "D": { "Type": "Choice", "Choices": [ { "And": [ { "Variable": "$x", "IsPresent": true }, { "Variable": "$x", "NumericEquals": 1 } ], "Next": "Z" } ], "Default": "Z" }, {{End}}
        """)).ShouldBeEmpty();

    [Fact]
    public void Outer_variables_have_a_value_where_the_state_around_is_entered() => DataFlowFindings.Check(Machine("P", """
        "P": { "Type": "Parallel", "Next": "A", "Branches": [ { "StartAt": "I", "States": { "I": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "End": true } } } ] },
        "A": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "Q" },
        "Q": { "Type": "Parallel", "End": true, "Branches": [ { "StartAt": "J", "States": { "J": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "End": true } } } ] }
        """)).ShouldBe(["SMG4034 /States/P/Branches[0]/States/I/Parameters/a.$ → $x"]);

    [Fact]
    public void Variables_that_nothing_reads()
    {
        string text(string path) => Machine("A", $$"""
            "A": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "a.$": "$y", "b.$": "{{path}}" }, "End": true }
            """);

        Findings.Advise(VariableRules.NeverRead, text("$.a")).ShouldBe(["SMG4035 /States/A/Assign/x → \"x\""]);
        Findings.Advise(VariableRules.NeverRead, text("$${Path}")).ShouldBeEmpty("who knows what the deployment fills in");
        Findings.Advise(VariableRules.NeverRead, text("$x[")).ShouldBeEmpty("a faulty path may be meant to read it");
    }

    [Fact]
    public void The_output_has_the_old_value()
    {
        const string text = """
            { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "n": 1 }, "Next": "B" },
              "B": { "Type": "Pass", "Assign": { "n": "{% $n + 1 %}" }, "Output": "{% $n %}", "End": true } } }
            """;

        DataFlowFindings.Check(text).ShouldBeEmpty();
        Findings.Advise(VariableRules.OldValue, text).ShouldBe(["SMG4036 /States/B/Output → $n"]);
    }

    [Fact]
    public void A_choice_without_a_default_uses_no_Assign_of_its_own() => Findings.Check($$"""
        { "QueryLanguage": "JSONata", "StartAt": "C", "States": { "C": { "Type": "Choice", "Assign": { "x": 1 }, "Output": 1, "Choices": [ { "Condition": "{% $states.input.a %}", "Next": "Z" } ] }, {{End}} } }
        """).ShouldBe(["SMG4037 /States/C/Assign → \"Assign\""]);

    [Fact]
    public void States_that_cannot_be_entered_are_left_to_their_own_rule() => DataFlowFindings.Check(Machine("A", """
        "A": { "Type": "Pass", "End": true }, "B": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "Next": "C" }, "C": { "Type": "Pass", "Assign": { "x": 1 }, "End": true }
        """)).ShouldBeEmpty();

    private static string Assigning(string name) => Machine("A", $$"""
        "A": { "Type": "Pass", "Assign": { "{{name}}": 1 }, "End": true }
        """);

    private static string Machine(string startAt, string states) => $$"""{ "StartAt": "{{startAt}}", "States": { {{states.Trim()}} } }""";
}
