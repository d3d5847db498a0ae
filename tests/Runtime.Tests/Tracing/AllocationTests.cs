using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using StateMachineGen.Runtime.Tests.Execution;

namespace StateMachineGen.Runtime.Tests.Tracing;

[CollectionDefinition(nameof(NobodyListens), DisableParallelization = true)]
public sealed class NobodyListens;

/// <summary>Not beside other tests: their listeners would be listened to.</summary>
[Collection(nameof(NobodyListens))]
public class AllocationTests
{
    [Fact]
    public void Without_a_listener_tracing_allocates_nothing_for_a_state()
    {
        long traced = PerThousandStates(hasTelemetry: true);
        long untraced = PerThousandStates(hasTelemetry: false);
        traced.ShouldBe(untraced);
    }

    [Fact]
    public void With_a_listener_the_same_measurement_sees_the_spans()
    {
        using var listener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name == StateMachineGen.Tracing.TelemetryNames.Source,
            Sample = (ref System.Diagnostics.ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => System.Diagnostics.ActivitySamplingResult.AllData,
        };
        System.Diagnostics.ActivitySource.AddActivityListener(listener);
        PerThousandStates(hasTelemetry: true).ShouldBeGreaterThan(PerThousandStates(hasTelemetry: false) + 100_000);
    }

    private static long PerThousandStates(bool hasTelemetry) => Allocated(2000, hasTelemetry) - Allocated(1000, hasTelemetry);

    /// <summary>What the second of two runs allocates; on a thread of its own, where nothing else runs.</summary>
    private static long Allocated(int states, bool hasTelemetry)
    {
        string chain = string.Join(",", Enumerable.Range(0, states).Select(i => string.Create(
            CultureInfo.InvariantCulture, $$"""  "S{{i}}": { "Type": "Pass", {{(i == states - 1 ? "\"End\": true" : $"\"Next\": \"S{i + 1}\"")}} } """)));
        var machine = LocalStateMachine.FromDefinition(
            $$"""{ "StartAt": "S0", "States": { {{chain}} } }""", new LocalOptions { TimeProvider = new StateMachineGen.Testing.VirtualTimeProvider(Machines.Start), Seed = 1, HasTelemetry = hasTelemetry });
        long allocated = 0;
        var thread = new Thread(() =>
        {
            for (int i = 0; i < 2; i++)
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                var running = machine.ExecuteJsonAsync("{}");
                allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                running.IsCompletedSuccessfully.ShouldBeTrue();
                running.Result.Status.ShouldBe(ExecutionStatus.Succeeded);
            }
        });
        thread.Start();
        thread.Join();
        return allocated;
    }
}
