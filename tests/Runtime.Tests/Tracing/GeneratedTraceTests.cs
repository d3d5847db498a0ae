using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Traces of random executions and of random spans: whatever they hold, the documents keep X-Ray's rules.</summary>
[Collection(ListeningTests.Name)]
public sealed class GeneratedTraceTests
{
    private const int Cases = 500;

    private static readonly string[] s_texts =
    [
        "", "\0\u0001\u001F", "\uD800", "\uDC00x", "\u202E\u0627\u0628", "\U0001F600\U0001F600", "</script><img onerror=alert(1)>", "a\r\nb\tc", "\uFFFE\uFFFF", "\\\"",
        HandMadeTrace.Text(300), new('\u0007', 5000), new('€', 20_000), "AWS.reserved", "aws:x",
    ];

    [Fact]
    public async Task Executions_of_random_machines()
    {
        int failed = 0;
        int inProgress = 0;
        var faultsWithin = new List<string>();
        for (int seed = 0; seed < Cases; seed++)
        {
            var machine = new GeneratedMachine(seed);
            var random = new Random(seed);
            using var collector = new XRayTraceCollector();
            LocalOptions options = Machines.Virtual(seed);
            foreach (string task in machine.Tasks)
            {
                options.Mock(task, Reply.From<JsonElement>(_ =>
                {
                    if (random.Next(4) == 0)
                    {
                        // What fails in here fails the task, and not the test.
                        XRayTrace soFar = collector.GetTraces()[0];
                        faultsWithin.AddRange(Faults(soFar));
                        inProgress += soFar.Segments[0].Document.Contains("\"in_progress\":true", StringComparison.Ordinal) ? 1 : 0;
                    }

                    return Answer(random);
                }));
            }

            ExecutionResult<JsonElement> run = await Machines.RunAsync(machine.Definition, options: options);
            failed += run.Status == ExecutionStatus.Failed ? 1 : 0;

            XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
            Faults(trace).ShouldBeEmpty($"seed {seed}");
            faultsWithin.ShouldBeEmpty($"seed {seed}");
            trace.Segments.ShouldAllBe(s => !s.Document.Contains("\"in_progress\"", StringComparison.Ordinal));
            trace.Duration.ShouldBe(collector.GetTimelines().ShouldHaveSingleItem().Duration);
        }

        failed.ShouldBeInRange(Cases / 10, Cases * 9 / 10, "both ends are common");
        inProgress.ShouldBeGreaterThan(Cases / 2);
    }

