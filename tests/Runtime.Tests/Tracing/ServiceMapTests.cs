using System;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public sealed class ServiceMapTests
{
    private const string Machine = "AWS::StepFunctions::StateMachine";
    private const string Lambda = "AWS::Lambda";

    [Fact]
    public void Nodes_tell_what_the_callee_says_and_edges_what_the_caller_says()
    {
        // The caller gives up after 5 s; the function goes on, and ends well after 7 s.
        Segment timedOut = Run("t1", 0, 6, SegmentOutcome.Ok, Call("t1", "c1", 0, 5, SegmentOutcome.Fault));
        Segment late = Answer("t1", "c1", "work", Lambda, 0, 7, SegmentOutcome.Ok);
        Segment fine = Run("t2", 60, 61, SegmentOutcome.Ok, Call("t2", "c1", 60, 61, SegmentOutcome.Ok));
        Segment quick = Answer("t2", "c1", "work", Lambda, 60, 61, SegmentOutcome.Ok);
        Segment refused = Run("t3", 119, 120, SegmentOutcome.Fault, Call("t3", "c1", 119, 120, SegmentOutcome.Throttle));
        Segment throttled = Answer("t3", "c1", "work", Lambda, 119.5, 120, SegmentOutcome.Throttle);

        ServiceMap map = ServiceMap.Of([timedOut, late, fine, quick, refused, throttled]);

        ServiceMapTable.Nodes(map).ShouldBe(
        [
            "Client|client: none",
            "Orders|AWS::StepFunctions::StateMachine: ok 2, fault 1",
            "work|AWS::Lambda: ok 2, throttle 1",
        ]);
        ServiceMapTable.Edges(map).ShouldBe(
        [
            "Client|client -> Orders|AWS::StepFunctions::StateMachine: ok 2, fault 1, 2.667 s on average",
            "Orders|AWS::StepFunctions::StateMachine -> work|AWS::Lambda: ok 1, throttle 1, fault 1, 2.333 s on average",
        ]);
        ServiceMapTable.Times(map).ShouldBe(
        [
            "Client|client: 0 s on average",
            "Orders|AWS::StepFunctions::StateMachine: 2.667 s on average",
            "work|AWS::Lambda: 2.833 s on average",
        ]);
        map.Start.ShouldBe(new DateTimeOffset(HandMadeTrace.Start));
        map.Duration.ShouldBe(TimeSpan.FromMinutes(2));
        map.PerMinute(3).ShouldBe(1.5);
    }

    [Fact]
    public void A_call_that_nobody_answered_leads_to_an_inferred_node()
    {
        Segment run = Run(
            "t1", 0, 9, SegmentOutcome.Ok,
            Call("t1", "c1", 0, 1, SegmentOutcome.Ok, callee: ("mocked", Lambda)),
            Call("t1", "c2", 1, 3, SegmentOutcome.Error, callee: ("mocked", Lambda)),
            Call("t1", "c3", 3, 4, SegmentOutcome.Ok, "remote", name: "bank.example"),
            Call("t1", "c4", 4, 5, SegmentOutcome.Ok, null, name: "local work"));

        ServiceMap map = ServiceMap.Of([run]);

        ServiceMapTable.Edges(map).ShouldBe(
        [
            "Client|client -> Orders|AWS::StepFunctions::StateMachine: ok 1, 9 s on average",
            "Orders|AWS::StepFunctions::StateMachine -> bank.example|remote: ok 1, 1 s on average",
            "Orders|AWS::StepFunctions::StateMachine -> mocked|AWS::Lambda: ok 1, error 1, 1.5 s on average",
        ]);
        ServiceMapTable.Nodes(map).ShouldContain("mocked|AWS::Lambda: ok 1, error 1", "both sides show the same");
    }

    [Fact]
    public void Whoever_is_not_known_is_the_client()
    {
        Segment fromOutside = Answer("t1", "elsewhere", "work", Lambda, 0, 1, SegmentOutcome.Ok);
        Segment call = Call("t2", "c1", 0, 1, SegmentOutcome.Ok);
        call.IsStandalone = true;
        call.ParentId = "still running";
        Segment ofUnfinished = Answer("t2", "c1", "work", Lambda, 0, 3, SegmentOutcome.Ok);

        ServiceMapTable.Edges(ServiceMap.Of([fromOutside, call, ofUnfinished])).ShouldBe(["Client|client -> work|AWS::Lambda: ok 2, 1 s on average"]);
    }

    [Fact]
    public void Part_of_a_segment_that_was_sent_alone_belongs_to_it()
    {
        Segment run = Run("t1", 0, 9, SegmentOutcome.Ok);
        Segment call = Call("t1", "c1", 0, 1, SegmentOutcome.Ok, callee: ("work", Lambda));
        call.IsStandalone = true;
        call.ParentId = run.Id;

        ServiceMapTable.Edges(ServiceMap.Of([call, run])).ShouldContain("Orders|AWS::StepFunctions::StateMachine -> work|AWS::Lambda: ok 1, 1 s on average");
    }

    [Fact]
    public void Ids_are_those_of_one_trace()
    {
        Segment run = Run("t1", 0, 1, SegmentOutcome.Ok, Call("t1", "c1", 0, 1, SegmentOutcome.Ok, callee: ("work", Lambda)));
        Segment other = Answer("t2", "c1", "work", Lambda, 0, 1, SegmentOutcome.Ok);

        ServiceMapTable.Edges(ServiceMap.Of([run, other])).ShouldContain("Client|client -> work|AWS::Lambda: ok 1, 1 s on average");
    }

    [Fact]
    public void A_machine_can_call_itself_and_two_can_call_each_other()
    {
        Segment outer = Run("t1", 0, 9, SegmentOutcome.Ok, Call("t1", "c1", 0, 4, SegmentOutcome.Ok));
        Segment inner = Answer("t1", "c1", "Orders", Machine, 0, 4, SegmentOutcome.Ok);
        inner.Subsegments.Add(Call("t1", "c2", 1, 2, SegmentOutcome.Ok));
        Segment back = Answer("t1", "c2", "Returns", Machine, 1, 2, SegmentOutcome.Ok);
        back.Subsegments.Add(Call("t1", "c3", 1, 2, SegmentOutcome.Ok, callee: ("Orders", Machine)));

        ServiceMapTable.Edges(ServiceMap.Of([outer, inner, back])).ShouldBe(
        [
            "Client|client -> Orders|AWS::StepFunctions::StateMachine: ok 1, 9 s on average",
            "Orders|AWS::StepFunctions::StateMachine -> Orders|AWS::StepFunctions::StateMachine: ok 1, 4 s on average",
            "Orders|AWS::StepFunctions::StateMachine -> Returns|AWS::StepFunctions::StateMachine: ok 1, 1 s on average",
            "Returns|AWS::StepFunctions::StateMachine -> Orders|AWS::StepFunctions::StateMachine: ok 1, 1 s on average",
        ]);
    }

    [Fact]
    public void Without_segments_there_is_nothing()
    {
        ServiceMap map = ServiceMap.Of([]);
        map.Nodes.ShouldBeEmpty();
        map.Edges.ShouldBeEmpty();
        map.PerMinute(0).ShouldBeNull();
        map.ToSvg().ShouldStartWith("<svg ");
    }

    private static Segment Run(string trace, double from, double to, SegmentOutcome outcome, params Segment[] parts)
    {
        var segment = new Segment("Orders", "run", trace, HandMadeTrace.At(from), HandMadeTrace.At(to)) { Origin = Machine, Outcome = outcome };
        segment.Subsegments.AddRange(parts);
        return segment;
    }

    private static Segment Answer(string trace, string parent, string name, string origin, double from, double to, SegmentOutcome outcome) =>
        new(name, "answer to " + parent, trace, HandMadeTrace.At(from), HandMadeTrace.At(to)) { Origin = origin, ParentId = parent, Outcome = outcome };

    private static Segment Call(
        string trace, string id, double from, double to, SegmentOutcome outcome, string? kind = "aws", (string Name, string Origin)? callee = null, string name = "Lambda") =>
        new(name, id, trace, HandMadeTrace.At(from), HandMadeTrace.At(to))
        {
            IsSubsegment = true,
            Namespace = kind,
            Outcome = outcome,
            CalleeName = callee?.Name,
            CalleeOrigin = callee?.Origin,
        };
}
