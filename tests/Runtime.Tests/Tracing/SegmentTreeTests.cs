using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Which segments and subsegments a trace has, and how they are nested.</summary>
[Collection(ListeningTests.Name)]
public sealed class SegmentTreeTests : IDisposable
{
    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void An_execution_is_a_machine_segment_with_states_and_two_segments_for_each_function()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.Task("Charge", "charge-card", 0, 2.5, "Done");
        _made.EndState(_made.State("Done", "Succeed", 2.5), null, 1, 2.5);
        _made.EndExecution(execution, "SUCCEEDED", 2.5);

        XRayTrace trace = CollectedTraces.Only(collector);
        trace.Duration.ShouldBe(TimeSpan.FromSeconds(2.5));
        CollectedTraces.Tree(trace).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              Charge
                Lambda (aws)
              Done
            charge-card [AWS::Lambda]
            charge-card [AWS::Lambda::Function]
              Invocation

            """);

        JsonElement machine = CollectedTraces.Segment(trace, "AWS::StepFunctions::StateMachine");
        machine.GetProperty("start_time").GetRawText().ShouldBe("1795348800.000000");
        machine.GetProperty("end_time").GetRawText().ShouldBe("1795348802.500000");
        machine.GetProperty("resource_arn").GetString().ShouldBe("arn:aws:states:us-east-1:123456789012:stateMachine:Orders");
        machine.GetProperty("aws").GetProperty("execution_arn").GetString().ShouldBe("arn:aws:states:us-east-1:123456789012:execution:Orders:run-1");
        machine.GetProperty("annotations").GetRawText().ShouldBe("""{"state_machine":"Orders","execution_name":"run-1","status":"SUCCEEDED"}""");
        machine.TryGetProperty("parent_id", out _).ShouldBeFalse();

        JsonElement charge = machine.GetProperty("subsegments")[0];
        charge.GetProperty("annotations").GetRawText().ShouldBe("""{"state":"Charge","state_type":"Task","attempts":1,"next":"Done"}""");
        JsonElement call = charge.GetProperty("subsegments")[0];
        call.GetProperty("aws").GetRawText().ShouldBe(
            """{"operation":"Invoke","function_name":"charge-card","region":"us-east-1","request_id":"charge-card-1"}""");
        call.GetProperty("http").GetProperty("response").GetProperty("status").GetInt32().ShouldBe(200);

        JsonElement service = CollectedTraces.Segment(trace, "AWS::Lambda");
        service.GetProperty("parent_id").GetString().ShouldBe(call.GetProperty("id").GetString());
        CollectedTraces.Segment(trace, "AWS::Lambda::Function").GetProperty("parent_id").GetString().ShouldBe(service.GetProperty("id").GetString());
    }

    [Fact]
    public void A_state_with_retries_shows_attempts_and_the_waits_between_them()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        Attempt(1, 0, 1, "TooBusy");
        Attempt(2, 3, 4, "TooBusy");
        Attempt(3, 8.5, 9, null);
        _made.EndState(state, null, 3, 9);
        _made.EndExecution(execution, "SUCCEEDED", 9);

        XRayTrace trace = CollectedTraces.Only(collector);
        CollectedTraces.Tree(trace, "AWS::StepFunctions::StateMachine").ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              Charge
                Attempt #1 fault
                  Lambda (aws) fault
                Backoff 2s
                Attempt #2 fault
                  Lambda (aws) fault
                Backoff 4.5s
                Attempt #3
                  Lambda (aws)

            """);
        trace.Segments.Length.ShouldBe(7, "each attempt is a call with two segments of its own, beside the machine's");

        void Attempt(int number, double from, double to, string? error)
        {
            Activity? attempt = _made.Attempt(number, from);
            _made.Invoke("charge-card", from, to, error);
            if (error is not null)
            {
                HandMadeTrace.Fail(attempt, error, null);
            }

            HandMadeTrace.End(attempt, to);
        }
    }

    [Fact]
    public void Activities_of_the_users_code_are_nested_in_the_invocation()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        Activity? call = _made.Call("charge-card", 0);
        Activity? run = _made.Run("charge-card", 0);
        Activity? outer = _made.User("Validate card", ActivityKind.Internal, 0);
        outer?.SetTag("card.kind", "debit");
        Activity? inner = _made.User("POST", ActivityKind.Client, 0.5);
        inner?.SetTag("server.address", "bank.example");
        HandMadeTrace.End(inner, 0.8);
        HandMadeTrace.End(outer, 1);
        HandMadeTrace.End(run, 1);
        HandMadeTrace.End(call, 1);
        _made.EndState(state, null, 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        XRayTrace trace = CollectedTraces.Only(collector);
        CollectedTraces.Tree(trace, "AWS::Lambda::Function").ShouldBe(
            """
            charge-card [AWS::Lambda::Function]
              Invocation
                Validate card
                  bank.example (remote)

            """);
        CollectedTraces.Segment(trace, "AWS::Lambda::Function").GetProperty("subsegments")[0].GetProperty("subsegments")[0]
            .GetProperty("metadata").GetRawText().ShouldBe("""{"default":{"card.kind":"debit"}}""");
        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldContain("bank.example|remote: ok 1", "an inferred node");
    }

    [Fact]
    public void Activities_of_sources_that_were_not_asked_for_are_passed_over()
    {
        using var other = new ActivityListener
        {
            ShouldListenTo = source => source.Name == HandMadeTrace.UserSource,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(other);
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? user = _made.User("Between", ActivityKind.Internal, 0);
        _made.EndState(_made.State("Done", "Succeed", 0), null, 1, 1);
        HandMadeTrace.End(user, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        CollectedTraces.Tree(CollectedTraces.Only(collector)).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              Done

            """);
    }

    [Fact]
    public void While_an_execution_runs_it_is_there_as_a_segment_in_progress()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.EndState(_made.State("First", "Pass", 0), "Charge", 1, 1);
        Activity? state = _made.State("Charge", "Task", 1);
        Activity? call = _made.Call("charge-card", 1);
        Activity? run = _made.Run("charge-card", 1);

        XRayTrace trace = CollectedTraces.Only(collector);
        trace.Duration.ShouldBe(TimeSpan.FromSeconds(1));
        CollectedTraces.Tree(trace).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine] in_progress
              First
              Charge in_progress
                Lambda (aws) in_progress
            charge-card [AWS::Lambda] in_progress
            charge-card [AWS::Lambda::Function] in_progress
              Invocation in_progress

            """);
        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldBe(
        [
            "Client|client: none",
            "Orders|AWS::StepFunctions::StateMachine: none",
            "charge-card|AWS::Lambda: none",
            "charge-card|AWS::Lambda::Function: none",
        ],
            "what has not ended is on the map, and not counted");
        collector.GetTimelines().ShouldBeEmpty();

        HandMadeTrace.End(run, 2);
        HandMadeTrace.End(call, 2);
        _made.EndState(state, null, 1, 2);
        _made.EndExecution(execution, "SUCCEEDED", 2);
        XRayTrace whole = CollectedTraces.Only(collector);
        whole.Id.ShouldBe(trace.Id, "the id of a trace does not change while more of it is collected");
        whole.Segments.Select(s => s.Id).ShouldBe(trace.Segments.Select(s => s.Id), "a complete document takes the place of the one in progress");
        CollectedTraces.Tree(whole).ShouldNotContain("in_progress");
    }
}
