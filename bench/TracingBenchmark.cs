using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Testing;
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
        ("XRayDaemonExporter", static () => new Daemon()),
    ];

    public void Run()
    {
        output.WriteLine("| workload | listener | spans | µs per state | throughput | µs per span |");
        output.WriteLine("|---|---|---|---|---|---|");
        Measure("1,000 Pass states", Machine(Chain()), "{}");
        Measure("1,000 Pass states in a Map's iterations", Machine(Map()), $"[{string.Join(',', Enumerable.Range(0, States))}]");
        Measure("a Task that succeeds at its 1,000th attempt", Machine(Retried()), "{}");
    }

    private static LocalStateMachine<JsonElement, JsonElement> Machine(string asl)
    {
        int calls = 0;
        var options = new LocalOptions { Seed = 1, TimeProvider = new VirtualTimeProvider(), Limits = new ExecutionLimits { HistoryEvents = int.MaxValue } };
        return LocalStateMachine.FromDefinition(asl, options.Function<JsonElement, JsonElement>(
            "work",
            (input, _) => ++calls % States == 0 ? Task.FromResult(input) : throw new InvalidOperationException("Come again.")));
    }

    private void Measure(string workload, LocalStateMachine<JsonElement, JsonElement> machine, string input)
    {
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
            ShouldListenTo = static source => IsOurs(source),
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
            ShouldListenTo = static source => IsOurs(source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => result,
            ActivityStarted = static _ => { },
            ActivityStopped = static _ => { },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static bool IsOurs(ActivitySource source) => source.Name is TelemetryNames.Source or TelemetryNames.TasksSource;

    private static string Chain()
    {
        IEnumerable<string> states = Enumerable.Range(0, States).Select(static i => string.Create(
            CultureInfo.InvariantCulture, $$""" "S{{i}}": { "Type": "Pass", {{(i == States - 1 ? "\"End\": true" : $"\"Next\": \"S{i + 1}\"")}} } """));
        return $$"""{ "StartAt": "S0", "States": { {{string.Join(',', states)}} } }""";
    }

    private static string Map() =>
        """{ "StartAt": "M", "States": { "M": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } } } } }""";

    private static string Retried() => string.Create(CultureInfo.InvariantCulture, $$"""
        { "StartAt": "T", "States": { "T": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true,
          "Retry": [ { "ErrorEquals": [ "States.TaskFailed" ], "IntervalSeconds": 1, "BackoffRate": 1, "MaxAttempts": {{States}} } ] } } }
        """);

    /// <summary>The exporter with a socket in a daemon's place that takes datagrams and reads none.</summary>
    private sealed class Daemon : IDisposable
    {
        private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
        private readonly XRayDaemonExporter _exporter;

        public Daemon() => _exporter = new XRayDaemonExporter(new XRayDaemonOptions
        {
            Address = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_socket.Client.LocalEndPoint!).Port}"),
            FlushTimeout = TimeSpan.Zero,
        });

        public void Dispose()
        {
            _exporter.DisposeAsync().AsTask().GetAwaiter().GetResult();
            _socket.Dispose();
        }
    }
}
