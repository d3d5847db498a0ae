using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Recursion in the user's code becomes activities inside each other: whoever reads them must not run out of stack.</summary>
[Collection(ListeningTests.Name)]
public sealed class DeepTraceTests : IDisposable
{
    private const int Levels = 20_000;

    private static readonly XRayTraceCollectorOptions s_options = new() { Sources = [HandMadeTrace.UserSource] };

    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public void Activities_inside_each_other_are_all_there()
    {
        using var collector = new XRayTraceCollector(s_options);
        RunDeepHandler(Levels);

        CollectedTraces.Only(collector).Segments.SelectMany(segment => Names(JsonDocument.Parse(segment.Document).RootElement))
            .Count(name => name == "Level").ShouldBe(Levels);
    }

    [Fact]
    public void What_is_nested_deeper_than_25_levels_hangs_on_the_25th()
    {
        const int levels = 100;
        using var collector = new XRayTraceCollector(s_options);
        RunDeepHandler(levels);

        JsonElement part = CollectedTraces.Segment(CollectedTraces.Only(collector), "AWS::Lambda::Function").GetProperty("subsegments")[0];
        for (int level = 1; level <= 25; level++)
        {
            part = part.GetProperty("subsegments").EnumerateArray().ShouldHaveSingleItem();
        }

        part.GetProperty("subsegments").GetArrayLength().ShouldBe(levels - 25);
        Names(part).Count().ShouldBe(levels - 25 + 1, "nothing is nested deeper");
    }

    [Fact]
    public void An_error_from_the_depths_is_described_once_and_referred_to_from_above()
    {
        using var collector = new XRayTraceCollector(s_options);
        RunDeepHandler(100, HandMadeTrace.Thrown(new InvalidOperationException("deep")));

        string[] documents = [.. CollectedTraces.Only(collector).Segments.Select(segment => segment.Document)];
        documents.Sum(document => document.Split("\"exceptions\"").Length - 1).ShouldBe(1);
        documents.Sum(document => document.Split("\"cause\":\"").Length - 1).ShouldBe(101, "99 levels, the invocation and the function refer to it");
    }

    [Fact]
    public void All_views_of_a_deep_trace_can_be_read()
    {
        using var collector = new XRayTraceCollector(s_options);
        using var report = new TraceReport(path: null, s_options);
        RunDeepHandler(Levels);

        ServiceMapTable.Nodes(collector.GetServiceMap()).ShouldContain("charge-card|AWS::Lambda::Function: ok 1");
        report.ToHtml().ShouldContain("charge-card");
        string path = Path.GetTempFileName();
        try
        {
            collector.WriteOtlpFile(path);
            File.ReadAllText(path).Split("\"name\":\"Level\"").Length.ShouldBe(Levels + 1);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_timeline_of_states_inside_each_other_can_be_read()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        var states = new Stack<Activity?>(Enumerable.Range(0, Levels).Select(_ => _made.State("Level", "Parallel", 0)));
        foreach (Activity? state in states)
        {
            _made.EndState(state, null, 1, 1);
        }

        _made.EndExecution(execution, "SUCCEEDED", 1);
        collector.GetTimelines().ShouldHaveSingleItem().Visits.Select(visit => visit.Depth).ShouldBe(Enumerable.Range(0, Levels));
    }

    [Fact]
    public async Task A_deep_trace_is_sent_whole()
    {
        using var daemon = new RecordingTransport();
        var exporter = new XRayDaemonExporter(new() { Sources = [HandMadeTrace.UserSource], FlushTimeout = Timeout.InfiniteTimeSpan }, daemon);
        RunDeepHandler(Levels);
        await exporter.DisposeAsync();

        exporter.DroppedSpans.ShouldBe(0);
        exporter.FailedDocuments.ShouldBe(0);
        daemon.Documents.SelectMany(document => Names(JsonDocument.Parse(document.Document).RootElement)).Count(name => name == "Level").ShouldBe(Levels);
    }

    private void RunDeepHandler(int levels, Exception? exception = null)
    {
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        Activity? call = _made.Call("charge-card", 0);
        Activity? run = _made.Run("charge-card", 0);
        foreach (Activity? level in new Stack<Activity?>(Enumerable.Range(0, levels).Select(_ => _made.User("Level", ActivityKind.Internal, 0))))
        {
            End(level);
        }

        End(run);
        HandMadeTrace.End(call, 1);
        _made.EndState(state, null, 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);

        void End(Activity? activity)
        {
            if (exception is not null)
            {
                HandMadeTrace.Fail(activity, nameof(InvalidOperationException), null, exception);
            }

            HandMadeTrace.End(activity, 1);
        }
    }

    private static IEnumerable<string> Names(JsonElement part) =>
        (part.TryGetProperty("subsegments", out JsonElement inner) ? inner.EnumerateArray().SelectMany(Names) : []).Prepend(part.GetProperty("name").GetString()!);
}
