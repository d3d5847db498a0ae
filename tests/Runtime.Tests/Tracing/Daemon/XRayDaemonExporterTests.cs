using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[Collection(ListeningTests.Name)]
public sealed class XRayDaemonExporterTests : IDisposable
{
    private static readonly XRayDaemonOptions s_patient = new() { Sources = [HandMadeTrace.UserSource], FlushTimeout = Timeout.InfiniteTimeSpan };

    private readonly HandMadeTrace _made = new();
    private readonly RecordingTransport _daemon = new();

    public void Dispose()
    {
        _made.Dispose();
        _daemon.Dispose();
    }

    [Fact]
    public async Task What_is_sent_is_what_the_collector_writes()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource], ServiceVersion = "2.1" });
        await using (var exporter = new XRayDaemonExporter(s_patient with { ServiceVersion = "2.1" }, _daemon))
        {
            Activity? execution = _made.Execution("Orders", "run-1", 0);
            _made.Task("Charge", "charge-card", 0, 1, "Pack", "Declined", exception: HandMadeTrace.Thrown(new InvalidOperationException("no")));
            Activity? state = _made.State("Pack", "Task", 1);
            Attempt(1, 1, 2, "Busy");
            Attempt(2, 4, 5, null);
            _made.EndState(state, null, 2, 5);
            _made.EndExecution(execution, "SUCCEEDED", 5);
        }

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        _daemon.Documents.Select(d => d.Document).Order(StringComparer.Ordinal).ShouldBe(trace.Segments.Select(s => s.Document).Order(StringComparer.Ordinal));

        void Attempt(int number, double from, double to, string? error)
        {
            Activity? attempt = _made.Attempt(number, from);
            _made.Invoke("pack", from, to, error);
            if (error is not null)
            {
                HandMadeTrace.Fail(attempt, error, null);
            }

            HandMadeTrace.End(attempt, to);
        }
    }

    [Fact]
    public async Task What_begins_below_a_request_that_nobody_listens_to_is_a_segment()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        await using (var exporter = new XRayDaemonExporter(s_patient, _daemon))
        using (new Activity("request").SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded).Start())
        {
            HandMadeTrace.End(_made.User("Work", ActivityKind.Internal, 0), 1);
        }

        string document = collector.GetTraces().ShouldHaveSingleItem().Segments.ShouldHaveSingleItem().Document;
        JsonDocument.Parse(document).RootElement.TryGetProperty("type", out _).ShouldBeFalse("it is no part of a segment of this process");
        _daemon.Documents.Select(d => d.Document).ShouldBe([document]);
    }

    [Fact]
    public async Task The_segments_of_a_function_are_sent_when_its_call_has_ended()
    {
        await using var exporter = new XRayDaemonExporter(s_patient, _daemon);
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        Activity? call = _made.Call("charge-card", 0);
        Activity? run = _made.Run("charge-card", 0);
        HandMadeTrace.End(_made.User("Validate", ActivityKind.Internal, 0), 1);
        HandMadeTrace.End(run, 1);
        HandMadeTrace.End(call, 2);

        JsonElement[] function = await _daemon.ReceiveAsync(2);
        function.Select(d => d.GetProperty("origin").GetString()).ShouldBe(["AWS::Lambda", "AWS::Lambda::Function"]);
        function[0].GetProperty("end_time").GetRawText().ShouldBe(XRayIds.Time(HandMadeTrace.At(2)), "the service's segment is as long as the call");
        function[1].GetProperty("subsegments")[0].GetProperty("subsegments")[0].GetProperty("name").GetString().ShouldBe("Validate");

        _made.EndState(state, null, 1, 3);
        _made.EndExecution(execution, "SUCCEEDED", 3);
        JsonElement machine = (await _daemon.ReceiveAsync(1))[0];
        machine.GetProperty("name").GetString().ShouldBe("Orders");
        machine.GetProperty("subsegments")[0].GetProperty("subsegments")[0].GetProperty("aws").GetProperty("request_id").GetString().ShouldBe("charge-card-1");
    }

    [Fact]
    public async Task Of_a_segment_that_runs_on_a_hundred_ended_parts_are_sent_alone()
    {
        await using (var exporter = new XRayDaemonExporter(s_patient, _daemon))
        {
            Activity? execution = _made.Execution("Orders", "run-1", 0);
            for (int i = 0; i < 99; i++)
            {
                _made.EndState(_made.State("Count", "Pass", i), "Count", 1, i + 1);
            }

            exporter.SentDocuments.ShouldBe(0);
            _made.EndState(_made.State("Count", "Pass", 99), "Rest", 1, 100);
            JsonElement[] alone = await _daemon.ReceiveAsync(100);
            alone.ShouldAllBe(d => d.GetProperty("type").GetString() == "subsegment");
            alone.ShouldAllBe(d => d.GetProperty("parent_id").GetString() == execution!.SpanId.ToHexString());
            _made.EndState(_made.State("Rest", "Pass", 100), null, 1, 101);
            _made.EndExecution(execution, "SUCCEEDED", 101);
        }

        (string Id, string Document)[] documents = [.. _daemon.Documents];
        documents.Length.ShouldBe(101);
        JsonDocument.Parse(documents[^1].Document).RootElement.GetProperty("subsegments")[0].GetProperty("name").GetString().ShouldBe("Rest");
        Faults(documents).ShouldBeEmpty();
    }

    [Fact]
    public async Task Attempts_are_sent_with_their_state_however_many_there_are()
    {
        await using (var exporter = new XRayDaemonExporter(s_patient, _daemon))
        {
            Activity? execution = _made.Execution("Orders", "run-1", 0);
            Activity? state = _made.State("Charge", "Task", 0);
            for (int i = 0; i < 150; i++)
            {
                Activity? attempt = _made.Attempt(i + 1, 2 * i);
                _made.Invoke("charge-card", 2 * i, (2 * i) + 1);
                HandMadeTrace.End(attempt, (2 * i) + 1);
            }

            _made.EndState(state, null, 150, 300);
            _made.EndExecution(execution, "SUCCEEDED", 300);
        }

        (string Id, string Document)[] documents = [.. _daemon.Documents];
        Faults(documents).ShouldBeEmpty();
        string[] names = [.. documents.SelectMany(d => Names(JsonDocument.Parse(d.Document).RootElement))];
        names.Count(name => name.StartsWith("Attempt #", StringComparison.Ordinal)).ShouldBe(150);
        names.Count(name => name == "Backoff 1s").ShouldBe(149);
        names.Count(name => name == "Lambda").ShouldBe(150, "no call is sent twice");
        names.Count(name => name == "charge-card").ShouldBe(300, "no run is sent twice");
    }

    [Fact]
    public async Task What_ends_after_its_parent_is_sent_alone()
    {
        await using var exporter = new XRayDaemonExporter(s_patient, _daemon);
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        Activity? state = _made.State("Charge", "Task", 0);
        Activity? call = _made.Call("charge-card", 0);
        Activity? run = _made.Run("charge-card", 0);
        Activity? late = _made.User("Late", ActivityKind.Internal, 0);
        HandMadeTrace.End(call, 1);
        _made.EndState(state, null, 1, 1);
        _made.EndExecution(execution, "SUCCEEDED", 1);
        (await _daemon.ReceiveAsync(1))[0].GetProperty("name").GetString().ShouldBe("Orders");
        HandMadeTrace.End(run, 2);
        (await _daemon.ReceiveAsync(2)).Select(d => d.GetProperty("parent_id").GetString())
            .ShouldBe([call!.SpanId.ToHexString(), XRayIds.Derive(run!.SpanId.ToHexString(), "AWS::Lambda")]);
        HandMadeTrace.End(late, 3);
        (await _daemon.ReceiveAsync(1))[0].GetProperty("parent_id").GetString().ShouldBe(run.SpanId.ToHexString());
    }

    [Fact]
    public async Task What_has_ended_of_an_execution_that_still_runs_is_sent_at_the_end()
    {
        Activity? execution;
        await using (var exporter = new XRayDaemonExporter(s_patient, _daemon))
        {
            execution = _made.Execution("Orders", "run-1", 0);
            _made.EndState(_made.State("First", "Pass", 0), "Second", 1, 1);
        }

        JsonDocument.Parse(_daemon.Documents.ShouldHaveSingleItem().Document).RootElement.GetProperty("parent_id").GetString()
            .ShouldBe(execution!.SpanId.ToHexString());
        _made.EndExecution(execution, "SUCCEEDED", 2);
    }

    [Fact]
    public async Task A_daemon_that_takes_nothing_does_not_slow_executions()
    {
        var never = new TaskCompletionSource();
        using var full = new RecordingTransport { BeforeEach = token => never.Task.WaitAsync(token) };
        var options = new XRayDaemonOptions { QueueCapacity = 2, TimeProvider = new HastyClock() };
        var exporter = new XRayDaemonExporter(options, full);
        const int executions = 50;
        for (int i = 0; i < executions; i++)
        {
            (await Machines.RunAsync("""{ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }""")).Status.ShouldBe(ExecutionStatus.Succeeded);
        }

        exporter.DroppedSpans.ShouldBeGreaterThanOrEqualTo(2 * (executions - 4), "two executions wait in the queue, and one or two are being sent");
        await exporter.DisposeAsync();
        exporter.SentDocuments.ShouldBe(0, "what waited was given up when time was up");
    }

    [Fact]
    public async Task What_was_not_sent_when_time_was_up_is_counted()
    {
        var never = new TaskCompletionSource();
        using var full = new RecordingTransport { BeforeEach = token => never.Task.WaitAsync(token) };
        var exporter = new XRayDaemonExporter(new XRayDaemonOptions { TimeProvider = new HastyClock() }, full);
        _made.OneTask(null, 200);
        Activity? execution = _made.Execution("Orders", "run-2", 0);
        _made.EndState(_made.State("First", "Pass", 0), "Second", 1, 1);

        await exporter.DisposeAsync();
        exporter.SentDocuments.ShouldBe(0);
        exporter.DroppedSpans.ShouldBe(5, "execution, state, call and run of the one, and a state of the other");
        _made.EndExecution(execution, "SUCCEEDED", 2);
    }

    [Fact]
    public async Task A_daemon_that_fails_is_tried_again_with_the_next_document()
    {
        int count = 0;
        using var shaky = new RecordingTransport { BeforeEach = _ => ++count % 2 == 0 ? Task.CompletedTask : throw new InvalidOperationException("no") };
        var exporter = new XRayDaemonExporter(s_patient, shaky);
        for (int i = 0; i < 10; i++)
        {
            _made.EndExecution(_made.Execution("Orders", string.Create(CultureInfo.InvariantCulture, $"run-{i}"), i), "SUCCEEDED", i);
        }

        await exporter.DisposeAsync();
        exporter.FailedDocuments.ShouldBe(5);
        exporter.SentDocuments.ShouldBe(5);
        exporter.DroppedSpans.ShouldBe(0);
    }

    [Fact]
    public async Task Executions_on_many_threads_are_sent_whole()
    {
        await using (var exporter = new XRayDaemonExporter(s_patient, _daemon))
        {
            await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
            {
                Activity? execution = _made.Execution("Orders", string.Create(CultureInfo.InvariantCulture, $"run-{i}"), i);
                _made.Task("Charge", "charge-card", i, i + 1, null);
                _made.EndExecution(execution, "SUCCEEDED", i + 1);
            })));
        }

        (string Id, string Document)[] documents = [.. _daemon.Documents];
        documents.Length.ShouldBe(150);
        documents.GroupBy(d => JsonDocument.Parse(d.Document).RootElement.GetProperty("trace_id").GetString()).ShouldAllBe(trace => Faults(trace).Count == 0);
    }

    [Fact]
    public void A_queue_without_room_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => new XRayDaemonExporter(new XRayDaemonOptions { QueueCapacity = 0 }, _daemon));

    private static IReadOnlyList<string> Faults(IEnumerable<(string Id, string Document)> documents) =>
        XRayValidator.Validate(JsonDocument.Parse(documents.First().Document).RootElement.GetProperty("trace_id").GetString()!, documents);

    private static IEnumerable<string> Names(JsonElement part) =>
        (part.TryGetProperty("subsegments", out JsonElement inner) ? inner.EnumerateArray().SelectMany(Names) : []).Prepend(part.GetProperty("name").GetString()!);

    /// <summary>A clock on which every timer is due at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ThreadPool.QueueUserWorkItem(_ => callback(state));
            return new DueTimer();
        }

        private sealed class DueTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
