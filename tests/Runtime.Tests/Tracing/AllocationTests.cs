using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Tracing;

[CollectionDefinition(nameof(NobodyListens), DisableParallelization = true)]
public sealed class NobodyListens;

/// <summary>Not beside other tests: their listeners would be listened to.</summary>
[Collection(nameof(NobodyListens))]
public class AllocationTests
{
    private const string Pass = """ "Type": "Pass" """;
    private const string Retry = """ "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 1, "MaxAttempts": 2 } ] """;
    private const string Parallel = """ "Type": "Parallel", "ResultPath": null, "Branches": [ { "StartAt": "#A", "States": { "#A": { "Type": "Pass", "End": true } } } ] """;
    private const string Map = """
         "Type": "Map", "ItemsPath": "$.items", "ResultPath": null,
        "ItemProcessor": { "StartAt": "#A", "States": { "#A": { "Type": "Pass", "End": true } } }
        """;
    private const string Task = """ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work" """;
    private const string RetriedTask = Task + "," + Retry;
    private const string RetriedParallel = Parallel + "," + Retry;
    private const string RetriedMap = Map + "," + Retry;

    private const string Input = """{ "items": [ 1 ] }""";

    // Bytes on 64 bits.
    private const int SmallestObject = 24;

    [Theory]
    [InlineData(Pass)]
    [InlineData(Parallel)]
    [InlineData(RetriedParallel)]
    [InlineData(Map)]
    [InlineData(RetriedMap)]
    public void Without_a_listener_tracing_allocates_nothing_for_a_state(string state)
    {
        // The just-in-time compiler optimizes between runs, and then keeps some objects off the heap: where the two runs
        // met different code, they are measured again. What tracing allocated would be there every time.
        long difference = long.MaxValue;
        for (int i = 0; i < 10 && difference != 0; i++)
        {
            difference = PerThousandStates(state, hasTelemetry: true) - PerThousandStates(state, hasTelemetry: false);
        }

        difference.ShouldBe(0);
    }

    /// <summary>
    /// Handlers run on other threads, and whether a wait for one allocates depends on who is first. So all threads are
    /// measured, several times, and the difference may be anything below one object for every other state.
    /// </summary>
    [Theory]
    [InlineData(Task)]
    [InlineData(RetriedTask)]
    public void Without_a_listener_tracing_allocates_nothing_for_a_handler(string state)
    {
        long difference = long.MaxValue;
        for (int i = 0; i < 10 && difference >= 500 * SmallestObject; i++)
        {
            difference = PerThousandStates(state, hasTelemetry: true) - PerThousandStates(state, hasTelemetry: false);
        }

        difference.ShouldBeLessThan(500 * SmallestObject);
    }

    /// <summary>Whoever does not sample an execution pays for its span, and for none of its states.</summary>
    [Theory]
    [InlineData(ActivitySamplingResult.None)]
    [InlineData(ActivitySamplingResult.PropagationData)]
    public void A_listener_that_samples_nothing_costs_nothing_for_a_state(ActivitySamplingResult result)
    {
        using ActivityListener listener = Listen(result);
        long difference = long.MaxValue;
        for (int i = 0; i < 10 && difference != 0; i++)
        {
            difference = PerThousandStates(RetriedMap, hasTelemetry: true) - PerThousandStates(RetriedMap, hasTelemetry: false);
        }

        difference.ShouldBe(0);
    }

    [Theory]
    [InlineData(Pass)]
    [InlineData(Parallel)]
    [InlineData(Map)]
    [InlineData(Task)]
    [InlineData(RetriedTask)]
    public void With_a_listener_the_same_measurement_sees_the_spans(string state)
    {
        using ActivityListener listener = Listen(ActivitySamplingResult.AllData);
        PerThousandStates(state, hasTelemetry: true).ShouldBeGreaterThan(PerThousandStates(state, hasTelemetry: false) + 100_000);
    }

    private static ActivityListener Listen(ActivitySamplingResult result)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StateMachineGen.Tracing.TelemetryNames.Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => result,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static long PerThousandStates(string state, bool hasTelemetry) => Allocated(2000, state, hasTelemetry) - Allocated(1000, state, hasTelemetry);

    /// <summary>What the second of two runs allocates.</summary>
    private static long Allocated(int states, string state, bool hasTelemetry)
    {
        string chain = string.Join(",", Enumerable.Range(0, states).Select(i => string.Create(
            CultureInfo.InvariantCulture, $$"""  "S{{i}}": { {{state.Replace("#", $"S{i}", StringComparison.Ordinal)}}, {{(i == states - 1 ? "\"End\": true" : $"\"Next\": \"S{i + 1}\"")}} } """)));
        var machine = Machines.Create<JsonElement, JsonElement>(
            $$"""{ "StartAt": "S0", "States": { {{chain}} } }""",
            new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, HasTelemetry = hasTelemetry },
            null,
            !HasHandlers(state) ? [] : [.. Enumerable.Range(0, states).Select(i => Machines.Task<JsonElement, JsonElement>(
                string.Create(CultureInfo.InvariantCulture, $"S{i}"), static (input, _) => System.Threading.Tasks.Task.FromResult(input)))]);
        return HasHandlers(state) ? AllocatedByProcess(machine) : AllocatedByThread(machine);
    }

    private static bool HasHandlers(string state) => state.Contains("\"Task\"", StringComparison.Ordinal);

    private static long AllocatedByThread(LocalStateMachine<JsonElement, JsonElement> machine)
    {
        long allocated = 0;
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 2; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                var running = machine.ExecuteJsonAsync(Input);
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                Succeeded(running);
            }
        });
        thread.Start();
        thread.Join();
        return allocated;
    }

    private static long AllocatedByProcess(LocalStateMachine<JsonElement, JsonElement> machine)
    {
        Succeeded(machine.ExecuteJsonAsync(Input));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Succeeded(machine.ExecuteJsonAsync(Input));
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static void Succeeded(System.Threading.Tasks.Task<ExecutionResult<JsonElement>> running) =>
        running.GetAwaiter().GetResult().Status.ShouldBe(ExecutionStatus.Succeeded);
}
