using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[Collection(ListeningTests.Name)]
public sealed class XRayTraceCollectorTests : IDisposable
{
    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void A_trace_of_more_than_500_kB_exceeds_the_limit()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        foreach (int parts in (int[])[30, 40])
        {
            Activity? root = _made.User("Large", ActivityKind.Internal, 0);
            for (int i = 0; i < parts; i++)
            {
                Activity? part = _made.User("Part", ActivityKind.Internal, 0);
                part?.SetTag("payload", HandMadeTrace.Text(15_000));
                HandMadeTrace.End(part, 1);
            }

            HandMadeTrace.End(root, 1);
        }

        collector.GetTraces().Select(trace => trace.LimitExceeded).ShouldBe([false, true]);
    }

    [Fact]
    public void The_same_spans_give_the_same_documents()
    {
        using var collector = new XRayTraceCollector();
        _made.OneTask("Declined", 500);

        CollectedTraces.Only(collector).Segments.ShouldBe(CollectedTraces.Only(collector).Segments);
    }

    [Fact]
    public async Task Executions_on_many_threads_are_collected_whole()
    {
        using var collector = new XRayTraceCollector();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(
            () =>
            {
                Activity? execution = _made.Execution("Orders", $"run-{i}", i);
                _made.Task("Charge", "charge-card", i, i + 1, null);
                _made.EndExecution(execution, "SUCCEEDED", i + 1);
                collector.GetTraces();
            },
            TestContext.Current.CancellationToken)));

        ImmutableArray<XRayTrace> traces = collector.GetTraces();
        traces.Length.ShouldBe(50);
        traces.ShouldAllBe(t => t.Segments.Length == 3);
        traces.SelectMany(CollectedTraces.Faults).ShouldBeEmpty();
    }

    [Fact]
    public void The_file_has_the_shape_of_BatchGetTraces_and_replaces_an_older_one()
    {
        using var collector = new XRayTraceCollector();
        _made.OneTask(null, 200);
        _made.OneTask("Declined", 500);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("statemachinegen-");
        try
        {
            string path = Path.Combine(folder.FullName, "new", "trace.xray.json");
            collector.WriteFile(path);
            collector.WriteFile(path);

            using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
            JsonElement trace = file.RootElement.GetProperty("Traces")[0];
            trace.GetProperty("Duration").GetDouble().ShouldBe(1);
            file.RootElement.GetProperty("Traces").GetArrayLength().ShouldBe(2);
            trace.GetProperty("Segments")[0].GetProperty("Document").ValueKind.ShouldBe(JsonValueKind.String);
            XRayValidator.ValidateFile(path).ShouldBeEmpty();
            Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path], "no temporary file is left");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_was_collected_stays_after_disposal_and_nothing_is_added()
    {
        var collector = new XRayTraceCollector();
        _made.OneTask(null, 200);
        collector.Dispose();
        _made.Execution("Orders", "run-2", 0).ShouldBeNull("nobody listens any more");

        CollectedTraces.Only(collector).Segments.Length.ShouldBe(3);
    }

    [Fact]
    public void What_has_ended_can_be_forgotten()
    {
        using var collector = new XRayTraceCollector();
        _made.OneTask(null, 200);
        Activity? execution = _made.Execution("Orders", "run-2", 0);
        _made.EndState(_made.State("First", "Pass", 0), "Last", 1, 1);

        collector.Clear();
        CollectedTraces.Only(collector).Segments.ShouldHaveSingleItem().Document.ShouldContain("run-2");

        _made.EndState(_made.State("Last", "Pass", 1), null, 1, 2);
        _made.EndExecution(execution, "SUCCEEDED", 2);
        CollectedTraces.Tree(CollectedTraces.Only(collector)).ShouldBe(
            """
            Orders [AWS::StepFunctions::StateMachine]
              First
              Last

            """,
            "a trace that ran when others were forgotten is whole");

        collector.Clear();
        collector.GetTraces().ShouldBeEmpty();
        collector.GetTimelines().ShouldBeEmpty();
        _made.OneTask(null, 200);
        CollectedTraces.Only(collector).Segments.Length.ShouldBe(3);
    }

    [Fact]
    public void A_trace_that_goes_on_after_it_was_forgotten_keeps_its_id()
    {
        using var collector = new XRayTraceCollector();
        using Activity request = new Activity("request").Start();
        string[] ids = new string[2];
        for (int i = 0; i < ids.Length; i++)
        {
            _made.OneTask(null, 200);
            ids[i] = collector.GetTraces().ShouldHaveSingleItem().Id;
            collector.Clear();
        }

        ids[1].ShouldBe(ids[0]);
    }

    [Fact]
    public void What_an_activity_said_when_it_ended_counts()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        List<string> basket = ["book"];
        Activity? span = _made.User("Order", ActivityKind.Internal, 0);
        span?.SetTag("basket", basket);
        span?.SetTag("count", 100);
        HandMadeTrace.End(span, 1);
        basket.Add("pen");
        span?.SetTag("count", 200);
        span?.SetTag("late", true);
        span?.DisplayName = "Renamed";

        JsonElement segment = JsonDocument.Parse(CollectedTraces.Only(collector).Segments.ShouldHaveSingleItem().Document).RootElement;
        segment.GetProperty("name").GetString().ShouldBe("Order");
        segment.GetProperty("metadata").GetRawText().ShouldBe("""{"default":{"basket":["book"],"count":100}}""");
    }

    [Fact]
    public void Activities_that_have_ended_are_not_kept()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        (WeakReference Activity, WeakReference Property) ended = EndOne();
        GC.Collect();
        ended.Activity.IsAlive.ShouldBeFalse();
        ended.Property.IsAlive.ShouldBeFalse();
        collector.GetTraces().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_span_takes_less_than_half_a_kilobyte()
    {
        const int states = 10_000;
        using var collector = new XRayTraceCollector();
        _made.OneTask(null, 200);
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 0; i < states; i++)
        {
            _made.EndState(_made.State("Charge", "Pass", i), "Charge", 1, i + 1);
        }

        ((GC.GetTotalMemory(forceFullCollection: true) - before) / states).ShouldBeInRange(100, 512);
        _made.EndExecution(execution, "SUCCEEDED", states);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private (WeakReference Activity, WeakReference Property) EndOne()
    {
        object property = new();
        Activity? activity = _made.User("Order", ActivityKind.Internal, 0);
        activity!.SetCustomProperty("mine", property);
        HandMadeTrace.End(activity, 1);
        return (new WeakReference(activity), new WeakReference(property));
    }
}
