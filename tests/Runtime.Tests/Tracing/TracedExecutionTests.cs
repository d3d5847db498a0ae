using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>The collector on executions of the interpreter, where the other tests make the activities by hand.</summary>
[Collection(ListeningTests.Name)]
public sealed class TracedExecutionTests
{
    private const string Definition =
        """
        {
          "StartAt": "Charge",
          "States": {
            "Charge": {
              "Type": "Task",
              "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge-card",
              "TimeoutSeconds": 5,
              "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 2, "MaxAttempts": 3, "BackoffRate": 2 } ],
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Sorry" } ],
              "Next": "Pack"
            },
            "Pack": { "Type": "Wait", "Seconds": 30, "End": true },
            "Sorry": { "Type": "Fail", "Error": "OrderLost", "Cause": "no luck" }
          }
        }
        """;

    [Fact]
    public async Task An_execution_with_retries_becomes_valid_segments()
    {
        XRayTraceCollector collector = await RunAsync(
            Reply.Fail("Busy", "one").After(TimeSpan.FromSeconds(1)), Reply.Fail("Busy", "two"), Reply.ReturnJson("true").After(TimeSpan.FromSeconds(3)));

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        trace.Duration.ShouldBe(TimeSpan.FromSeconds(1 + 2 + 4 + 3 + 30));
        JsonElement machine = JsonDocument.Parse(trace.Segments[0].Document).RootElement;
        machine.TryGetProperty("fault", out _).ShouldBeFalse();
        JsonElement charge = machine.GetProperty("subsegments")[0];
        Names(charge).ShouldBe(["Attempt #1", "Backoff 2s", "Attempt #2", "Backoff 4s", "Attempt #3"]);
        Names(charge.GetProperty("subsegments")[0]).ShouldBe(["Lambda"]);
        charge.GetProperty("annotations").GetProperty("attempts").GetInt32().ShouldBe(3);
        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldContain("charge-card|AWS::Lambda: ok 1, fault 2");
        collector.GetTimelines().ShouldHaveSingleItem().Visits.Select(v => (v.State, v.Attempts, v.Offset.TotalSeconds, v.Duration.TotalSeconds))
            .ShouldBe([("Charge", 3, 0, 10), ("Pack", 1, 10, 30)]);
    }

