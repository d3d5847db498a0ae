using System;
using System.Linq;
using System.Threading.Tasks;
using static StateMachineGen.Runtime.Tests.Execution.Maps.DistributedMaps;

namespace StateMachineGen.Runtime.Tests.Execution.Maps;

public class MapRunResultTests
{
    [Fact]
    public async Task A_map_run_tells_of_its_executions()
    {
        var run = await RunAsync(Machine(""" "ToleratedFailureCount": 1, """, FailBad), null, """["a","bad"]""");
        MapRunResult map = run.MapRuns.ShouldHaveSingleItem();
        map.State.ShouldBe("M");
        map.Status.ShouldBe(ExecutionStatus.Succeeded);
        map.Error.ShouldBeNull();
        map.Arn.ShouldStartWith("arn:aws:states:us-east-1:123456789012:mapRun:StateMachine/L:");
        map.ExecutionCounts.ShouldBe(new MapRunCounts(1, 1, 0, 0, 0));
        map.ItemCounts.Total.ShouldBe(2);
        map.Executions.Select(each => each.Status).ShouldBe([ExecutionStatus.Succeeded, ExecutionStatus.Failed]);
        ChildExecutionResult good = map.Executions[0];
        good.InputJson.ShouldBe("\"a\"");
        good.OutputJson.ShouldBe("\"a\"");
        good.Arn.ShouldBe($"arn:aws:states:us-east-1:123456789012:execution:StateMachine/L:{good.Name}");
        good.StartTime.ShouldBe(Machines.Start);
        good.Visits.Select(visit => visit.State).ShouldBe(["P", "Good"]);
        good.History.Select(each => each.Type).ShouldBe([
            HistoryEventType.ExecutionStarted, HistoryEventType.ChoiceStateEntered, HistoryEventType.ChoiceStateExited,
            HistoryEventType.SucceedStateEntered, HistoryEventType.SucceedStateExited, HistoryEventType.ExecutionSucceeded]);
        ChildExecutionResult bad = map.Executions[1];
        bad.OutputJson.ShouldBeNull();
        bad.Error.ShouldBe("E");
        bad.Cause.ShouldBe("C");
    }

    [Fact]
    public async Task A_map_run_that_fails_stops_its_executions()
    {
        var run = await RunAsync(
            Machine(
                "",
                """
                "P": { "Type": "Choice", "Choices": [ { "Variable": "$", "StringEquals": "bad", "Next": "Soon" } ], "Default": "Late" },
                "Soon": { "Type": "Wait", "Seconds": 1, "Next": "Bad" }, "Late": { "Type": "Wait", "Seconds": 9, "End": true }, "Bad": { "Type": "Fail", "Error": "E" }
                """),
            null,
            """["a","bad"]""");
        run.Error.ShouldBe("States.ExceedToleratedFailureThreshold");
        MapRunResult map = run.MapRuns.ShouldHaveSingleItem();
        map.Status.ShouldBe(ExecutionStatus.Failed);
        map.Error.ShouldBe("States.ExceedToleratedFailureThreshold");
        map.Executions.Select(each => each.Error).ShouldBe([null, "E"]);
        map.ExecutionCounts.ShouldBe(new MapRunCounts(0, 1, 0, 1, 0));
        map.Executions[0].Duration.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Each_attempt_is_a_map_run()
    {
        var run = await RunAsync(Machine(""" "Retry": [ { "ErrorEquals": ["States.ExceedToleratedFailureThreshold"], "MaxAttempts": 2 } ], """, FailBad), null, """["bad"]""");
        run.MapRuns.Length.ShouldBe(3);
        run.MapRuns.Select(each => each.Arn).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Names_and_arns_are_the_same_in_every_run()
    {
        string machine = Machine("").Replace("\"STANDARD\"", "\"EXPRESS\"", StringComparison.Ordinal);
        var first = await RunAsync(machine, null, "[1,2]");
        var second = await RunAsync(machine, null, "[1,2]");
        string[] arns = [.. first.MapRuns[0].Executions.Select(each => each.Arn)];
        second.MapRuns[0].Executions.Reverse().Select(each => each.Arn).Reverse().ShouldBe(arns);
        arns.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Inner_map_runs_belong_to_the_executions_that_started_them()
    {
        var run = await RunAsync(
            Machine(
                "",
                """ "P": { "Type": "Map", "Label": "Inner", "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "Q", "States": { "Q": { "Type": "Pass", "End": true } } }, "End": true } """),
            null,
            "[[1,2],[3]]");
        run.OutputJson.ShouldBe("[[1,2],[3]]");
        run.MapRuns.ShouldHaveSingleItem().Executions.Select(each => each.MapRuns[0].ItemCounts.Succeeded).ShouldBe([2, 1]);
    }
}
