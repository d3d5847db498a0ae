using System.Linq;
using StateMachineGen.Language.Rules.Shapes;

namespace StateMachineGen.Language.Tests.Rules.Shapes;

/// <summary>Paths into data of which the definition says what it has.</summary>
public class ShapeTests
{
    private const string Branches = """
        "Branches": [ { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }, { "StartAt": "Q", "States": { "Q": { "Type": "Pass", "End": true } } } ]
        """;

    private const string Processor = """
        "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }
        """;

    /// <summary>A state that makes data, and a state that reads of it.</summary>
    [Theory]
    [InlineData(""" "Type": "Pass", "Result": { "a": 1 } """, "$.b", "b")]
    [InlineData(""" "Type": "Pass", "Result": { "a": 1 } """, "$.a", null)]
    [InlineData(""" "Type": "Pass", "Result": { "a": { "b": 1 } } """, "$.a.c.d", "c")]
    [InlineData(""" "Type": "Pass", "Result": { "a": "text" } """, "$.a.b", "b")]
    [InlineData(""" "Type": "Pass", "Result": { "a": "${Text}" } """, "$.a.b", null)]
    [InlineData(""" "Type": "Pass", "Result": { "${Name}": 1 } """, "$.b", null)]
    [InlineData(""" "Type": "Pass", "Result": [ 1, 2 ] """, "$[1]", null)]
    [InlineData(""" "Type": "Pass", "Result": [ 1, 2 ] """, "$[2]", "[2]")]
    [InlineData(""" "Type": "Pass", "Result": [ 1, 2 ] """, "$.a", "a")]
    [InlineData(""" "Type": "Pass", "Result": { "a": [ { "b": 1 } ] } """, "$.a[*].c", null)]
    [InlineData(""" "Type": "Pass", "Result": { "a": 1 } """, "$..b", null)]
    [InlineData(""" "Type": "Pass", "Parameters": { "a.$": "$.x", "b": { "c.$": "States.UUID()" } } """, "$.a.anything", null)]
    [InlineData(""" "Type": "Pass", "Parameters": { "a.$": "$.x", "b": { "c.$": "States.UUID()" } } """, "$.x", "x")]
    [InlineData(""" "Type": "Pass", "Parameters": { "a.$": "$.x", "b": { "c.$": "States.UUID()" } } """, "$.b.c.d", "d")]
    [InlineData(""" "Type": "Pass", "Parameters": { "a.$": "States.Array($.x, 'y')" } """, "$.a[2]", "[2]")]
    [InlineData(""" "Type": "Pass", "Parameters": { "all.$": "$$.Execution.Input" } """, "$.all.a", null)]
    [InlineData(""" "Type": "Pass", "Result": { "a": 1 }, "ResultPath": "$.made" """, "$.b", null)]
    [InlineData(""" "Type": "Pass", "Result": { "a": 1 }, "ResultPath": "$.made" """, "$.made.b", "b")]
    [InlineData(""" "Type": "Pass", "Result": { "a": 1 }, "ResultPath": "$.made.here" """, "$.made.b", null)]
    [InlineData(""" "Type": "Pass", "Result": { "a": 1 }, "ResultPath": null """, "$.b", null)]
    [InlineData(""" "Type": "Pass", "Result": { "a": { "b": 1 } }, "OutputPath": "$.a" """, "$.a", "a")]
    [InlineData(""" "Type": "Pass", "OutputPath": null """, "$.a", "a")]
    [InlineData(""" "Type": "Pass", "InputPath": "$.a" """, "$.a", null)]
    [InlineData(""" "Type": "Task", "Resource": "${F}" """, "$.b", null)]
    [InlineData(""" "Type": "Task", "Resource": "${F}", "ResultSelector": { "a.$": "$.x" } """, "$.b", "b")]
    [InlineData(""" "Type": "Task", "Resource": "${F}", "ResultSelector": { "a.$": "$.x" }, "ResultPath": "$.r" """, "$.r.b", "b")]
    [InlineData(""" "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke" """, "$.total", "total")]
    [InlineData(""" "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke" """, "$.Payload.total", null)]
    [InlineData(""" "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "OutputPath": "$.Payload" """, "$.total", null)]
    [InlineData(""" "Type": "Parallel", """ + Branches, "$.a", "a")]
    [InlineData(""" "Type": "Parallel", """ + Branches, "$[1].a", null)]
    [InlineData(""" "Type": "Parallel", """ + Branches, "$[2]", "[2]")]
    [InlineData(""" "Type": "Map", """ + Processor, "$.a", "a")]
    [InlineData(""" "Type": "Map", """ + Processor, "$[7].a", null)]
    [InlineData(""" "Type": "Wait", "Seconds": 1 """, "$.a", null)]
    [InlineData(""" "QueryLanguage": "JSONata", "Type": "Pass", "Output": { "a": "{% $states.input %}" } """, "$.b", "b")]
    [InlineData(""" "QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% { 'a': 1 } %}" """, "$.b", "b")]
    [InlineData(""" "QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% $merge([$states.input, { 'a': 1 }]) %}" """, "$.b", null)]
    [InlineData(""" "QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% $merge([$states.input, { 'a': 1 }]) %}" """, "$.a.b", "b")]
    public void A_path_leads_to_what_the_state_before_makes(string maker, string path, string? step) => Check(Machine($$"""
        "A": { {{maker}}, "Next": "B" }, "B": { "Type": "Pass", "Parameters": { "v.$": "{{path}}" }, "End": true }
        """)).ShouldBe(step is null ? [] : ["SMG4042 /States/B/Parameters/v.$ → " + step]);

