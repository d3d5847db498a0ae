using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>X-Ray takes documents of at most 64 kB: what large traces become.</summary>
[Collection(ListeningTests.Name)]
public sealed class SegmentSizeTests : IDisposable
{
    private const int MaxDocumentSize = 64_000;

    private readonly HandMadeTrace _made = new();

    public void Dispose() => _made.Dispose();

    [Fact]
    public async Task An_execution_of_25000_events_becomes_few_documents_with_every_state_once()
    {
        const int states = 12_490;
        string chain = string.Join(",", Enumerable.Range(0, states).Select(i => string.Create(
            CultureInfo.InvariantCulture, $$""" "S{{i}}": { "Type": "Pass", {{(i == states - 1 ? "\"End\": true" : $"\"Next\": \"S{i + 1}\"")}} } """)));
        using var collector = new XRayTraceCollector();
        ExecutionResult<JsonElement> run = await Machines.RunAsync($$"""{ "StartAt": "S0", "States": { {{chain}} } }""");
        run.Status.ShouldBe(ExecutionStatus.Succeeded);

        XRayTrace trace = Valid(collector);
        ShouldBeFew(trace);
        Names(trace).Where(name => name.StartsWith('S') && char.IsAsciiDigit(name[1]))
            .ShouldBe(Enumerable.Range(0, states).Select(i => string.Create(CultureInfo.InvariantCulture, $"S{i}")), "every state is there once, in order");
    }

