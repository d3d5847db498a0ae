using System.Linq;

namespace StateMachineGen.Language.Tests.Rules.DataFlow;

/// <summary>Paths, payload templates and intrinsic functions: each case is the fields of a state, and all that is wrong with it.</summary>
public class PathTests
{
    [Theory]
    [InlineData("\"InputPath\": \"a\"", "SMG4010 /States/A/InputPath → a")]
    [InlineData("\"OutputPath\": \"$.[\"", "SMG4010 /States/A/OutputPath → \"$.[\"")]
    [InlineData("\"OutputPath\": \"$.a b\"", "SMG4010 /States/A/OutputPath → b")]
    [InlineData("\"ResultPath\": \"a\"", "SMG4011 /States/A/ResultPath → a")]
    [InlineData("\"ResultPath\": \"$.a[*].b\"", "SMG4011 /States/A/ResultPath → [*]")]
    [InlineData("\"ResultPath\": \"$.a..b\"", "SMG4011 /States/A/ResultPath → ..b")]
    [InlineData("\"ResultPath\": \"$.a[0:1]\"", "SMG4011 /States/A/ResultPath → [0:1]")]
    [InlineData("\"ResultPath\": \"$$.a\"", "SMG4012 /States/A/ResultPath → $$")]
    [InlineData("\"ResultPath\": \"$var.a\"", "SMG4012 /States/A/ResultPath → $var")]
    public void Paths_of_states(string fields, string finding) =>
        DataFlowFindings.Check(Pass(fields)).ShouldBe([finding]);

    [Theory]
    [InlineData("\"InputPath\": null")]
    [InlineData("\"InputPath\": \"$$.Execution.Input\"")]
    [InlineData("\"OutputPath\": \"$.a[?(@.b == 'c')]..d[-1:]\"")]
    [InlineData("\"OutputPath\": \"$.a[(@.length-1)]\"")]
    [InlineData("\"InputPath\": \"$.a.${Field}\"")]
    [InlineData("\"InputPath\": \"${Path}\"")]
    [InlineData("\"ResultPath\": \"$['a b'].c[0]\"")]
    [InlineData("\"ResultPath\": null")]
    public void Paths_that_are_sound_or_unknown(string fields) => DataFlowFindings.Check(Pass(fields)).ShouldBeEmpty();

    [Fact]
    public void Paths_of_maps_waits_and_catchers() => DataFlowFindings.Check("""
        { "StartAt": "M", "States": {
          "M": { "Type": "Map", "ItemsPath": "$$.Execution.Input.a[*]", "MaxConcurrencyPath": "$$.Execution.Input.n", "ToleratedFailureCountPath": "n", "Next": "W",
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } },
            "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Parameters": { "Bucket.$": "b", "Key": "k" }, "ReaderConfig": { "InputType": "JSON", "MaxItemsPath": "$$.a" } },
            "ItemBatcher": { "BatchInput": { "a.$": 1 }, "MaxItemsPerBatchPath": "$.a[*]" },
            "Catch": [ { "ErrorEquals": ["States.ALL"], "ResultPath": "$.e.*", "Next": "W" } ] },
          "W": { "Type": "Wait", "SecondsPath": "$.a[?(@.b)]", "End": true } } }
        """).ShouldBe(
        [
            "SMG4013 /States/M/ItemBatcher/BatchInput/a.$ → 1",
            "SMG4011 /States/M/ItemsPath → [*]",
            "SMG4012 /States/M/MaxConcurrencyPath → $$",
            "SMG4011 /States/M/ToleratedFailureCountPath → n",
            "SMG4013 /States/M/ItemReader/Parameters/Bucket.$ → \"b\"",
            "SMG4012 /States/M/ItemReader/ReaderConfig/MaxItemsPath → $$",
            "SMG4011 /States/M/ItemBatcher/MaxItemsPerBatchPath → [*]",
            "SMG4011 /States/M/Catch[0]/ResultPath → .*",
            "SMG4011 /States/W/SecondsPath → [?(@.b)]",
        ]);

