using System;
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
    private const string Task = """ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work" """;
    private const string RetriedTask = Task + """, "Retry": [ { "ErrorEquals": [ "Busy" ], "IntervalSeconds": 1, "MaxAttempts": 2 } ] """;

    // Bytes on 64 bits.
    private const int SmallestObject = 24;

    [Fact]
    public void Without_a_listener_tracing_allocates_nothing_for_a_state()
    {
        // The just-in-time compiler optimizes between runs, and then keeps some objects off the heap: where the two runs
        // met different code, they are measured again. What tracing allocated would be there every time.
        long difference = long.MaxValue;
        for (int i = 0; i < 10 && difference != 0; i++)
        {
            difference = PerThousandStates(Pass, hasTelemetry: true) - PerThousandStates(Pass, hasTelemetry: false);
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

    [Theory]
    [InlineData(Pass)]
    [InlineData(Task)]
    [InlineData(RetriedTask)]
    public void With_a_listener_the_same_measurement_sees_the_spans(string state)
    {
        using var listener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name == StateMachineGen.Tracing.TelemetryNames.Source,
            Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => System.Diagnostics.ActivitySamplingResult.AllData,
        };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);
        PerThousandStates(state, hasTelemetry: true).ShouldBeGreaterThan(PerThousandStates(state, hasTelemetry: false) + 100_000);
    }

    private static long PerThousandStates(string state, bool hasTelemetry) => Allocated(2000, state, hasTelemetry) - Allocated(1000, state, hasTelemetry);

    /// <summary>What the second of two runs allocates.</summary>
    private static long Allocated(int states, string state, bool hasTelemetry)
    {
        string chain = string.Join(",", Enumerable.Range(0, states).Select(i => string.Create(
            CultureInfo.InvariantCulture, $$"""  "S{{i}}": { {{state}}, {{(i == states - 1 ? "\"End\": true" : $"\"Next\": \"S{i + 1}\"")}} } """)));
        var machine = Machines.Create<JsonElement, JsonElement>(
            $$"""{ "StartAt": "S0", "States": { {{chain}} } }""",
            new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, HasTelemetry = hasTelemetry },
            null,
            state == Pass ? [] : [.. Enumerable.Range(0, states).Select(i => Machines.Task<JsonElement, JsonElement>(
                string.Create(CultureInfo.InvariantCulture, $"S{i}"), static (input, _) => System.Threading.Tasks.Task.FromResult(input)))]);
        return state == Pass ? AllocatedByThread(machine) : AllocatedByProcess(machine);
    }

    private static long AllocatedByThread(LocalStateMachine<JsonElement, JsonElement> machine)
    {
        long allocated = 0;
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 2; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                var running = machine.ExecuteJsonAsync("{}");
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
        Succeeded(machine.ExecuteJsonAsync("{}"));
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Succeeded(machine.ExecuteJsonAsync("{}"));
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static void Succeeded(System.Threading.Tasks.Task<ExecutionResult<JsonElement>> running) =>
        running.GetAwaiter().GetResult().Status.ShouldBe(ExecutionStatus.Succeeded);
}
