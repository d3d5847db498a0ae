using System;
using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Execution;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Runtime.Tests.Execution;

public class DefinitionTests
{
    [Theory]
    [InlineData("""{ "Type": "Parallel", "Branches": [], "End": true }""", "/States/A/Branches: The field Branches must be a list with at least one branch.")]
    [InlineData("""{ "Type": "Map", "End": true }""", "/States/A/ItemProcessor: The field ItemProcessor must be an object with StartAt and States.")]
    [InlineData("""{ "Type": "Pass", "InputPath": "$.a[", "End": true }""", "/States/A/InputPath: The field InputPath \"$.a[\" is no path: A quoted name, an index, '*' or '?' was expected in brackets, not the end of the text.")]
    [InlineData("""{ "Type": "Pass", "ResultPath": "$.a[*]", "End": true }""", "/States/A/ResultPath: The field ResultPath \"$.a[*]\" is no Reference Path: A Reference Path has an index or a quoted name in brackets.")]
    [InlineData("""{ "Type": "Pass", "Parameters": { "a.$": "States.Fly()" }, "End": true }""", "/States/A/Parameters: The field Parameters \"States.Fly()\" calls a function that there is not.")]
    [InlineData("""{ "Type": "Pass", "Parameters": { "a.$": "x" }, "End": true }""", "/States/A/Parameters: The field Parameters \"x\" is neither a path nor the call of a function: '(' was expected after the name of the function, not the end of the text.")]
    [InlineData("""{ "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% 1 +", "End": true }""", "/States/A/Output: The field Output \"{% 1 +\" has only one of {% and %}.")]
    [InlineData("""{ "Type": "Pass", "Foo": 1, "End": true }""", "/States/A/Foo: The field Foo is not known here, so it cannot be run locally.")]
    [InlineData("""{ "Type": "Pass" }""", "/States/A/Next: The field Next is missing, and so is End.")]
    [InlineData("""{ "Type": "Pass", "Next": "B" }""", "/States/A/Next: The field Next names 'B', which is no state of this scope.")]
    [InlineData("""{ "Type": "Pass", "ResultPath": "$$.a", "End": true }""", "/States/A/ResultPath: The field ResultPath \"$$.a\" cannot be written to: only the state's own data can.")]
    [InlineData("""{ "Type": "Pass", "Parameters": { "a": 1, "a.$": "$" }, "End": true }""", "/States/A/Parameters: The field Parameters has both \"a\" and \"a.$\".")]
    [InlineData("""{ "Type": "Wait", "End": true }""", "/States/A: A Wait state has exactly one of Seconds, SecondsPath, Timestamp and TimestampPath.")]
    [InlineData("""{ "Type": "Wait", "Timestamp": "2026-01-01", "End": true }""", "/States/A/Timestamp: The field Timestamp must be an RFC 3339 timestamp, such as 2026-01-31T12:00:00Z.")]
    [InlineData("""{ "Type": "Choice", "Choices": [] }""", "/States/A/Choices: The field Choices must be a list of rules with at least one.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Variable": "$.a", "StringEquals": 1, "Next": "A" }] }""", "/States/A/Choices[0]/StringEquals: The field StringEquals must be a string.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.a", "IsNull": true, "Next": "A" }, "Next": "A" }] }""", "/States/A/Choices[0]/Not/Next: The field Next does not belong to a nested rule; only the outermost one has it.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsNull": true, "IsString": true, "Next": "A" }] }""", "/States/A/Choices[0]/IsString: The field IsString cannot stand beside IsNull: a rule has one test.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "And": [{ "Variable": "$.a", "IsNull": true }], "Or": [], "Next": "A" }] }""", "/States/A/Choices[0]/Or: The field Or cannot stand beside And: a rule has one test.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Not": { "Variable": "$.a", "IsNull": true }, "Variable": "$.a", "Next": "A" }] }""", "/States/A/Choices[0]/Variable: The field Variable cannot stand beside Not: a rule has one test.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsNul": true, "Next": "A" }] }""", "/States/A/Choices[0]/IsNul: The field IsNul is not known here, so it cannot be run locally.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Variable": "$.a", "Next": "A" }] }""", "/States/A/Choices[0]: The rule has no test: And, Or, Not, or a Variable with an operator such as StringEquals.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Condition": true, "Next": "A" }] }""", "/States/A/Choices[0]/Condition: The field Condition belongs to the query language JSONata, which is not used here.")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsNull": true, "Next": "A", "End": true }] }""", "/States/A/Choices[0]/End: The field End does not belong to a rule.")]
    [InlineData("""{ "Type": "Pass", "Resource": "x", "End": true }""", "/States/A/Resource: The field Resource does not belong to a Pass state.")]
    [InlineData("""{ "Type": "Succeed", "Next": "A" }""", "/States/A/Next: The field Next does not belong to a Succeed state.")]
    [InlineData("""{ "Type": "Pass", "Output": 1, "End": true }""", "/States/A/Output: The field Output belongs to the query language JSONata, which is not used here.")]
    [InlineData("""{ "Type": "Pass", "IsNull": true, "End": true }""", "/States/A/IsNull: The field IsNull is not known here, so it cannot be run locally.")]
    [InlineData("""{ "Type": "Task", "Resource": "x", "Catch": [{ "ErrorEquals": ["E"], "Next": "A", "End": true }], "End": true }""", "/States/A/Catch[0]/End: The field End does not belong to a Catcher.")]
    [InlineData("""{ "Type": "Task", "Resource": "x", "Retry": [{ "ErrorEquals": ["E"], "Next": "A" }], "End": true }""", "/States/A/Retry[0]/Next: The field Next does not belong to a Retrier.")]
    [InlineData("""{ "Type": "Task", "Resource": "x", "Retry": [{ "ErrorEquals": [] }], "End": true }""", "/States/A/Retry[0]/ErrorEquals: The field ErrorEquals must be a list of error names with at least one.")]
    [InlineData("""{ "Type": "Task", "Resource": "x", "Catch": [{ "ErrorEquals": ["E"], "Next": "X" }], "End": true }""", "/States/A/Catch[0]/Next: The field Next names 'X', which is no state of this scope.")]
    [InlineData("""{ "Type": "Fly" }""", "/States/A/Type: The field Type must be one of Task, Pass, Choice, Wait, Succeed, Fail, Parallel and Map.")]
    public void What_cannot_be_run_is_refused_when_the_definition_is_loaded(string state, string message) =>
        Should.Throw<DefinitionException>(() => Compile($$"""{ "StartAt": "A", "States": { "A": {{state}} } }""")).Message.ShouldBe(message);

    [Theory]
    [InlineData("{\n ", "line 2, column 2: SMG1007: A member name in double quotes was expected, not the end of the text [/]")]
    [InlineData("[]", "line 1, column 1: SMG1007: A definition is a JSON object [/]")]
    [InlineData("""{ "States": {} }""", "line 1, column 13: SMG1015: The state machine has no states [/]")]
    [InlineData(
        """
        { "StartAt": "A",
          "States": { "A": { "Type": "Pass", "Next": "B" },
            "C": { "Type": "Succeed", "End": true } } }
        """,
        "line 2, column 46: SMG2010: Next must name a state of the same scope, and there is no state 'B' [/States/A/Next]\n"
        + "line 3, column 31: SMG1013: The field 'End' is not supported on a Succeed state [/States/C/End]")]
    public void A_definition_that_AWS_would_refuse_is_refused_with_all_that_is_wrong(string asl, string findings)
    {
        DefinitionException exception = Should.Throw<DefinitionException>(() => LocalStateMachine.FromDefinition(asl));
        exception.Message.ShouldBe("AWS would refuse this definition:\n" + findings);
        string.Join('\n', exception.Findings).ShouldBe(findings);
        exception.Path.ShouldBe(exception.Findings[0].Path);
    }

    [Fact]
    public void A_definition_is_judged_anew_for_another_type()
    {
        string asl = Machines.OneTask();
        LocalStateMachine.FromDefinition(asl);
        LocalStateMachine.FromDefinition(asl, type: MachineType.Express);
        LocalStateMachine.FromDefinition(asl);
    }

    [Theory]
    [InlineData("""{ "StartAt": "A", "States": {} }""", "/States: The field States must be an object with at least one state.")]
    [InlineData("""{ "StartAt": "A", "Next": "A", "States": { "A": { "Type": "Succeed" } } }""", "/Next: The field Next does not belong to the machine itself.")]
    [InlineData("""{ "States": {} }""", "/StartAt: The field StartAt is missing.")]
    [InlineData("""{ "StartAt": "B", "States": { "A": { "Type": "Succeed" } } }""", "/StartAt: The field StartAt names 'B', which is no state of this scope.")]
    public void What_is_no_machine_is_refused(string asl, string message) =>
        Should.Throw<DefinitionException>(() => Compile(asl)).Message.ShouldBe(message);

    [Theory]
    [InlineData("""{ "Type": "Pass", "Result": 1, "ResultPath": "{0}", "End": true }""", "ResultPath")]
    [InlineData("""{ "Type": "Pass", "InputPath": "{0}", "End": true }""", "InputPath")]
    [InlineData("""{ "Type": "Pass", "Parameters": { "a": [{ "b.$": "{0}" }] }, "End": true }""", "Parameters")]
    [InlineData("""{ "Type": "Wait", "SecondsPath": "{0}", "End": true }""", "SecondsPath")]
    public void A_path_of_more_steps_than_data_has_levels_is_refused(string state, string field) =>
        Should.Throw<DefinitionException>(() => Load(state, steps: 400_000)).Message
            .ShouldBe($"/States/A/{field}: The field {field} has a path of 400000 steps; data nests at most 512 levels deep.");

    [Fact]
    public async Task A_path_of_as_many_steps_as_data_has_levels_is_written()
    {
        var run = await Load("""{ "Type": "Pass", "Result": 1, "ResultPath": "{0}", "End": true }""", steps: 512).ExecuteJsonAsync("{}");
        run.OutputJson.ShouldBe(string.Concat(Enumerable.Repeat("{\"a\":", 512)) + "1" + new string('}', 512));
    }

    [Theory]
    [InlineData("{\"Not\":", "}", 250)]
    [InlineData("{\"And\":[", "]}", 124)]
    [InlineData("{\"Or\":[", "]}", 124)]
    public async Task Rules_that_nest_as_deep_as_a_definition_may_are_tested(string open, string close, int levels)
    {
        string rule = string.Concat(Enumerable.Repeat(open, levels)) + """{ "Variable": "$.a", "IsPresent": true }""" + string.Concat(Enumerable.Repeat(close, levels));
        string choice = $$"""{ "Type": "Choice", "Choices": [{{rule[..^1]}}, "Next": "B" }] }, "B": { "Type": "Succeed" }""";
        (await Load(choice, steps: 1).ExecuteJsonAsync("""{"a":1}""")).Path.ShouldBe(["A", "B"]);
    }

    [Theory]
    [InlineData("{\"Not\":", "}", 300)]
    [InlineData("{\"And\":[", "]}", 100_000)]
    public void A_definition_that_nests_deeper_is_no_JSON_that_is_read(string open, string close, int levels)
    {
        string rule = string.Concat(Enumerable.Repeat(open, levels)) + "{}" + string.Concat(Enumerable.Repeat(close, levels));
        Should.Throw<DefinitionException>(() => Load($$"""{ "Type": "Choice", "Choices": [{{rule}}] }""", steps: 1))
            .Message.ShouldContain("nested deeper than 256 levels");
    }

    /// <summary>What the interpreter says itself: the rules of the language, which are asked first, would refuse most of these definitions already.</summary>
    private static Plan Compile(string asl) => Plan.Compile(Definition.Read(asl).Machine!);

    private static LocalStateMachine<System.Text.Json.JsonElement, System.Text.Json.JsonElement> Load(string state, int steps) =>
        LocalStateMachine.FromDefinition(
            """{ "StartAt": "A", "States": { "A": """
            + state.Replace("{0}", "$" + string.Concat(Enumerable.Repeat(".a", steps)), StringComparison.Ordinal)
            + " } }",
            Machines.Virtual());

    [Fact]
    public void A_mock_for_a_state_that_is_no_task_is_refused() =>
        Should.Throw<ArgumentException>(() => LocalStateMachine.FromDefinition(Machines.OneTask(), new LocalOptions().Mock("Wrok", Reply.Timeout())))
            .Message.ShouldBe("There is a mock for 'Wrok', which is no Task state of StateMachine. Its Task states are: Work.");
}
