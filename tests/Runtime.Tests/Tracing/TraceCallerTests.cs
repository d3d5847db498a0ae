using System;
using System.Diagnostics;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>What the caller of a trace decides.</summary>
[Collection(ListeningTests.Name)]
public sealed class TraceCallerTests : IDisposable
{
    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void A_remote_caller_is_the_parent_and_decides_whether_the_trace_is_recorded()
    {
        using var collector = new XRayTraceCollector();
        var sampled = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);
        var unsampled = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.None, isRemote: true);
        foreach (ActivityContext caller in (ActivityContext[])[sampled, unsampled])
        {
            Activity? execution = _made.Execution("Orders", "run-1", 0, caller);
            _made.EndState(_made.State("Done", "Succeed", 0), null, 1, 1);
            _made.EndExecution(execution, "SUCCEEDED", 1);
        }

        XRayTrace trace = CollectedTraces.Only(collector, sampled.SpanId.ToHexString());
        CollectedTraces.Segment(trace, "AWS::StepFunctions::StateMachine").GetProperty("parent_id").GetString().ShouldBe(sampled.SpanId.ToHexString());
    }

    public static TheoryData<string, ActivityTraceFlags> Callers
    {
        get
        {
            var cases = new TheoryData<string, ActivityTraceFlags>();
            foreach (string way in (string[])["ids", "traceparent", "local context", "remote context", "context of the execution"])
            {
                cases.Add(way, ActivityTraceFlags.None);
                cases.Add(way, ActivityTraceFlags.Recorded);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void A_caller_decides_whether_the_trace_is_recorded_however_it_is_told(string way, ActivityTraceFlags flags)
    {
        using var framework = new ActivitySource("Some.Framework");
        using var propagation = new ActivityListener
        {
            ShouldListenTo = source => source.Name == framework.Name,
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
        };
        if (flags == ActivityTraceFlags.None)
        {
            ActivitySource.AddActivityListener(propagation);
        }
        else
        {
            propagation.Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded;
            ActivitySource.AddActivityListener(propagation);
        }

        var trace = ActivityTraceId.CreateRandom();
        var span = ActivitySpanId.CreateRandom();
        using var collector = new XRayTraceCollector();
        using Activity? request = way switch
        {
            "ids" => new Activity("request").SetParentId(trace, span, flags).Start(),
            "traceparent" => new Activity("request").SetParentId($"00-{trace}-{span}-0{(int)flags}").Start(),
            "local context" => framework.StartActivity("request", ActivityKind.Server, new ActivityContext(trace, span, flags)),
            "remote context" => framework.StartActivity("request", ActivityKind.Server, new ActivityContext(trace, span, flags, isRemote: true)),
            _ => null,
        };
        Activity? execution = _made.Execution("Orders", "run-1", 0, request is null ? new ActivityContext(trace, span, flags) : default);
        _made.EndState(_made.State("Done", "Succeed", 0), null, 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        collector.GetTraces().Length.ShouldBe(flags == ActivityTraceFlags.Recorded ? 1 : 0);
        collector.GetTimelines().Length.ShouldBe(flags == ActivityTraceFlags.Recorded ? 1 : 0);
    }

    [Fact]
    public void A_local_activity_without_the_flag_does_not_decide()
    {
        using var collector = new XRayTraceCollector();
        using var request = new Activity("request");
        request.Start();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        CollectedTraces.Segment(CollectedTraces.Only(collector, request.SpanId.ToHexString()), "AWS::StepFunctions::StateMachine").GetProperty("name").GetString().ShouldBe("Orders");
    }

    [Theory]
    [InlineData("5759e988bd862e3fe1be46a994272793")]
    [InlineData("00112233445566778899aabbccddeeff")]
    public void A_callers_trace_id_is_kept_whatever_the_executions_clock_says(string w3cId)
    {
        using var collector = new XRayTraceCollector();
        var caller = new ActivityContext(ActivityTraceId.CreateFromString(w3cId), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded, isRemote: true);
        Activity? execution = _made.Execution("Orders", "run-1", 0, caller);
        _made.EndState(_made.State("Done", "Succeed", 0), null, 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        CollectedTraces.Only(collector, caller.SpanId.ToHexString()).Id.ShouldBe($"1-{w3cId[..8]}-{w3cId[8..]}");
    }
}
