using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

public class ParallelTests
{
    private const string Branches = """
        "Branches": [
          { "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 30, "Next": "A2" }, "A2": { "Type": "Pass", "Result": "a", "End": true } } },
          { "StartAt": "B", "States": { "B": { "Type": "Wait", "Seconds": 10, "End": true } } },
          { "StartAt": "C", "States": { "C": { "Type": "Pass", "Result": "c", "End": true } } } ]
        """;

    [Fact]
    public async Task Branches_run_side_by_side_and_give_their_outputs_in_order()
    {
        var run = await Machines.RunAsync($$"""{ "StartAt": "P", "States": { "P": { "Type": "Parallel", {{Branches}}, "End": true } } }""", """{"x":1}""");
        run.OutputJson.ShouldBe("""["a",{"x":1},"c"]""");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(30));
        run.Path.ShouldBe(["P", "A", "B", "C", "A2"]);
        run.Visits.Select(visit => (visit.State, (visit.End - visit.Start).TotalSeconds))
            .ShouldBe([("P", 30), ("A", 30), ("B", 10), ("C", 0), ("A2", 0)]);
    }

    [Fact]
    public async Task The_history_tells_which_event_follows_from_which()
    {
        var run = await Machines.RunAsync($$"""{ "StartAt": "P", "States": { "P": { "Type": "Parallel", {{Branches}}, "End": true } } }""");
        string.Join(' ', run.History.Select(item => $"{item.PreviousEventId}>{item.Id}{item.Type.ToString().Replace("State", "", StringComparison.Ordinal)}")).ShouldBe(
            "0>1ExecutionStarted 0>2ParallelEntered 2>3ParallelStarted 3>4WaitEntered 3>5WaitEntered 3>6PassEntered 6>7PassExited 5>8WaitExited "
            + "4>9WaitExited 9>10PassEntered 10>11PassExited 11>12ParallelSucceeded 11>13ParallelExited 13>14ExecutionSucceeded");
    }

    [Fact]
    public async Task The_first_error_stops_the_other_branches()
    {
        var run = await Machines.RunAsync("""
            { "StartAt": "P", "States": {
              "P": { "Type": "Parallel", "Branches": [
                { "StartAt": "Slow", "States": { "Slow": { "Type": "Wait", "Seconds": 3000, "End": true } } },
                { "StartAt": "Soon", "States": { "Soon": { "Type": "Wait", "Seconds": 5, "Next": "Bad" }, "Bad": { "Type": "Fail", "Error": "E", "Cause": "C" } } } ],
                "Catch": [{ "ErrorEquals": ["E"], "ResultPath": "$.error", "Next": "Caught" }], "End": true },
              "Caught": { "Type": "Succeed" } } }
            """);
        run.OutputJson.ShouldBe("""{"error":{"Error":"E","Cause":"C"}}""");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(5));
        run.History.Select(item => item.Type).ShouldContain(HistoryEventType.WaitStateAborted);
        run.Visits.Single(visit => visit.State == "P").IsCaught.ShouldBeTrue();
    }

    [Fact]
    public async Task A_retry_runs_all_branches_again()
    {
        LocalOptions options = Machines.Virtual().Mock("T", Reply.Fail("E"), Reply.ReturnJson("1"));
        var run = await Machines.RunAsync(
            """
            { "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [
              { "StartAt": "T", "States": { "T": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "End": true } } },
              { "StartAt": "S", "States": { "S": { "Type": "Pass", "End": true } } } ],
              "Retry": [{ "ErrorEquals": ["States.ALL"], "IntervalSeconds": 7 }], "End": true } } }
            """,
            options: options);
        run.OutputJson.ShouldBe("[1,{}]");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(7));
        run.Visits.Single(visit => visit.State == "P").Attempts.ShouldBe(2);
        run.History.Count(item => item.Type == HistoryEventType.ParallelStateFailed).ShouldBe(0);
    }

    [Fact]
    public async Task An_error_of_the_runtime_in_a_branch_is_caught_by_nothing()
    {
        var run = await Machines.RunAsync("""
            { "StartAt": "P", "States": {
              "P": { "Type": "Parallel", "Branches": [{ "StartAt": "S", "States": { "S": { "Type": "Pass", "InputPath": "$.none", "End": true } } }],
                "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Caught" }], "End": true },
              "Caught": { "Type": "Succeed" } } }
            """);
        run.Error.ShouldBe(Errors.Runtime);
        run.History.Select(item => item.Type).ShouldNotContain(HistoryEventType.ParallelStateFailed);
    }

    [Fact]
    public async Task The_time_of_the_machine_ends_all_branches()
    {
        var run = await Machines.RunAsync(
            """{ "StartAt": "P", "TimeoutSeconds": 60, "States": { "P": { "Type": "Parallel", "Branches": [{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 600, "End": true } } }], "Retry": [{ "ErrorEquals": ["States.ALL"] }], "End": true } } }""");
        run.Status.ShouldBe(ExecutionStatus.TimedOut);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Stopping_an_execution_breaks_off_what_runs_in_it()
    {
        using var stop = new CancellationTokenSource();
        var machine = LocalStateMachine.FromDefinition(
            """
            { "StartAt": "P", "States": { "P": { "Type": "Parallel", "Branches": [
              { "StartAt": "M", "States": { "M": { "Type": "Map", "ItemProcessor": { "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 600, "End": true } } }, "End": true } } } ], "End": true } } }
            """);
        var running = machine.ExecuteJsonAsync("[1,2]", cancellationToken: stop.Token);
        await stop.CancelAsync();
        var run = await running;
        run.Status.ShouldBe(ExecutionStatus.Aborted);
        run.History.Select(item => item.Type).Skip(9).ShouldBe([
            HistoryEventType.WaitStateAborted, HistoryEventType.WaitStateAborted, HistoryEventType.MapStateAborted, HistoryEventType.ParallelStateAborted,
            HistoryEventType.ExecutionAborted]);
    }
}
