using System;
using System.Diagnostics;
using System.Text.Json;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>How segments say that something failed.</summary>
[Collection(ListeningTests.Name)]
public sealed class SegmentOutcomeTests : IDisposable
{
    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Theory]
    [InlineData(500, "fault")]
    [InlineData(504, "fault")]
    [InlineData(400, "error")]
    [InlineData(499, "error")]
    [InlineData(429, "error throttle")]
    public void A_failed_call_has_the_flags_of_its_status(int status, string flags)
    {
        using var collector = new XRayTraceCollector();
        _made.OneTask("Failure", status);

        CollectedTraces.Tree(CollectedTraces.Only(collector)).ShouldBe(
            $"""
            Orders [AWS::StepFunctions::StateMachine]
              Charge {flags}
                Lambda (aws) {flags}
            charge-card [AWS::Lambda] {flags}
            charge-card [AWS::Lambda::Function] {flags}
              Invocation {flags}

            """,
            "the state was caught, so the machine's segment has no flag");
    }

    [Fact]
    public void The_machine_segment_is_flagged_when_the_execution_fails()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.Task("Charge", "charge-card", 0, 1, null, "Declined", exception: HandMadeTrace.Thrown(new InvalidOperationException("no")));
        HandMadeTrace.Fail(execution, "Declined", 500, cause: "no");
        _made.EndExecution(execution, "FAILED", 1);

        JsonElement machine = CollectedTraces.Segment(CollectedTraces.Only(collector), "AWS::StepFunctions::StateMachine");
        machine.GetProperty("fault").GetBoolean().ShouldBeTrue();
        machine.GetProperty("annotations").GetProperty("error").GetString().ShouldBe("Declined");
        string exceptionId = machine.GetProperty("subsegments")[0].GetProperty("subsegments")[0].GetProperty("cause").GetProperty("exceptions")[0].GetProperty("id").GetString()!;
        machine.GetProperty("cause").GetString().ShouldBe(exceptionId, "the exception is described once, where it was seen first");
        machine.GetProperty("subsegments")[0].GetProperty("cause").GetString().ShouldBe(exceptionId);
    }

    [Fact]
    public void A_status_of_the_callers_fault_is_an_error_on_every_node()
    {
        using var collector = new XRayTraceCollector();
        _made.OneTask("Declined", 400);

        CollectedTraces.Tree(CollectedTraces.Only(collector)).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              Charge error
                Lambda (aws) error
            charge-card [AWS::Lambda] error
            charge-card [AWS::Lambda::Function] error
              Invocation error

            """);
    }

    [Fact]
    public void The_service_map_counts_each_segment_once_by_the_worst()
    {
        using var collector = new XRayTraceCollector();
        _made.OneTask(null, 200);
        _made.OneTask("Declined", 500);
        _made.OneTask("States.Timeout", 504);
        _made.OneTask("BadRequest", 400);
        _made.OneTask("Lambda.TooManyRequestsException", 429);
        Activity? execution = _made.Execution("Orders", "mocked", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        HandMadeTrace.End(_made.Call("mocked-function", 0), 1);
        _made.EndState(state, null, 1, 1);
        HandMadeTrace.Fail(execution, "States.Runtime", 500);
        _made.EndExecution(execution, "FAILED", 1);

        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldBe(
        [
            "Client|client: none",
            "Orders|AWS::StepFunctions::StateMachine: ok 5, fault 1",
            "charge-card|AWS::Lambda: ok 1, error 1, throttle 1, fault 2",
            "charge-card|AWS::Lambda::Function: ok 1, error 1, throttle 1, fault 2",
            "mocked-function|AWS::Lambda: ok 1",
        ]);
    }
}