    [Fact]
    public void Random_spans_with_hostile_contents()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("statemachinegen-");
        try
        {
            for (int seed = 0; seed < Cases; seed++)
            {
                var random = new Random(seed);
                using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
                using var made = new HandMadeTrace();
                Activity? root = made.User(Text(random), ActivityKind.Internal, 0);
                Grow(made, random, 0, random.Next(1, 40));
                HandMadeTrace.End(root, random.Next(0, 100));

                Faults(collector.GetTraces().ShouldHaveSingleItem()).ShouldBeEmpty($"seed {seed}");
                string path = Path.Combine(folder.FullName, "trace.otlp.json");
                collector.WriteOtlpFile(path);
                OtlpValidator.Validate(File.ReadAllText(path)).ShouldBeEmpty($"seed {seed}");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Spans_nested_a_thousand_levels_deep()
    {
        using var collector = new XRayTraceCollector(new() { Sources = [HandMadeTrace.UserSource] });
        using var made = new HandMadeTrace();
        Activity?[] spans = [.. Enumerable.Range(0, 1000).Select(i => made.User("Deeper", ActivityKind.Internal, i))];
        foreach (Activity? span in spans.Reverse())
        {
            HandMadeTrace.End(span, 1000);
        }

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        Faults(trace).ShouldBeEmpty();
        trace.Segments.Sum(s => s.Document.Split("\"Deeper\"").Length - 1).ShouldBe(1000);
    }

    [Fact]
    public async Task Five_hundred_iterations_with_large_payloads()
    {
        string payload = HandMadeTrace.Text(200 * 1024);
        using var collector = new XRayTraceCollector();
        LocalOptions options = Machines.Virtual().Mock("Work", Reply.Return(payload));
        string items = string.Join(',', Enumerable.Range(0, 500).Select(i => i.ToString(CultureInfo.InvariantCulture)));
        ExecutionResult<JsonElement> run = await Machines.RunAsync(
            $$"""
            { "QueryLanguage": "JSONata", "StartAt": "Each", "States": { "Each": { "Type": "Map", "Items": [{{items}}], "Output": "done", "End": true, "ItemProcessor": {
                "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "Output": "{% $length($states.result) %}", "End": true } } } } } }
            """,
            options: options);
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        Faults(trace).ShouldBeEmpty();
        trace.Segments.Sum(s => s.Document.Split("\"function_name\"").Length - 1).ShouldBe(500);
    }

    [Fact]
    public async Task An_execution_that_is_stopped_half_way()
    {
        using var collector = new XRayTraceCollector();
        using var stop = new CancellationTokenSource();
        LocalOptions options = Machines.Virtual().Mock("Work", Reply.From<JsonElement>(_ =>
        {
            stop.Cancel();
            return Reply.ReturnJson("1").After(TimeSpan.FromHours(1));
        }));
        await using var machine = LocalStateMachine.FromDefinition(Machines.OneTask(), options);
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}", cancellationToken: stop.Token);
        run.Status.ShouldBe(ExecutionStatus.Aborted);

        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        Faults(trace).ShouldBeEmpty();
        JsonElement segment = JsonDocument.Parse(trace.Segments[0].Document).RootElement;
        segment.GetProperty("error").GetBoolean().ShouldBeTrue();
        segment.GetProperty("annotations").GetProperty("status").GetString().ShouldBe("ABORTED");
    }

    private static Reply Answer(Random random) => random.Next(12) switch
    {
        0 => Reply.Fail(s_texts[6], s_texts[random.Next(s_texts.Length)]),
        1 => Reply.Timeout(),
        2 => Reply.Fail("Lambda.TooManyRequestsException", "later"),
        _ => Reply.ReturnJson("1").After(TimeSpan.FromMilliseconds(random.Next(0, 3000))),
    };

    /// <summary>Adds spans within the current one.</summary>
    private static void Grow(HandMadeTrace made, Random random, int depth, int count)
    {
        for (int i = 0; i < count && depth < 12; i++)
        {
            Activity? span = made.User(Text(random), (ActivityKind)random.Next(5), random.Next(0, 100));
            for (int tag = random.Next(0, 5); tag > 0; tag--)
            {
                span?.AddTag(Text(random), Value(random));
            }

            if (random.Next(3) == 0)
            {
                span?.SetTag(TelemetryNames.HttpStatusCode, Value(random));
            }

            if (random.Next(3) == 0)
            {
                HandMadeTrace.Fail(span, Text(random), random.Next(0, 1000), random.Next(2) == 0 ? Thrown(random) : null, Text(random));
            }

            if (random.Next(4) == 0)
            {
                span?.AddEvent(new ActivityEvent(Text(random), tags: new ActivityTagsCollection { { "x" + Text(random), Value(random) } }));
            }

            Grow(made, random, depth + 1, random.Next(0, 4) - 1);
            HandMadeTrace.End(span, random.Next(0, 100));
        }
    }

    private static Exception Thrown(Random random) => random.Next(4) switch
    {
        0 => HandMadeTrace.ThrownFromDepth(random.Next(0, 120)),
        1 => HandMadeTrace.Thrown(new AggregateException(Enumerable.Range(0, random.Next(0, 30)).Select(_ => HandMadeTrace.ThrownFromDepth(3)))),
        2 => HandMadeTrace.Thrown(new InvalidOperationException(Text(random), HandMadeTrace.Thrown(new FormatException(Text(random))))),
        _ => new FormatException(Text(random)),
    };

    private static string Text(Random random) => s_texts[random.Next(s_texts.Length)];

    private static object? Value(Random random) => random.Next(12) switch
    {
        0 => null,
        1 => random.Next(-1000, 1000),
        2 => long.MaxValue,
        3 => ulong.MaxValue,
        4 => double.NaN,
        5 => decimal.MinValue,
        6 => true,
        7 => new object?[] { 1, "two", null, double.PositiveInfinity },
        8 => random.Next(10) == 0 ? HandMadeTrace.Text(200 * 1024) : null,
        9 => new Uri("https://example.org/"),
        _ => Text(random),
    };

    private static IReadOnlyList<string> Faults(XRayTrace trace) => XRayValidator.Validate(trace.Id, trace.Segments.Select(s => (s.Id, s.Document)));
}
