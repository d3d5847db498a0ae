using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

[Collection(nameof(Alone))]
public class WaitingMemoryTests(ITestOutputHelper output)
{
    private const int Executions = 10_000;
    private const int Limit = 2048;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_execution_that_only_waits_needs_little(bool canBeCancelled)
    {
        using var stop = new CancellationTokenSource();
        CancellationToken token = canBeCancelled ? stop.Token : CancellationToken.None;
        var clock = new VirtualTimeProvider(Machines.Start);
        await using var machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "First", "States": { "First": { "Type": "Pass", "Next": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 3600, "End": true } } }""",
            new LocalOptions { TimeProvider = clock, Seed = 1 });
        (await machine.ExecuteJsonAsync("{}", cancellationToken: token)).Status.ShouldBe(ExecutionStatus.Succeeded);

        var running = new Task<ExecutionResult<JsonElement>>[Executions];
        long each;
        using (clock.Hold())
        {
            long before = GC.GetTotalMemory(forceFullCollection: true);
            for (int i = 0; i < running.Length; i++)
            {
                running[i] = machine.ExecuteJsonAsync("{}", cancellationToken: token);
            }

            each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Executions;
            running.Count(run => run.IsCompleted).ShouldBe(0);
        }

        output.WriteLine($"{each} bytes");
        (await Task.WhenAll(running)).Count(run => run.IsSucceeded).ShouldBe(Executions);
        each.ShouldBeLessThan(Limit);
    }
}