    [Fact]
    public void Twice_the_states_are_twice_the_work()
    {
        long AllocatedFor(int states)
        {
            using var collector = new XRayTraceCollector();
            Activity? execution = _made.Execution("Orders", "run-1", 0);
            for (int i = 0; i < states; i++)
            {
                _made.EndState(_made.State("Charge", "Pass", i), "Charge", 1, i + 1);
            }

            _made.EndExecution(execution, "SUCCEEDED", states);
            collector.GetTraces();
            long before = GC.GetAllocatedBytesForCurrentThread();
            collector.GetTraces();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // What is written must be allocated; quadratic work would be eight times as much for each state.
        double some = AllocatedFor(1000) / 1000.0;
        double many = AllocatedFor(8000) / 8000.0;
        many.ShouldBeLessThan(1.5 * some);
    }

    [Fact]
    public void Subsegments_that_have_no_room_in_their_parent_are_sent_together_below_it()
    {
        using var collector = new XRayTraceCollector();
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        for (int i = 0; i < 600; i++)
        {
            _made.Task("Charge", "charge-card", i, i + 1, "Charge");
        }

        _made.EndExecution(execution, "SUCCEEDED", 600);

        XRayTrace trace = Valid(collector);
        JsonElement[] documents = [.. trace.Segments.Select(s => JsonDocument.Parse(s.Document).RootElement)];
        JsonElement machine = documents[0];
        JsonElement[] alone = [.. documents.Where(d => d.TryGetProperty("type", out _))];
        alone.Length.ShouldBeInRange(3, 10);
        alone.ShouldAllBe(d => d.GetProperty("parent_id").GetString() == machine.GetProperty("id").GetString());
        int at = machine.GetProperty("subsegments").GetArrayLength();
        foreach (JsonElement range in alone)
        {
            int count = range.GetProperty("subsegments").GetArrayLength();
            range.GetProperty("name").GetString().ShouldBe(string.Create(CultureInfo.InvariantCulture, $"Subsegments {at + 1}-{at + count}"));
            range.GetProperty("start_time").GetRawText().ShouldBe(XRayIds.Time(HandMadeTrace.At(at)));
            at += count;
            range.GetProperty("end_time").GetRawText().ShouldBe(XRayIds.Time(HandMadeTrace.At(at)));
        }

        at.ShouldBe(600, "no state is lost");
        Names(trace).Count(name => name == "Charge").ShouldBe(600);
    }

    [Fact]
    public void Subsegments_are_divided_at_every_depth()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? execution = _made.Execution("Orders", "run-1", 0);
        int count = 0;
        for (int i = 0; i < 20; i++)
        {
            Activity? state = _made.State("Charge", "Pass", i);
            for (int j = 0; j < 20 * i; j++)
            {
                Activity? part = _made.User(string.Create(CultureInfo.InvariantCulture, $"part {count++}"), ActivityKind.Internal, i);
                part?.SetTag("payload", HandMadeTrace.Text(j % 7 == 0 ? 5000 : 50));
                HandMadeTrace.End(part, i + 1);
            }

            _made.EndState(state, null, 1, i + 1);
        }

        _made.EndExecution(execution, "SUCCEEDED", 20);

        XRayTrace trace = Valid(collector);
        ShouldBeFew(trace);
        Names(trace).Where(name => name.StartsWith("part ", StringComparison.Ordinal)).Order().ShouldBe(
            Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"part {i}")).Order());
    }

    [Fact]
    public void Metadata_that_is_too_large_is_cut_before_anything_else()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? large = _made.User("Large", ActivityKind.Internal, 0);
        large?.SetTag("payload", HandMadeTrace.Text(200_000));
        large?.SetTag("numbers", Enumerable.Range(0, 50_000).ToArray());
        large?.SetTag("control", new string('\u0001', 20_000));
        large?.SetTag("order", 17);
        HandMadeTrace.End(_made.User("Inner", ActivityKind.Internal, 0), 1);
        HandMadeTrace.Fail(large, "FormatException", 500, HandMadeTrace.ThrownFromDepth(20));
        HandMadeTrace.End(large, 1);

        JsonElement segment = JsonDocument.Parse(Valid(collector).Segments.ShouldHaveSingleItem("the subsegment stays").Document).RootElement;
        JsonElement metadata = segment.GetProperty("metadata").GetProperty("default");
        metadata.EnumerateObject().Select(tag => tag.Name).ShouldBe(["payload", "numbers", "control", "order"]);
        metadata.GetProperty("payload").GetString()!.ShouldStartWith("0123456789");
        metadata.GetProperty("payload").GetString()!.ShouldEndWith("…");
        metadata.GetProperty("order").GetInt32().ShouldBe(17);
        Encoding.UTF8.GetByteCount(metadata.GetRawText()).ShouldBeInRange(10_000, 16_100);
        segment.GetProperty("cause").GetProperty("exceptions")[0].GetProperty("stack").GetArrayLength().ShouldBeGreaterThan(15);
    }

    [Fact]
    public void A_span_that_is_too_large_by_itself_loses_what_is_not_indexed()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        Activity? large = _made.User("Large", ActivityKind.Internal, 0);
        large?.SetTag("payload", HandMadeTrace.Text(200_000));
        var many = new AggregateException(Enumerable.Range(0, 40).Select(_ => HandMadeTrace.ThrownFromDepth(60)));
        HandMadeTrace.Fail(large, "AggregateException", 500, HandMadeTrace.Thrown(many));
        HandMadeTrace.End(large, 1);

        JsonElement segment = JsonDocument.Parse(Valid(collector).Segments.ShouldHaveSingleItem().Document).RootElement;
        segment.TryGetProperty("metadata", out _).ShouldBeFalse();
        segment.GetProperty("cause").GetProperty("exceptions")[1].GetProperty("truncated").GetInt32().ShouldBeGreaterThan(10);
    }

    private static XRayTrace Valid(XRayTraceCollector collector)
    {
        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document))).ShouldBeEmpty();
        trace.Segments.Max(s => Encoding.UTF8.GetByteCount(s.Document)).ShouldBeLessThanOrEqualTo(MaxDocumentSize);
        return trace;
    }

    private static void ShouldBeFew(XRayTrace trace)
    {
        long bytes = trace.Segments.Sum(s => (long)Encoding.UTF8.GetByteCount(s.Document));
        ((long)trace.Segments.Length).ShouldBeLessThanOrEqualTo((2 * bytes / MaxDocumentSize) + 1, $"{bytes} bytes");
    }

    /// <summary>The names of all segments and subsegments, in the order of the documents.</summary>
    private static IEnumerable<string> Names(XRayTrace trace) => trace.Segments.SelectMany(s => NamesIn(JsonDocument.Parse(s.Document).RootElement));

    private static IEnumerable<string> NamesIn(JsonElement part) =>
        (part.TryGetProperty("subsegments", out JsonElement inner) ? inner.EnumerateArray().SelectMany(NamesIn) : []).Prepend(part.GetProperty("name").GetString()!);
}