    [Fact]
    public void Paths_of_choice_rules() => DataFlowFindings.Check("""
        { "StartAt": "C", "States": { "C": { "Type": "Choice", "Default": "Z", "Choices": [
          { "Variable": "a", "IsPresent": true, "Next": "Z" },
          { "And": [ { "Not": { "Variable": "$.a[*]", "NumericEqualsPath": "b" } }, { "Variable": "$$.State.Name", "StringEqualsPath": "$.n" } ], "Next": "Z" },
          { "Or": [ { "Variable": "$.a", "NumericEqualsPath": "$.b[0,1]" }, { "Variable": "$.a", "NumericEqualsPath": "$..b.max()" } ], "Next": "Z" } ] },
          "Z": { "Type": "Succeed" } } }
        """).ShouldBe(
        [
            "SMG4010 /States/C/Choices[0]/Variable → a",
            "SMG4010 /States/C/Choices[1]/And[0]/Not/NumericEqualsPath → b",
            "SMG4018 /States/C/Choices[2]/Or[0]/NumericEqualsPath → [0,1]",
        ]);

    [Theory]
    [InlineData("\"a.$\": 5", "SMG4013 /States/A/Parameters/a.$ → 5")]
    [InlineData("\"a.$\": \"b\"", "SMG4013 /States/A/Parameters/a.$ → \"b\"")]
    [InlineData("\"a\": [ { \"b.$\": \"$.[\" } ]", "SMG4013 /States/A/Parameters/a[0]/b.$ → \"$.[\"")]
    [InlineData("\"a.$\": \"States.Formt('x')\"", "SMG4013 /States/A/Parameters/a.$ → States.Formt")]
    [InlineData("\"a.$\": \"States.Array(1 2)\"", "SMG4013 /States/A/Parameters/a.$ → 2")]
    [InlineData("\"a.$\": \"States.Format('\\\\x')\"", "SMG4013 /States/A/Parameters/a.$ → \\\\x")]
    [InlineData("\"a\": 1, \"a.$\": \"$.x\"", "SMG4014 /States/A/Parameters/a.$ → \"a.$\"")]
    [InlineData("\"a\": \"$.x\"", "SMG4019 /States/A/Parameters/a → \"$.x\"")]
    [InlineData("\"a\": \"States.UUID()\"", "SMG4019 /States/A/Parameters/a → \"States.UUID()\"")]
    [InlineData("\"a\": [ \"$.x\" ]", "SMG4019 /States/A/Parameters/a[0] → \"$.x\"")]
    [InlineData("\"a\": \"{% $x %}\"", "SMG4022 /States/A/Parameters/a → \"{% $x %}\"")]
    public void Fields_of_payload_templates(string fields, string finding) =>
        DataFlowFindings.Check(Pass($"\"Parameters\": {{ {fields} }}")).ShouldBe([finding]);

    [Theory]
    [InlineData("\"a.$\": \"$\", \"b.$\": \"$$\", \"c.$\": \"$.x[*]\", \"d.$\": \"States.Array()\"")]
    [InlineData("\"a\": \"$\", \"b\": \"$5\", \"c\": \"States.ALL\", \"d\": [ \"$.x\", 1 ], \"e\": \"$.${x}\"")]
    [InlineData("\"a.$\": \"${Path}\"")]
    public void Payload_templates_that_are_sound(string fields) => DataFlowFindings.Check(Pass($"\"Parameters\": {{ {fields} }}")).ShouldBeEmpty();

    [Theory]
    [InlineData("\"States.Foo\"", "CausePath must be a Reference Path or a call of an intrinsic function that gives a string: '(' was expected after the name of the function, not the end of the text")]
    [InlineData("\"States.Array(1)\"", "CausePath must be a Reference Path or a call of an intrinsic function that gives a string: States.Array gives no string")]
    [InlineData("\"$.a[*]\"", "CausePath must be a Reference Path or a call of an intrinsic function that gives a string: '[*]' cannot stand in one")]
    [InlineData("\"States.Hsh($, 'MD5')\"", "CausePath must be a Reference Path or a call of an intrinsic function that gives a string: there is no function 'States.Hsh'; did you mean States.Hash?")]
    [InlineData("\"$$.State.Name\"", null)]
    [InlineData("\"States.Format('{}', $.a)\"", null)]
    public void Causes(string path, string? message) =>
        string.Concat(DataFlowFindings.Find($$"""{ "StartAt": "A", "States": { "A": { "Type": "Fail", "CausePath": {{path}} } } }""").Select(finding => finding.Message)).ShouldBe(message ?? "");