    [Theory]
    [InlineData(""" "Type": "Pass", "InputPath": "$.b" """, "InputPath", "b")]
    [InlineData(""" "Type": "Pass", "OutputPath": "$.b" """, "OutputPath", "b")]
    [InlineData(""" "Type": "Pass", "Parameters": { "c": [ { "v.$": "States.Format('{}', $.b)" } ] } """, "Parameters/c[0]/v.$", "b")]
    [InlineData(""" "Type": "Wait", "SecondsPath": "$.b" """, "SecondsPath", "b")]
    [InlineData(""" "Type": "Task", "Resource": "${F}", "TimeoutSecondsPath": "$.a.b" """, "TimeoutSecondsPath", "b")]
    [InlineData(""" "Type": "Map", "ItemsPath": "$.b", """ + Processor, "ItemsPath", "b")]
    [InlineData(""" "Type": "Map", "ItemSelector": { "v.$": "$.b" }, """ + Processor, "ItemSelector/v.$", "b")]
    [InlineData(""" "Type": "Parallel", "ResultSelector": { "v.$": "$.a" }, """ + Branches, "ResultSelector/v.$", "a")]
    [InlineData(""" "Type": "Parallel", "ResultPath": "$.b", "OutputPath": "$.c", """ + Branches, "OutputPath", "c")]
    [InlineData(""" "QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% $states.input.b %}" """, "Output", "b")]
    [InlineData(""" "QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% $states.input.b + 1 %}" """, "Output", "b")]
    [InlineData(""" "QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% $states.input.b ? 1 : 2 %}" """, null, "")]
    [InlineData(""" "QueryLanguage": "JSONata", "Type": "Pass", "Output": "{% $exists($states.input.b) %}" """, null, "")]
    [InlineData(""" "Type": "Pass", "ResultPath": "$.b" """, null, "")]
    [InlineData(""" "Type": "Pass", "InputPath": null """, null, "")]
    public void Every_field_that_must_find_something_is_looked_at(string reader, string? field, string step) => Check(Machine($$"""
        "A": { "Type": "Pass", "Result": { "a": 1 }, "Next": "B" }, "B": { {{reader}}, "End": true }
        """)).ShouldBe(field is null ? [] : [$"SMG4042 /States/B/{field} → {step}"]);

    [Fact]
    public void An_error_takes_the_place_of_the_input() => Messages(Machine("""
        "A": { "Type": "Task", "Resource": "${F}", "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "C" } ], "End": true },
        "C": { "Type": "Pass", "Parameters": { "id.$": "$.order.id", "why.$": "$.Cause" }, "End": true }
        """)).ShouldBe(["'$.order.id' finds nothing: the error output of 'A' has only Error and Cause, and takes the place of the input because the Catch has no ResultPath"]);

