using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

[Collection(nameof(Alone))]
public class ManyExecutionsTests
{
    private const int Executions = 10_000;

    private const string Asl = """
        { "StartAt": "Both", "States": {
          "Both": { "Type": "Parallel", "Next": "Work", "ResultPath": null, "Branches": [
            { "StartAt": "Short", "States": { "Short": { "Type": "Wait", "Seconds": 1, "End": true } } },
            { "StartAt": "Long", "States": { "Long": { "Type": "Wait", "SecondsPath": "$.wait", "End": true } } } ] },
          "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "TimeoutSeconds": 600, "End": true } } }
        """;

    /// <summary>Handlers that await, in three ways: on the clock, by giving the thread back, and for what another thread does.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ten_thousand_executions_of_one_plan_need_few_threads(bool isVirtual)
    {
        TimeProvider clock = isVirtual ? new VirtualTimeProvider(Machines.Start) : new LocalOptions().TimeProvider;
        int waiting = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Asl,
            new LocalOptions { TimeProvider = clock, Seed = 1 },
            null,
            Machines.Task<JsonElement, JsonElement>("Work", async (input, token) =>
            {
                await Task.Yield();
                await Task.Delay(TimeSpan.FromMilliseconds(5), clock, token);

                // All are in their handlers at once before the first goes on.
                if (Interlocked.Increment(ref waiting) == Executions)
                {
                    all.SetResult();
                }

                await all.Task.ConfigureAwait(false);
                return input;
            }));
        int threads = ThreadPool.ThreadCount;
        Task<ExecutionResult<JsonElement>>[] running;
        using (isVirtual ? ((VirtualTimeProvider)clock).Hold() : null)
        {
            running = [.. Enumerable.Range(0, Executions).Select(_ => machine.ExecuteJsonAsync("""{ "wait": 1 }"""))];
        }

        ExecutionResult<JsonElement>[] ended = await Task.WhenAll(running);
        ended.Count(run => run.IsSucceeded).ShouldBe(Executions);
        ended.Select(run => run.Name).Distinct().Count().ShouldBe(Executions);

        // A pool whose threads are blocked adds one or two a second, and one for each of the processors' first.
        ThreadPool.ThreadCount.ShouldBeLessThan(Math.Max(threads, Environment.ProcessorCount) + 8);
    }
}
