using System;
using System.Diagnostics;
using System.Linq;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[Collection(ListeningTests.Name)]
public sealed class ExecutionTimelineTests : IDisposable
{
    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void Each_visit_is_a_line_with_a_bar_over_the_executions_duration()
    {
        ExecutionTimeline timeline = Collect(() =>
        {
            _made.Task("First", "one", 0, 5, "Second");
            _made.Task("Second", "two", 5, 10, "GiveUp", "States.Timeout", 504);
            _made.EndState(_made.State("GiveUp", "Fail", 10), null, 1, 10);
        });

        Draw(timeline).ShouldBe(
            """
            First  ===========                 5 s
            Second            xxxxxxxxxxx      5 s ! States.Timeout -> Give~
            GiveUp                      |      0 s
            """.Split('\n'));
        timeline.Render(64, unicode: false).ShouldAllBe(line => line.Length == 64);
        timeline.Visits[1].CaughtBy.ShouldBe("GiveUp");
        timeline.Execution.ShouldBe("run-1");
        timeline.Status.ShouldBe("SUCCEEDED");
    }

    [Fact]
    public void Attempts_and_waits_are_told_apart()
    {
        ExecutionTimeline timeline = Collect(() =>
        {
            Activity? state = _made.State("Flaky", "Task", 0);
            Activity? first = _made.Attempt(1, 0);
            HandMadeTrace.Fail(first, "Oops", 500);
            HandMadeTrace.End(first, 2);
            HandMadeTrace.End(_made.Attempt(2, 6), 10);
            _made.EndState(state, null, 2, 10);
        });

        Draw(timeline, 50).ShouldBe(["Flaky xxxxxx.............=============     10 s x2"]);
        timeline.Render(50)[0].ShouldStartWith("Flaky ▒▒▒▒▒▒·············█████████████");
    }

    [Fact]
    public void An_execution_that_takes_no_time_is_drawn()
    {
        ExecutionTimeline timeline = Collect(() => _made.EndState(_made.State("Only", "Pass", 0), null, 1, 0));

        Draw(timeline, 40)[0].ShouldStartWith("Only |");
    }

    [Fact]
    public void Long_names_are_cut_so_that_the_line_keeps_its_width()
    {
        ExecutionTimeline timeline = Collect(() => _made.Task(HandMadeTrace.Text(80), "f", 0, 1, HandMadeTrace.Text(80), HandMadeTrace.Text(90)));

        timeline.Render(80).ShouldAllBe(line => line.Length == 80);
        timeline.Render(40).ShouldAllBe(line => line.Length == 40);
        Should.Throw<ArgumentOutOfRangeException>(() => timeline.Render(39));
    }

    [Fact]
    public void A_name_with_a_line_end_stays_on_its_line()
    {
        ExecutionTimeline timeline = Collect(() => _made.Task("Call\n\tit", "f", 0, 1, null));

        Draw(timeline, 40).ShouldHaveSingleItem().ShouldStartWith("Call  it ");
    }

    [Fact]
    public void A_name_that_is_cut_keeps_its_end()
    {
        ExecutionTimeline timeline = Collect(() =>
        {
            _made.Task("CallTestFunction1", "one", 0, 1, "CallTestFunction2");
            _made.Task("CallTestFunction2", "two", 1, 2, null);
        });

        Draw(timeline, 40).Select(line => line.Split(' ')[0]).ShouldBe(["CallT~ction1", "CallT~ction2"]);
    }

    private ExecutionTimeline Collect(Action states)
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        states();
        _made.EndExecution(execution, "SUCCEEDED", LastEnd(collector));
        return collector.GetTimelines().ShouldHaveSingleItem();
    }

    private static double LastEnd(XRayTraceCollector collector) => collector.GetTraces().Single().Duration.TotalSeconds;

    private static string[] Draw(ExecutionTimeline timeline, int width = 64) => [.. timeline.Render(width, unicode: false).Select(l => l.TrimEnd())];
}
