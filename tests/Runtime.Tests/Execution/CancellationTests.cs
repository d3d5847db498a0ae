using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Executions of everything that waits are stopped at any moment, and nothing of them is left.</summary>
[Collection(nameof(Alone))]
public class CancellationTests
{
    private const int Seeds = 300;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private const string Child = """
        { "StartAt": "Work", "States": {
          "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work", "Next": "Wait" },
          "Wait": { "Type": "Wait", "Seconds": 3, "End": true } } }
        """;

    private const string Asl = """
        { "StartAt": "All", "TimeoutSeconds": 60, "States": { "All": { "Type": "Parallel", "End": true, "Branches": [
          { "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 3, "End": true,
            "ItemProcessor": { "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work",
              "TimeoutSeconds": 2, "Retry": [ { "ErrorEquals": [ "States.ALL" ], "IntervalSeconds": 1, "MaxAttempts": 3 } ],
              "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Pass" } ], "End": true }, "Pass": { "Type": "Pass", "End": true } } } } } },
          { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "HeartbeatSeconds": 4,
            "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" },
            "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "Asked" } ], "End": true }, "Asked": { "Type": "Pass", "End": true } } },
          { "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Child", "Input": 1 }, "End": true } } },
          { "StartAt": "Apart", "States": { "Apart": { "Type": "Map", "ItemsPath": "$.items", "End": true,
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "Rest",
              "States": { "Rest": { "Type": "Wait", "Seconds": 5, "End": true } } } } } },
          { "StartAt": "Pause", "States": { "Pause": { "Type": "Wait", "Seconds": 7, "End": true } } } ] } } }
        """;

    [Fact]
    public async Task Nothing_is_left_of_an_execution_that_is_stopped_at_any_moment()
    {
        int unobserved = 0;
        void Count(object? sender, UnobservedTaskExceptionEventArgs e) => Interlocked.Increment(ref unobserved);
        TaskScheduler.UnobservedTaskException += Count;
        try
        {
            int aborted = 0;
            for (int seed = 0; seed < Seeds; seed++)
            {
                aborted += await StopAsync(seed, byDisposal: seed % 2 == 0) == ExecutionStatus.Aborted ? 1 : 0;
            }

            // Some ended before they were stopped, or the test would stop nothing late.
            aborted.ShouldBeInRange(Seeds / 2, Seeds - 1);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Count;
        }

        unobserved.ShouldBe(0);
    }

    private async Task<ExecutionStatus> StopAsync(int seed, bool byDisposal)
    {
        var random = new Random(seed);
        var clock = new VirtualTimeProvider(Machines.Start);
        LocalOptions Options() => new() { TimeProvider = clock, Seed = seed, Tasks = new LocalTasks { HoldsTime = false } };
        using var cancellation = new CancellationTokenSource();
        int stopAtCall = seed % 3 == 0 ? random.Next(1, 15) : 0;
        var handlers = new ConcurrentBag<Task>();
        int calls = 0;
        LocalStateMachine<JsonElement, JsonElement>? machine = null;
        Task disposal = Task.CompletedTask;
        void Stop()
        {
            if (byDisposal)
            {
                disposal = machine!.DisposeAsync().AsTask();
            }
            else
            {
                cancellation.Cancel();
            }
        }

        var handler = Machines.Task<JsonElement, JsonElement>("Work", (input, token) =>
        {
            int call = Interlocked.Increment(ref calls);
            Task<JsonElement> work = HandleAsync(input, (seed + call) % 5, clock, token);
            handlers.Add(work);
            if (call == stopAtCall)
            {
                Stop();
            }

            return work;
        });
        await using var child = Machines.Create<JsonElement, JsonElement>("Child", Child, Options(), null, handler);
        await using (machine = Machines.Create<JsonElement, JsonElement>("Machine", Asl, Options().Machine(child), null, handler))
        {
            // At an instant, at a call of a handler, or whenever another thread comes to it.
            await using ITimer timer = clock.CreateTimer(_ => Stop(), null, seed % 3 == 1 ? TimeSpan.FromMilliseconds(500 * random.Next(20)) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("""{ "items": [1, 2, 3, 4, 5] }""", cancellationToken: cancellation.Token);
            if (seed % 3 == 2)
            {
                Thread.SpinWait(random.Next(20_000));
                await Task.Run(Stop, CancellationToken.None);
            }

            ExecutionResult<JsonElement> run = await running.WaitAsync(s_patience, TestContext.Current.CancellationToken);
            await disposal.WaitAsync(s_patience, TestContext.Current.CancellationToken);
            run.History[^1].Type.ToString().ShouldBe("Execution" + run.Status);

            // Each handler had ended, or was told to stop and does so on its own thread.
            timer.Dispose();
            SpinWait.SpinUntil(() => handlers.Count == Volatile.Read(ref calls) && handlers.All(work => work.IsCompleted) && !clock.HasTimers, s_patience)
                .ShouldBeTrue();
            return run.Status;
        }
    }

    private static async Task<JsonElement> HandleAsync(JsonElement input, int way, TimeProvider clock, CancellationToken token)
    {
        switch (way)
        {
            case 0:
                await Task.Delay(TimeSpan.FromSeconds(1), clock, token);
                break;
            case 1:
                await Task.Yield();
                throw new InvalidOperationException("no");
            case 2:
                await Task.Delay(TimeSpan.FromSeconds(30), clock, token);
                break;
            case 3:
                // A handler that fails because it was told to stop.
                await Task.Run(() => Task.Delay(TimeSpan.FromSeconds(3), clock, token), CancellationToken.None).ConfigureAwait(false);
                break;
        }

        return input;
    }
}