    [Theory]
    [InlineData("States.UUID(1)", "States.UUID takes no argument, not 1")]
    [InlineData("States.MathRandom(1)", "States.MathRandom takes 2 or 3 arguments, not 1")]
    [InlineData("States.Format()", "States.Format takes at least one argument, not 0")]
    [InlineData("States.Format('{} {}', $.a)", "States.Format takes a value for each place {} of its template, here 2, not 1")]
    [InlineData("States.ArrayRange(1, 9, 0)", "This call of States.ArrayRange always fails: the step must not be 0")]
    [InlineData("States.ArrayRange(0, 1000, 1)", "This call of States.ArrayRange always fails: the range has more than 1,000 items")]
    [InlineData("States.ArrayPartition($.a, 0)", "This call of States.ArrayPartition always fails: the size of the parts must be greater than 0")]
    [InlineData("States.Array(States.Hash('x', 'MD4'))", "This call of States.Hash always fails: the algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512")]
    [InlineData("States.JsonMerge($.a, $.b, true)", "This call of States.JsonMerge always fails: Step Functions has no deep merge, so the last argument must be false")]
    [InlineData("States.MathAdd($.a, '1')", "This call of States.MathAdd always fails: its argument 2 must be a number, not a string")]
    [InlineData("States.StringToJson('[1')", "This call of States.StringToJson always fails: the string is no JSON")]
    [InlineData("States.ArrayLength(States.UUID())", "This call of States.ArrayLength always fails: its argument 1 must be an array, not a string")]
    public void Calls_that_fail(string call, string message) => DataFlowFindings.Find(Pass($$"""
        "Parameters": { "a.$": "{{call}}" }
        """)).ShouldHaveSingleItem().Message.ShouldBe(message);

    [Theory]
    [InlineData("States.ArrayRange(1, 1000, 1)")]
    [InlineData("States.ArrayRange(9, 1, -1)")]
    [InlineData("States.Format($.template, $.a, $.b)")]
    [InlineData("States.Format('\\\\{\\\\}')")]
    [InlineData("States.Array('a', 1, null, true, States.Array($.x, $$.State, $v))")]
    [InlineData("States.StringToJson('')")]
    [InlineData("States.ArrayContains($.a, 'x')")]
    [InlineData("States.Hash($.a, 'SHA-512')")]
    public void Calls_that_can_succeed(string call) => DataFlowFindings.Check($$"""
        { "StartAt": "V", "States": { "V": { "Type": "Pass", "Assign": { "v": 1 }, "Next": "A" },
          "A": { "Type": "Pass", "Parameters": { "a.$": "{{call}}" }, "End": true } } }
        """).ShouldBeEmpty();

    [Fact]
    public void Calls_nest_ten_levels_deep()
    {
        string ten = string.Concat(Enumerable.Repeat("States.Array(", 10)) + new string(')', 10);

        DataFlowFindings.Check(Pass($"\"Parameters\": {{ \"a.$\": \"{ten}\" }}")).ShouldBeEmpty();
        DataFlowFindings.Check(Pass($"\"Parameters\": {{ \"a.$\": \"States.Array({ten})\" }}")).ShouldBe(["SMG4017 /States/A/Parameters/a.$ → States.Array"]);
    }

    [Fact]
    public void The_result_of_a_pass_is_static() => DataFlowFindings.Check(Pass("""
        "Result": { "a.$": "$.x", "b": [ "$.y", "$" ], "c": "{% 1 %}" }
        """)).ShouldBe(
        [
            "SMG4020 /States/A/Result/a.$ → \"a.$\"",
            "SMG4020 /States/A/Result/b[0] → \"$.y\"",
            "SMG4022 /States/A/Result/c → \"{% 1 %}\"",
        ]);

    private static string Pass(string fields) => $$"""{ "StartAt": "A", "States": { "A": { "Type": "Pass", {{fields}}, "End": true } } }""";
}
