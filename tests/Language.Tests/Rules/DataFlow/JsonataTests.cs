using System.Linq;

namespace StateMachineGen.Language.Tests.Rules.DataFlow;

/// <summary>JSONata expressions.</summary>
public class JsonataTests
{
    [Theory]
    [InlineData("{% 1", "SMG4023 → {%")]
    [InlineData("1 %}", "SMG4023 → %}")]
    [InlineData(" {% 1 %}", "SMG4024 → \" {% 1 %}\"")]
    [InlineData("{% 1 + %}", "SMG4025 → \"{% 1 + %}\"")]
    [InlineData("{% 1 2 %}", "SMG4025 → 2")]
    [InlineData("{% a %}", "SMG4026 → a")]
    [InlineData("{% a.b.c %}", "SMG4026 → a")]
    [InlineData("{% $ %}", "SMG4026 → $")]
    [InlineData("{% $.a %}", "SMG4026 → $")]
    [InlineData("{% {a: 1} %}", "SMG4026 → a")]
    [InlineData("{% $states.input[a = $$.b] %}", "SMG4026 → $$")]
    [InlineData("{% $states.foo.bar %}", "SMG4027 → foo")]
    [InlineData("{% $states.result[0] %}", "SMG4027 → result")]
    [InlineData("{% $states.errorOutput %}", "SMG4027 → errorOutput")]
    [InlineData("{% $uper('a') %}", "SMG4028 → $uper")]
    [InlineData("{% $eval('1') %}", "SMG4028 → $eval")]
    [InlineData("{% $exists() %}", "SMG4029 → $exists()")]
    [InlineData("{% $uuid(1) %}", "SMG4029 → $uuid(1)")]
    [InlineData("{% $uppercase() %}", "SMG4029 → $uppercase()")]
    [InlineData("{% $abs('1') %}", "SMG4029 → '1'")]
    [InlineData("{% $sum(['1']) %}", "SMG4029 → '1'")]
    [InlineData("{% $states.input.a.$split(' ', true) %}", "SMG4029 → true")]
    [InlineData("{% $states.input ~> $substring(1, 2, 3) %}", "SMG4029 → $substring(1, 2, 3)")]
    public void Faulty_expressions(string text, string finding) => DataFlowFindings.Check(Pass(text)).Select(found => found.Replace(" /States/A/Output", "")).ShouldBe([finding]);

    [Theory]
    [InlineData("{%1%}")]
    [InlineData("a {% 1 %} b")]
    [InlineData("{% $states.input.items[price > 1 and $.a].(b & $.c)^(>d){e: $sum(f)} %}")]
    [InlineData("{% $states.context.Execution.Id & $states.input.`a b` & $states.\\\"input\\\" %}")]
    [InlineData("{% ($f := function($x){ $x = 0 ? 1 : $f($x - 1) }; $g := $f; $g(2)) %}")]
    [InlineData("{% $map($states.input, function($v, $i){ $v.a + $i }) %}")]
    [InlineData("{% $states.input ~> |a|{'b': c}| %}")]
    [InlineData("{% $states.input.a@$x.b#$i.{'x': $x, 'i': $i} %}")]
    [InlineData("{% $map($states.input, $uppercase) ~> $join(', ') %}")]
    [InlineData("{% $states.input.a.$uppercase() %}")]
    [InlineData("{% $states.input.a.$split(' ') %}")]
    [InlineData("{% $substring(?, 0, 5)($states.input.a) %}")]
    [InlineData("{% $zip([1], [2], [3]) ~> $count() %}")]
    [InlineData("{% $replace($states.input.a, /b/, 'c') %}")]
    [InlineData("{% $sum($states.input.a) + $max([1, -2]) + $count('a') %}")]
    [InlineData("{% $hash('a', 'MD5') & $string($random(1)) & $parse('1') & $string($partition([1], 1)) & $string($range(1, 2, 1)) %}")]
    [InlineData("{% ${x: 1} %}")]
    [InlineData("{% ${Placeholder} + %}")]
    public void Sound_or_unknown_expressions(string text) =>
        DataFlowFindings.Check(Pass(text)).Where(found => !found.StartsWith("SMG4026", System.StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void JsonPath_in_a_jsonata_state() => DataFlowFindings.Check("""
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": { "a.$": "$.x", "b": "States.UUID()", "c": "States.ALL" }, "End": true } } }
        """).ShouldBe(["SMG4021 /States/A/Output/a.$ → \"a.$\"", "SMG4021 /States/A/Output/b → \"States.UUID()\""]);

    [Fact]
    public void Members_of_states_by_place() => DataFlowFindings.Check("""
        { "QueryLanguage": "JSONata", "StartAt": "T", "States": {
          "T": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": { "QueueUrl": "{% $states.result %}", "MessageBody": "m" },
            "Output": "{% $states.result & $states.errorOutput %}", "TimeoutSeconds": "{% $states.input.t %}", "Next": "C",
            "Catch": [ { "ErrorEquals": ["States.ALL"], "Output": "{% [$states.errorOutput, $states.result] %}", "Next": "C" } ] },
          "C": { "Type": "Choice", "Choices": [ { "Condition": "{% $states.result.ok %}", "Next": "Z", "Output": "{% $states.input %}" } ], "Default": "Z" },
          "Z": { "Type": "Succeed", "Output": "{% $states.inptu %}" } } }
        """).ShouldBe(
        [
            "SMG4027 /States/T/Arguments/QueueUrl → result",
            "SMG4027 /States/T/Output → errorOutput",
            "SMG4027 /States/T/Catch[0]/Output → result",
            "SMG4027 /States/C/Choices[0]/Condition → result",
            "SMG4027 /States/Z/Output → inptu",
        ]);

    [Fact]
    public void Misspelt_names_have_a_suggestion()
    {
        DataFlowFindings.Find(Pass("{% $uper('a') & $states.inptu %}")).Select(finding => finding.Message).ShouldBe(
            ["$states.inptu does not exist anywhere; did you mean input?", "There is no function $uper"]);
        DataFlowFindings.Find(Pass("{% $Uppercase('a') & $lenght('a') %}")).Select(finding => finding.Message).ShouldBe(
            ["There is no function $Uppercase; did you mean $uppercase?", "There is no function $lenght; did you mean $length?"]);
    }

    [Fact]
    public void Nothing_is_said_where_the_language_is_not_known() => DataFlowFindings.Check("""
        { "StartAt": "A", "States": { "A": { "Type": "Pass", "QueryLanguage": "jsonata", "InputPath": "a", "Output": "{% a %}", "End": true } } }
        """).Where(found => found.StartsWith("SMG4", System.StringComparison.Ordinal)).ShouldBeEmpty();

    private static string Pass(string output) => $$"""
        { "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": { "Type": "Pass", "Output": "{{output}}", "End": true } } }
        """;
}
