using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Tracing;

namespace StateMachineGen.Bench;

/// <summary>What tracing costs an execution, for each way of listening, in turns within one run.</summary>
internal sealed class TracingBenchmark(TextWriter output)
{
    private const int States = 1000;
    private const int Rounds = 15;
    private const int MillisecondsPerRound = 150;

    private static readonly (string Name, Func<IDisposable?> Listen)[] s_modes =
    [
        ("nobody listens", static () => null),
        ("a listener that samples nothing (None)", static () => Listen(ActivitySamplingResult.None)),
        ("a listener that passes on (PropagationData)", static () => Listen(ActivitySamplingResult.PropagationData)),
        ("a listener that records all", static () => Listen(ActivitySamplingResult.AllDataAndRecorded)),
        ("XRayTraceCollector", static () => new XRayTraceCollector()),
    ];

    public void Run()
    {
        output.WriteLine("| workload | listener | spans | µs per state | throughput | µs per span |");
        output.WriteLine("|---|---|---|---|---|---|");
        Measure("1,000 Pass states", Chain(), "{}");
        Measure("1,000 Pass states in a Map's iterations", Map(), $"[{string.Join(',', Enumerable.Range(0, States))}]");
    }

    private void Measure(string workload, string asl, string input)
    {
        var machine = LocalStateMachine.FromDefinition(asl, new LocalOptions { Seed = 1, Limits = new ExecutionLimits { HistoryEvents = int.MaxValue } });
        var times = new List<double>[s_modes.Length];
        for (int mode = 0; mode < s_modes.Length; mode++)
        {
            times[mode] = [];
            using IDisposable? listener = s_modes[mode].Listen();
            TimeOne(machine, input);
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int mode = 0; mode < s_modes.Length; mode++)
            {
                using IDisposable? listener = s_modes[mode].Listen();
                times[mode].Add(TimeOne(machine, input));
            }
        }

        double alone = Measurement.Median(times[0]);
        for (int mode = 0; mode < s_modes.Length; mode++)
        {
            int spans = CountSpans(machine, input, s_modes[mode].Listen);
            double time = Measurement.Median(times[mode]);
            double perSpan = spans < States ? double.NaN : (time - alone) / spans;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {workload} | {s_modes[mode].Name} | {spans:N0} | {time / States:0.000} | {alone / time:P0} | {(double.IsNaN(perSpan) ? "" : perSpan.ToString("0.00", CultureInfo.InvariantCulture))} |"));
        }
    }

    /// <summary>The time of one execution in microseconds.</summary>
    private static double TimeOne(LocalStateMachine<JsonElement, JsonElement> machine, string input)
    {
        int executions = 0;
        long start = Stopwatch.GetTimestamp();
        do
        {
            Execute(machine, input);
            executions++;
        }
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < MillisecondsPerRound);

        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / executions;
    }

    /// <summary>How many spans of an execution the mode records.</summary>
    private static int CountSpans(LocalStateMachine<JsonElement, JsonElement> machine, string input, Func<IDisposable?> listen)
    {
        int spans = 0;
        using IDisposable? listener = listen();
        using var counter = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TelemetryNames.Source,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.None,
            ActivityStopped = span => spans += span.IsAllDataRequested ? 1 : 0,
        };
        ActivitySource.AddActivityListener(counter);
        Execute(machine, input);
        return spans;
    }

    private static void Execute(LocalStateMachine<JsonElement, JsonElement> machine, string input)
    {
        ExecutionResult<JsonElement> result = machine.ExecuteJsonAsync(input).GetAwaiter().GetResult();
        if (!result.IsSucceeded)
        {
            throw new InvalidOperationException($"{result.Status}, {result.Error}: {result.Cause}");
        }
    }

    private static ActivityListener Listen(ActivitySamplingResult result)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == TelemetryNames.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => result,
            ActivityStarted = static _ => { },
            ActivityStopped = static _ => { },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static string Chain()
    {
        IEnumerable<string> states = Enumerable.Range(0, States).Select(static i => string.Create(
            CultureInfo.InvariantCulture, $$""" "S{{i}}": { "Type": "Pass", {{(i == States - 1 ? "\"End\": true" : $"\"Next\": \"S{i + 1}\"")}} } """));
        return $$"""{ "StartAt": "S0", "States": { {{string.Join(',', states)}} } }""";
    }

    private static string Map() =>
        """{ "StartAt": "M", "States": { "M": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } } } } }""";
}
