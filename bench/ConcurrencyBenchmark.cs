using System;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Bench;

/// <summary>Many executions of one plan at a time: how much faster or slower they are than one after the other, how many threads they take, and what one that waits keeps.</summary>
internal sealed class ConcurrencyBenchmark(TextWriter output)
{
    private const int Executions = 10_000;
    private const int InTurn = 100;

    private const string Waiting =
        """{ "StartAt": "First", "States": { "First": { "Type": "Pass", "Next": "Wait" }, "Wait": { "Type": "Wait", "Seconds": 3600, "End": true } } }""";

    private const string Working = """
        { "StartAt": "First", "States": { "First": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "TimeoutSeconds": 600, "Next": "Second" },
          "Second": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "End": true } } }
        """;

    public void Run()
    {
        output.WriteLine("| executions | clock | one after the other, µs each | 10,000 at a time, µs each | threads of the pool |");
        output.WriteLine("|---|---|---|---|---|");
        Row("wait", Waiting, isVirtual: true);
        Row("two handlers that await", Working, isVirtual: true);
        Row("two handlers that await", Working, isVirtual: false);
        output.WriteLine();
        output.WriteLine("| an execution that waits | bytes |");
        output.WriteLine("|---|---|");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| without a token | {Kept(CancellationToken.None)} |"));
        using var stop = new CancellationTokenSource();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| with a token that can be cancelled | {Kept(stop.Token)} |"));
    }

    private void Row(string what, string definition, bool isVirtual)
    {
        var virtualClock = isVirtual ? new VirtualTimeProvider() : null;
        TimeProvider clock = virtualClock ?? new LocalOptions().TimeProvider;
        var machine = LocalStateMachine.FromDefinition(
            definition,
            new LocalOptions { TimeProvider = clock, Seed = 1 }.Function<JsonElement, JsonElement>("work", async (input, token) =>
            {
                await Task.Yield();
                await Task.Delay(TimeSpan.FromMilliseconds(1), clock, token);
                return input;
            }));
        int threads = 0;
        (double alone, double together) = Measurement.Pair(
            1,
            5,
            () => Measurement.Time(() => RunInTurn(machine)) * 1000 / InTurn,
            () => Measurement.Time(() =>
            {
                RunAtOnce(machine, virtualClock);
                threads = Math.Max(threads, ThreadPool.ThreadCount);
            }) * 1000 / Executions);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {(isVirtual ? "virtual" : "system")} | {alone:0.00} | {together:0.00} | {threads} |"));
    }

    private static void RunInTurn(LocalStateMachine<JsonElement, JsonElement> machine)
    {
        for (int i = 0; i < InTurn; i++)
        {
            Check(machine.ExecuteJsonAsync("{}").GetAwaiter().GetResult());
        }
    }

    private static void RunAtOnce(LocalStateMachine<JsonElement, JsonElement> machine, VirtualTimeProvider? clock)
    {
        Task<ExecutionResult<JsonElement>>[] running;
        using (clock?.Hold())
        {
            running = Start(machine, CancellationToken.None);
        }

        Array.ForEach(Task.WhenAll(running).GetAwaiter().GetResult(), Check);
    }

    /// <summary>The bytes that each of many executions keeps while it waits.</summary>
    private static long Kept(CancellationToken token)
    {
        var clock = new VirtualTimeProvider();
        var machine = LocalStateMachine.FromDefinition(Waiting, new LocalOptions { TimeProvider = clock, Seed = 1 });
        Check(machine.ExecuteJsonAsync("{}", cancellationToken: token).GetAwaiter().GetResult());
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Task<ExecutionResult<JsonElement>>[] running;
        long after;
        using (clock.Hold())
        {
            running = Start(machine, token);
            after = GC.GetTotalMemory(forceFullCollection: true);
        }

        Array.ForEach(Task.WhenAll(running).GetAwaiter().GetResult(), Check);
        return (after - before) / Executions;
    }

    private static Task<ExecutionResult<JsonElement>>[] Start(LocalStateMachine<JsonElement, JsonElement> machine, CancellationToken token)
    {
        var running = new Task<ExecutionResult<JsonElement>>[Executions];
        for (int i = 0; i < running.Length; i++)
        {
            running[i] = machine.ExecuteJsonAsync("{}", cancellationToken: token);
        }

        return running;
    }

    private static void Check(ExecutionResult<JsonElement> run)
    {
        if (!run.IsSucceeded)
        {
            throw new InvalidOperationException($"{run.Error}: {run.Cause}");
        }
    }
}