    [Theory]
    [InlineData("\"$.error\"", "$.order", null)]
    [InlineData("\"$.error\"", "$.error.Cause", null)]
    [InlineData("\"$.error\"", "$.error.Cause.errorMessage", "errorMessage")]
    [InlineData("\"$.error\"", "$.error.Message", "Message")]
    [InlineData("null", "$.Error", null)]
    public void An_error_goes_where_the_catcher_puts_it(string resultPath, string path, string? step) => Check(Machine($$"""
        "A": { "Type": "Task", "Resource": "${F}", "Catch": [ { "ErrorEquals": [ "States.ALL" ], "ResultPath": {{resultPath}}, "Next": "C" } ], "End": true },
        "C": { "Type": "Pass", "Parameters": { "v.$": "{{path}}" }, "End": true }
        """)).ShouldBe(step is null ? [] : ["SMG4042 /States/C/Parameters/v.$ → " + step]);

    [Fact]
    public void On_one_of_several_ways_a_field_is_not_there() => Messages(Machine("""
        "A": { "Type": "Pass", "Result": { "a": 1, "b": 2 }, "ResultPath": "$", "Next": "B" },
        "B": { "Type": "Task", "Resource": "${F}", "ResultPath": "$.r", "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "C" } ], "Next": "C" },
        "C": { "Type": "Pass", "Parameters": { "v.$": "$.a" }, "Next": "D" },
        "D": { "Type": "Pass", "Parameters": { "v.$": "$.v" }, "End": true }
        """)).ShouldBe(["'$.a' finds nothing when 'B' catches an error: the error output of 'B' has only Error and Cause, and takes the place of the input because the Catch has no ResultPath"]);

    [Fact]
    public void A_result_that_is_overwritten_is_lost() => Check(Machine("""
        "A": { "Type": "Pass", "Result": { "id": 1 }, "ResultPath": "$.order", "Next": "B" },
        "B": { "Type": "Pass", "Parameters": { "v.$": "$.order.id" }, "ResultPath": "$.order", "Next": "C" },
        "C": { "Type": "Pass", "InputPath": "$.order.id", "End": true }
        """)).ShouldBe(["SMG4042 /States/C/InputPath → id"]);

    [Fact]
    public void One_fault_is_found_once() => Check(Machine("""
        "A": { "Type": "Pass", "Result": { "a": 1 }, "Next": "B" },
        "B": { "Type": "Pass", "Parameters": { "v.$": "$.b.c", "w.$": "$.b.c", "x.$": "$.b.d" }, "ResultPath": "$.made", "Next": "C" },
        "C": { "Type": "Pass", "InputPath": "$.b", "End": true }
        """)).ShouldBe(["SMG4042 /States/B/Parameters/v.$ → b"]);

    /// <summary>Where it was decided which way to go, the ways are not one any more.</summary>
    [Fact]
    public void A_choice_can_have_sent_the_ways_apart() => Check(Machine("""
        "A": { "Type": "Task", "Resource": "${F}", "ResultSelector": { "a": 1 }, "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "C" } ], "Next": "C" },
        "C": { "Type": "Choice", "Choices": [ { "Variable": "$.Error", "IsPresent": true, "Next": "E" } ], "Default": "D" },
        "D": { "Type": "Pass", "InputPath": "$.a", "End": true },
        "E": { "Type": "Pass", "InputPath": "$.Cause", "End": true }
        """)).ShouldBeEmpty();

    [Theory]
    [InlineData("""{ "Variable": "$.b", "StringEquals": "x", "Next": "D" }""", "SMG4042 /States/C/Choices[0]/Variable → b")]
    [InlineData("""{ "And": [ { "Variable": "$.b", "IsPresent": true }, { "Variable": "$.b", "StringEquals": "x" } ], "Next": "D" }""", null)]
    [InlineData("""{ "Variable": "$.b", "IsPresent": true, "Next": "D" }""", null)]
    [InlineData("""{ "Variable": "$.a", "NumericEqualsPath": "$.b", "Next": "D" }""", "SMG4042 /States/C/Choices[0]/NumericEqualsPath → b")]
    public void Choice_rules_ask_for_what_there_is(string rule, string? finding) => Check(Machine($$"""
        "A": { "Type": "Pass", "Result": { "a": 1 }, "Next": "C" },
        "C": { "Type": "Choice", "Choices": [ {{rule}} ], "Default": "D" },
        "D": { "Type": "Pass", "InputPath": "$.b", "End": true }
        """)).ShouldBe(finding is null ? [] : [finding]);

