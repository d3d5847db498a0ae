using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

public class VariableTests
{
    [Fact]
    public async Task A_variable_has_its_value_from_the_next_state_on()
    {
        var run = await Machines.RunAsync(
            """
            { "StartAt": "A", "States": {
              "A": { "Type": "Pass", "Assign": { "x": 1, "y.$": "$.v" }, "Next": "B" },
              "B": { "Type": "Pass", "Assign": { "x": 2, "old.$": "$x" }, "Parameters": { "seen.$": "$x" }, "Next": "C" },
              "C": { "Type": "Pass", "Parameters": { "seen.$": "$.seen", "x.$": "$x", "y.$": "$y.deep[1]", "old.$": "$old" }, "End": true } } }
            """,
            """{"v":{"deep":[5,6]}}""");
        run.OutputJson.ShouldBe("""{"seen":1,"x":2,"y":6,"old":1}""", run.Cause);
    }

    [Fact]
    public async Task Assign_of_a_task_sees_the_result_before_ResultSelector()
    {
        LocalOptions options = Machines.Virtual().Mock("Work", Reply.ReturnJson("""{"a":1}"""));
        var run = await Machines.RunAsync(
            """
            { "StartAt": "Work", "States": {
              "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Assign": { "raw.$": "$" }, "ResultSelector": { "b.$": "$.a" }, "Next": "End" },
              "End": { "Type": "Pass", "Parameters": { "raw.$": "$raw", "selected.$": "$" }, "End": true } } }
            """,
            options: options);
        run.OutputJson.ShouldBe("""{"raw":{"a":1},"selected":{"b":1}}""");
    }

    [Theory]
    [InlineData("1", "rule")]
    [InlineData("2", "state")]
    public async Task The_rule_that_matches_assigns_in_place_of_the_choice(string input, string expected)
    {
        var run = await Machines.RunAsync(
            """
            { "StartAt": "C", "States": {
              "C": { "Type": "Choice", "Assign": { "by": "state" }, "Default": "End",
                "Choices": [{ "Variable": "$", "NumericEquals": 1, "Assign": { "by": "rule" }, "Next": "End" }] },
              "End": { "Type": "Pass", "Parameters": { "by.$": "$by" }, "OutputPath": "$.by", "End": true } } }
            """,
            input);
        run.OutputJson.ShouldBe($"\"{expected}\"");
    }

    [Fact]
    public async Task A_catcher_assigns_in_place_of_the_task()
    {
        LocalOptions options = Machines.Virtual().Mock("Work", Reply.Fail("E", "why"));
        var run = await Machines.RunAsync(
            """
            { "StartAt": "Work", "States": {
              "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Assign": { "by": "task" }, "End": true,
                "Catch": [{ "ErrorEquals": ["E"], "Assign": { "by.$": "$.Cause" }, "ResultPath": null, "Next": "End" }] },
              "End": { "Type": "Pass", "Parameters": { "by.$": "$by", "in.$": "$" }, "End": true } } }
            """,
            """{"x":1}""",
            options);
        run.OutputJson.ShouldBe("""{"by":"why","in":{"x":1}}""");
    }

    [Fact]
    public async Task Branches_read_the_variables_around_them_and_keep_their_own()
    {
        var run = await Machines.RunAsync("""
            { "StartAt": "A", "States": {
              "A": { "Type": "Pass", "Assign": { "outer": 1 }, "Next": "P" },
              "P": { "Type": "Parallel", "Branches": [
                { "StartAt": "B", "States": { "B": { "Type": "Pass", "Assign": { "inner": 2 }, "Next": "B2" },
                  "B2": { "Type": "Pass", "Parameters": { "o.$": "$outer", "i.$": "$inner" }, "End": true } } } ], "Next": "Z" },
              "Z": { "Type": "Pass", "Parameters": { "i.$": "$inner" }, "End": true } } }
            """);
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause!.ShouldEndWith("The JSONPath '$inner' specified for the field 'i.$' could not be found in the input '[{\"o\":1,\"i\":2}]'");
    }

    [Fact]
    public async Task What_a_state_assigns_is_in_the_history()
    {
        var run = await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "s": "t", "n": 1 }, "End": true } } }""");
        run.History.ToJson().ShouldContain("""
            "assignedVariables":{"s":"\"t\"","n":"1"},"assignedVariablesDetails":{"truncated":false}
            """);
    }

    [Fact]
    public async Task Variables_take_no_more_than_AWS_gives_them()
    {
        string input = $$"""{"v":"{{new string('x', 250_000)}}"}""";
        var run = await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Assign": { "a.$": "$.v", "b.$": "$.v" }, "End": true } } }""", input);
        run.Error.ShouldBe(Errors.DataLimitExceeded);
    }
}
