using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[Collection(ListeningTests.Name)]
public sealed class SegmentStreamTests : IDisposable
{
    private readonly HandMadeTrace _made = new();
    private readonly ListenedSources _sources = new([HandMadeTrace.UserSource]);
    private readonly List<Activity> _ended = [];
    private readonly SpanListener _listener;
    private long _sequence;

    public SegmentStreamTests() => _listener = new SpanListener(_sources, _ => { }, _ended.Add);

    public void Dispose()
    {
        _listener.Dispose();
        _made.Dispose();
    }

    [Theory]
    [InlineData("attempts")]
    [InlineData("items")]
    [InlineData("levels")]
    [InlineData("levels in attempts")]
    public void Twice_the_spans_are_twice_the_steps(string what)
    {
        long some = Run(200);
        long twice = Run(400);
        (twice - some).ShouldBeInRange(1, some * 3 / 2, "quadratic work would be three times as much");

        long Run(int count)
        {
            _ended.Clear();
            Activity? execution = _made.Execution("Orders", "run-1", 0);
            switch (what)
            {
                case "attempts":
                    Retry(count);
                    break;
                case "items":
                    Activity? map = _made.State("Each", "Map", 0);
                    for (int i = 0; i < count; i++)
                    {
                        Retry(2);
                    }

                    _made.EndState(map, null, 1, 0);
                    break;
                case "levels":
                    Nest(count, () => HandMadeTrace.End(_made.User("Innermost", ActivityKind.Internal, 0), 0));
                    break;
                default:
                    Nest(count, () => Retry(count));
                    break;
            }

            _made.EndExecution(execution, "SUCCEEDED", 0);
            var stream = new SegmentStream(_sources, int.MaxValue);
            Tell(stream).Sum(batch => batch.Count).ShouldBe(_ended.Count, "every span is sent once");
            stream.Held.ShouldBe(0);
            return stream.Steps;
        }
    }

    [Fact]
    public void What_is_told_after_the_end_of_its_segment_is_sent_at_once()
    {
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? late = _made.User("Late", ActivityKind.Internal, 0);
        HandMadeTrace.End(late, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        var stream = new SegmentStream(_sources, int.MaxValue);
        Tell(stream, execution!).ShouldHaveSingleItem();
        Tell(stream, late!).ShouldHaveSingleItem();
        stream.TakeAll().ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_waits_for_a_segment_that_is_not_recorded()
    {
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        execution!.ActivityTraceFlags = ActivityTraceFlags.None;
        HandMadeTrace.End(_made.User("Part", ActivityKind.Internal, 0), 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        var stream = new SegmentStream(_sources, int.MaxValue);
        Tell(stream, _ended.ShouldHaveSingleItem()).ShouldHaveSingleItem();
        stream.Held.ShouldBe(0);
    }

    [Fact]
    public void What_waits_for_a_segment_whose_end_is_not_told_can_be_given_up()
    {
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? part = _made.User("Part", ActivityKind.Internal, 0);
        HandMadeTrace.End(part, 1);
        var stream = new SegmentStream(_sources, int.MaxValue);
        Tell(stream, part!).ShouldBeEmpty();
        stream.TakeStopped().ShouldBeEmpty("the execution still runs");

        _made.EndExecution(execution, "SUCCEEDED", 1);
        stream.TakeStopped().ShouldHaveSingleItem().Count.ShouldBe(1);
        stream.Held.ShouldBe(0);
        Tell(stream, execution!).ShouldHaveSingleItem().Count.ShouldBe(1, "it may be told yet");
    }

    [Fact]
    public void No_more_is_held_than_there_is_room_for()
    {
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Retry(50);
        _made.EndExecution(execution, "SUCCEEDED", 0);

        var stream = new SegmentStream(_sources, capacity: 10);
        int sent = 0;
        foreach (Activity activity in _ended)
        {
            sent += Tell(stream, activity).Sum(batch => batch.Count);
            stream.Held.ShouldBeLessThanOrEqualTo(10);
        }

        sent.ShouldBe(_ended.Count, "what finds no room is sent before its segment");
    }

    private SegmentBatch[] Tell(SegmentStream stream) => [.. _ended.SelectMany(activity => Tell(stream, activity))];

    private IReadOnlyList<SegmentBatch> Tell(SegmentStream stream, Activity activity) =>
        stream.Add(new RecordedSpan(activity, _sources, ++_sequence), activity);

    private void Retry(int attempts)
    {
        Activity? state = _made.State("Charge", "Task", 0);
        for (int i = 0; i < attempts; i++)
        {
            Activity? attempt = _made.Attempt(i + 1, 0);
            _made.Invoke("charge-card", 0, 0, "Busy");
            HandMadeTrace.End(attempt, 0);
        }

        _made.EndState(state, null, attempts, 0);
    }

    private void Nest(int levels, Action innermost)
    {
        var activities = new Stack<Activity?>(Enumerable.Range(0, levels).Select(_ => _made.User("Level", ActivityKind.Internal, 0)));
        innermost();
        foreach (Activity? activity in activities)
        {
            HandMadeTrace.End(activity, 0);
        }
    }
}