    [Theory]
    [InlineData("""{% $states.input.b > 1 %}""", "SMG4042 /States/C/Choices[0]/Condition → b")]
    [InlineData("""{% $exists($states.input.b) and $states.input.b > 1 %}""", null)]
    [InlineData("""{% 'b' in $keys($states.input) %}""", null)]
    public void Conditions_ask_for_what_there_is(string condition, string? finding) => Check($$"""
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "a": 1 }, "Next": "C" },
          "C": { "Type": "Choice", "Choices": [ { "Condition": "{{condition}}", "Next": "D" } ], "Default": "D" },
          "D": { "Type": "Pass", "Output": "{% $states.input.b %}", "End": true } } }
        """).ShouldBe(finding is not null ? [finding] : []);

    [Fact]
    public void Loops_keep_what_holds_in_every_turn() => Check(Machine("""
        "A": { "Type": "Pass", "Result": { "count": 0, "first": true }, "Next": "C" },
        "B": { "Type": "Pass", "Parameters": { "count.$": "States.MathAdd($.count, 1)", "before.$": "$" }, "Next": "C" },
        "C": { "Type": "Choice", "Choices": [ { "Variable": "$.count", "NumericLessThan": 3, "Next": "B" } ], "Default": "D" },
        "D": { "Type": "Pass", "Parameters": { "a.$": "$.first", "b.$": "$.before.before.before.before", "c.$": "$.other" }, "End": true }
        """)).ShouldBe(["SMG4042 /States/D/Parameters/c.$ → other"]);

    [Fact]
    public void Nested_scopes_begin_with_what_their_state_gives_them() => Check(Machine("""
        "A": { "Type": "Pass", "Result": { "a": 1, "items": [ ] }, "Next": "M" },
        "M": { "Type": "Map", "ItemsPath": "$.items", "ItemSelector": { "v.$": "$$.Map.Item.Value" }, "ResultPath": null, "Next": "N",
               "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "Parameters": { "x.$": "$.v.id", "y.$": "$.id" }, "End": true } } } },
        "N": { "Type": "Parallel", "Branches": [ { "StartAt": "J", "States": { "J": { "Type": "Pass", "Parameters": { "x.$": "$.a", "y.$": "$.b" }, "End": true } } } ],
               "Catch": [ { "ErrorEquals": [ "States.ALL" ], "ResultPath": "$.e", "Next": "Z" } ], "End": true },
        "Z": { "Type": "Succeed" }
        """)).ShouldBe(
    [
        "SMG4042 /States/M/ItemProcessor/States/I/Parameters/y.$ → id",
        "SMG4042 /States/N/Branches[0]/States/J/Parameters/y.$ → b",
    ]);

    [Fact]
    public void Where_transitions_are_broken_nothing_is_said() => Check(Machine("""
        "A": { "Type": "Pass", "Result": { "a": 1 }, "Next": "B" },
        "B": { "Type": "Pass", "InputPath": "$.b", "Next": "Missing" }
        """)).ShouldBeEmpty();

    [Fact]
    public void Large_and_deep_data_is_given_up()
    {
        string wide = "{ " + string.Join(", ", Enumerable.Range(0, 300).Select(i => $"\"f{i}\": {i}")) + " }";
        string deep = string.Concat(Enumerable.Repeat("{ \"a\": ", 100)) + "1" + new string('}', 100);

        Check(Machine($$"""
            "A": { "Type": "Pass", "Result": {{wide}}, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$.b", "End": true }
            """)).ShouldBeEmpty();
        Check(Machine($$"""
            "A": { "Type": "Pass", "Result": {{deep}}, "Next": "B" }, "B": { "Type": "Pass", "InputPath": "$.a.a.a.a.a.a.a.a.a.a.b", "End": true }
            """)).ShouldBeEmpty();
    }

    private static string[] Check(string text) => [.. Findings.Check(text).Where(finding => finding.StartsWith("SMG4042", System.StringComparison.Ordinal) || finding.StartsWith("SMG4043", System.StringComparison.Ordinal))];

    private static string[] Messages(string text) => [.. Findings.Find(text).Where(finding => ShapeRules.All.Contains(finding.Rule)).Select(finding => finding.Message)];

    private static string Machine(string states) => $$"""{ "StartAt": "A", "States": { {{states}} } }""";
}
