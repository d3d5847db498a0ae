using System;
using System.Linq;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

public class MapTests
{
    [Fact]
    public async Task Each_item_runs_through_the_processor()
    {
        var run = await Machines.RunAsync(
            """
            { "StartAt": "M", "States": { "M": { "Type": "Map", "ItemsPath": "$.items", "ResultPath": "$.out",
              "ItemSelector": { "i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value", "all.$": "$.factor" },
              "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "Parameters": { "v.$": "$.v", "again.$": "$$.Map.Item.Value", "f.$": "$.all" }, "End": true } } },
              "End": true } } }
            """,
            """{"items":[10,20],"factor":3}""");
        run.OutputJson.ShouldBe("""{"items":[10,20],"factor":3,"out":[{"v":10,"again":10,"f":3},{"v":20,"again":20,"f":3}]}""");
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData(""" "MaxConcurrency": 2, """, 40)]
    [InlineData(""" "MaxConcurrency": 1, """, 60)]
    [InlineData(""" "MaxConcurrencyPath": "$[0].c", """, 40)]
    public async Task As_many_iterations_run_at_a_time_as_may(string fields, int seconds)
    {
        var run = await Machines.RunAsync(
            $$"""
            { "StartAt": "M", "States": { "M": { "Type": "Map", {{fields}}
              "ItemProcessor": { "StartAt": "W", "States": { "W": { "Type": "Wait", "SecondsPath": "$.s", "End": true } } }, "End": true } } }
            """,
            """[{"s":10,"c":2},{"s":20},{"s":30}]""");
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(seconds));
        run.OutputJson.ShouldBe("""[{"s":10,"c":2},{"s":20},{"s":30}]""");
    }

    [Fact]
    public async Task No_more_than_forty_iterations_run_inline_at_a_time()
    {
        string items = "[" + string.Join(',', Enumerable.Range(0, 100)) + "]";
        var run = await Machines.RunAsync(
            """{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 1, "End": true } } }, "End": true } } }""",
            items);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(3));
        run.OutputJson.ShouldBe(items);
    }

    [Fact]
    public async Task A_map_over_nothing_gives_nothing()
    {
        var run = await Machines.RunAsync(
            """{ "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }, "End": true } } }""", "[]");
        run.OutputJson.ShouldBe("[]");
        run.History.Select(item => item.Type).ShouldBe([
            HistoryEventType.ExecutionStarted, HistoryEventType.MapStateEntered, HistoryEventType.MapStateStarted, HistoryEventType.MapStateSucceeded,
            HistoryEventType.MapStateExited, HistoryEventType.ExecutionSucceeded]);
        run.History[2].Length.ShouldBe(0);
    }

    [Fact]
    public async Task What_fails_in_an_iteration_fails_the_map()
    {
        var run = await Machines.RunAsync(
            """
            { "StartAt": "M", "States": { "M": { "Type": "Map", "MaxConcurrency": 1, "ItemProcessor": { "StartAt": "C", "States": {
              "C": { "Type": "Choice", "Choices": [{ "Variable": "$", "NumericEquals": 2, "Next": "Bad" }], "Default": "Good" },
              "Bad": { "Type": "Fail", "Error": "E" }, "Good": { "Type": "Succeed" } } }, "End": true } } }
            """,
            "[1,2,3]");
        run.Error.ShouldBe("E");
        run.History.Where(item => item.Iteration is not null).Select(item => $"{item.Type}{item.Iteration}").ShouldBe([
            "MapIterationStarted0", "MapIterationSucceeded0", "MapIterationStarted1", "MapIterationFailed1"]);
        run.Visits[0].Error.ShouldBe("E");
    }

    [Theory]
    [InlineData("", "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded")]
    [InlineData(""" "ToleratedFailureCount": 1, """, "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded")]
    [InlineData(""" "ToleratedFailurePercentage": 40, """, "States.ExceedToleratedFailureThreshold", "The specified tolerated failure threshold was exceeded")]
    [InlineData(""" "ToleratedFailureCount": 2, """, null, null)]
    [InlineData(""" "ToleratedFailurePercentage": 50.5, """, null, null)]
    public async Task A_distributed_map_tolerates_as_many_failures_as_it_says(string fields, string? error, string? cause)
    {
        var run = await Machines.RunAsync(
            $$"""
            { "StartAt": "M", "States": { "M": { "Type": "Map", {{fields}} "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "C", "States": {
              "C": { "Type": "Choice", "Choices": [{ "Variable": "$", "NumericGreaterThan": 2, "Next": "Bad" }], "Default": "Good" },
              "Bad": { "Type": "Fail", "Error": "E", "Cause": "C" }, "Good": { "Type": "Succeed" } } }, "End": true } } }
            """,
            "[1,2,3,4]");
        run.Error.ShouldBe(error);
        run.Cause.ShouldBe(cause);
        run.OutputJson.ShouldBe(error is null ? "[1,2]" : null);
        run.History.Select(item => item.Type).ShouldContain(error is null ? HistoryEventType.MapRunSucceeded : HistoryEventType.MapRunFailed);
        run.History.Select(item => item.Type).ShouldNotContain(HistoryEventType.ChoiceStateEntered);
    }

    [Fact]
    public async Task A_distributed_map_runs_each_item_as_an_execution_of_its_own()
    {
        var run = await Machines.RunAsync(
            """
            { "StartAt": "Set", "States": { "Set": { "Type": "Pass", "Assign": { "outer": 1 }, "Next": "M" },
              "M": { "Type": "Map", "Label": "L", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "P", "States": {
              "P": { "Type": "Pass", "Parameters": { "id.$": "$$.Execution.Id", "in.$": "$$.Execution.Input" }, "End": true } } }, "End": true } } }
            """,
            "[7]");
        run.OutputJson!.ShouldStartWith("[{\"id\":\"arn:aws:states:us-east-1:123456789012:express:StateMachine/L:");
        run.OutputJson.ShouldEndWith("\"in\":7}]");
    }
}