    [Fact]
    public async Task A_timeout_that_is_caught_flags_the_call_and_a_Fail_state_flags_the_machine()
    {
        XRayTraceCollector collector = await RunAsync(Reply.Timeout());

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        JsonElement machine = JsonDocument.Parse(trace.Segments[0].Document).RootElement;
        machine.GetProperty("fault").GetBoolean().ShouldBeTrue();
        machine.GetProperty("annotations").GetProperty("error").GetString().ShouldBe("OrderLost");
        JsonElement call = machine.GetProperty("subsegments")[0].GetProperty("subsegments")[0].GetProperty("subsegments")[0];
        call.GetProperty("http").GetProperty("response").GetProperty("status").GetInt32().ShouldBe(504);
        call.GetProperty("cause").GetProperty("exceptions")[0].GetProperty("type").GetString().ShouldBe("States.Timeout");
        ExecutionTimeline timeline = collector.GetTimelines().ShouldHaveSingleItem();
        timeline.Status.ShouldBe("FAILED");
        timeline.Visits[0].Error.ShouldBe("States.Timeout");
        timeline.Visits[0].CaughtBy.ShouldBe("Sorry");
        timeline.Duration.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Branches_iterations_and_attempts_around_them_are_subsegments()
    {
        const string asl =
            """
            {
              "StartAt": "Both",
              "States": {
                "Both": {
                  "Type": "Parallel", "ResultPath": null, "Next": "Each",
                  "Branches": [
                    { "StartAt": "Left", "States": { "Left": { "Type": "Pass", "End": true } } },
                    { "StartAt": "Right", "States": { "Right": { "Type": "Wait", "Seconds": 1, "End": true } } }
                  ]
                },
                "Each": {
                  "Type": "Map", "ItemsPath": "$.items", "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 2, "MaxAttempts": 1 } ], "End": true,
                  "ItemProcessor": { "StartAt": "Charge", "States": { "Charge": {
                    "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge-card", "End": true } } }
                }
              }
            }
            """;
        using var collector = new XRayTraceCollector();
        LocalOptions options = Machines.Virtual().Mock("Charge", Reply.ReturnJson("1"), Reply.Fail("Busy"), Reply.ReturnJson("2"));
        await using var machine = LocalStateMachine.FromDefinition(asl, options, "Orders");
        await machine.ExecuteJsonAsync("""{ "items": [ "a", "b" ] }""", cancellationToken: TestContext.Current.CancellationToken);

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        JsonElement.ArrayEnumerator states = JsonDocument.Parse(trace.Segments.ShouldHaveSingleItem().Document).RootElement.GetProperty("subsegments").EnumerateArray();
        JsonElement both = states.First();
        Names(both).ShouldBe(["Branch 0", "Branch 1"]);
        both.GetProperty("subsegments").EnumerateArray().Select(branch => Names(branch).Single()).ShouldBe(["Left", "Right"]);
        JsonElement each = states.Last();
        Names(each).ShouldBe(["Attempt #1", "Backoff 2s", "Attempt #2"]);
        JsonElement[] attempts = [.. each.GetProperty("subsegments").EnumerateArray()];
        Names(attempts[0]).ShouldBe(["Iteration 0", "Iteration 1"]);
        JsonElement failed = attempts[0].GetProperty("subsegments")[1];
        failed.GetProperty("fault").GetBoolean().ShouldBeTrue();
        failed.GetProperty("annotations").GetProperty("iteration").GetInt32().ShouldBe(1);
        attempts[2].TryGetProperty("fault", out _).ShouldBeFalse();
        Names(attempts[2]).ShouldBe(["Iteration 0", "Iteration 1"]);
        collector.GetTimelines().ShouldHaveSingleItem().Visits.Select(v => (v.State, v.Depth)).ShouldBe(
            [("Both", 0), ("Left", 1), ("Right", 1), ("Each", 0), ("Charge", 1), ("Charge", 1), ("Charge", 1), ("Charge", 1)]);
    }

    [Fact]
    public async Task The_cause_of_a_Parallel_is_that_of_the_branch_that_failed_and_not_of_those_that_were_stopped()
    {
        using var collector = new XRayTraceCollector();
        await using var machine = LocalStateMachine.FromDefinition(
            """
            { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
              { "StartAt": "Charge", "States": { "Charge": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:charge-card", "End": true } } },
              { "StartAt": "Long", "States": { "Long": { "Type": "Wait", "Seconds": 100, "End": true } } } ] } } }
            """,
            Machines.Virtual().Mock("Charge", Reply.Fail("Declined", "no cover").After(TimeSpan.FromSeconds(1))),
            "Orders");
        await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        JsonElement both = JsonDocument.Parse(trace.Segments[0].Document).RootElement.GetProperty("subsegments")[0];
        JsonElement[] branches = [.. both.GetProperty("subsegments").EnumerateArray()];
        both.GetProperty("cause").GetString().ShouldBe(branches[0].GetProperty("cause").GetString());
        branches[0].GetProperty("fault").GetBoolean().ShouldBeTrue();
        branches[1].GetProperty("error").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_nested_execution_is_a_node_of_its_own_below_the_call()
    {
        using var collector = new XRayTraceCollector();
        await using var child = LocalStateMachine.FromDefinition(
            """{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "Broken" } } }""", Machines.Virtual(), "Child");
        await using var machine = LocalStateMachine.FromDefinition(
            """
            { "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "End": true,
              "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Child" } } } }
            """,
            Machines.Virtual().Machine(child),
            "Parent");
        await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        JsonElement[] machines = [.. trace.Segments.Select(s => JsonDocument.Parse(s.Document).RootElement)];
        machines.Select(segment => segment.GetProperty("name").GetString()).ShouldBe(["Parent", "Child"]);
        JsonElement call = machines[0].GetProperty("subsegments")[0].GetProperty("subsegments")[0];
        call.GetProperty("namespace").GetString().ShouldBe("aws");
        machines[1].GetProperty("parent_id").GetString().ShouldBe(call.GetProperty("id").GetString());
        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldBe(
        [
            "Client|client: none",
            "Child|AWS::StepFunctions::StateMachine: fault 1",
            "Parent|AWS::StepFunctions::StateMachine: fault 1",
        ]);
    }

    [Theory]
    [InlineData(false, "fault", "error")]
    [InlineData(true, "error", "fault")]
    public async Task Lambda_parity_is_the_one_switch_that_turns_a_thrown_exception_from_red_to_yellow(bool lambdaParity, string flag, string otherFlag)
    {
        using var collector = new XRayTraceCollector();
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask("\"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Next\": \"Caught\" } ], \"Retry\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"MaxAttempts\": 1 } ]"),
            new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, LambdaParity = lambdaParity },
            null,
            Machines.Task<JsonElement, JsonElement>("Work", (_, _) => throw new InvalidTimeZoneException("bad")));
        (await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken)).Status.ShouldBe(ExecutionStatus.Succeeded);

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        JsonElement[] documents = [.. trace.Segments.Select(s => JsonDocument.Parse(s.Document).RootElement)];
        documents.SelectMany(Flagged).Select(f => f.Flag).Distinct().ShouldBe([flag]);
        documents.SelectMany(Flagged).Select(f => f.Name).Order().ShouldBe(
            ["Attempt #1", "Attempt #2", "Invocation", "Invocation", "Lambda", "Lambda", "Work", "work", "work", "work", "work"]);
        documents.SelectMany(Statuses).Where(status => status != 200).Distinct().ShouldBe([lambdaParity ? 400 : 500]);
        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldBe(
        [
            "Client|client: none",
            "Machine|AWS::StepFunctions::StateMachine: ok 1",
            $"work|AWS::Lambda: {flag} 2",
            $"work|AWS::Lambda::Function: {flag} 2",
        ]);

        IEnumerable<(string Name, string Flag)> Flagged(JsonElement part) =>
            Parts(part).SelectMany(p => new[] { flag, otherFlag }.Where(f => p.TryGetProperty(f, out _)).Select(f => (p.GetProperty("name").GetString()!, f)));

        static IEnumerable<int> Statuses(JsonElement part) =>
            Parts(part).Where(p => p.TryGetProperty("http", out _)).Select(p => p.GetProperty("http").GetProperty("response").GetProperty("status").GetInt32());
    }

    private static IEnumerable<JsonElement> Parts(JsonElement part) =>
        (part.TryGetProperty("subsegments", out JsonElement inner) ? inner.EnumerateArray().SelectMany(Parts) : []).Prepend(part);

    private static async Task<XRayTraceCollector> RunAsync(params Reply[] replies)
    {
        using var collector = new XRayTraceCollector();
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider() };
        await using var machine = LocalStateMachine.FromDefinition(Definition, options.Mock("Charge", replies), "Orders");
        await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        return collector;
    }

    private static IEnumerable<string> Names(JsonElement part) =>
        part.GetProperty("subsegments").EnumerateArray().Select(s => s.GetProperty("name").GetString()!);
}
