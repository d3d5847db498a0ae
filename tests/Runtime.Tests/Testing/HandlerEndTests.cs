using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing;

/// <summary>When the end of a handler takes effect under virtual time.</summary>
public class HandlerEndTests
{
    private const string Work = "arn:aws:lambda:us-east-1:123456789012:function:work";
    private static readonly TimeSpan s_guard = TimeSpan.FromMinutes(1);

    private static readonly string s_asl = $$"""
        { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
          { "StartAt": "One", "States": { "One": { "Type": "Task", "Resource": "{{Work}}", "End": true } } },
          { "StartAt": "Two", "States": { "Two": { "Type": "Task", "Resource": "{{Work}}", "Next": "Three" }, "Three": { "Type": "Task", "Resource": "{{Work}}", "End": true } } } ] } } }
        """;

    private static LocalOptions Options(TimeSpan patience) => new() { TimeProvider = new VirtualTimeProvider(Machines.Start) { Patience = patience }, Seed = 1 };

    private static TaskBinding<JsonElement, JsonElement> Handler(string state, Func<Task> work) => Machines.Task<JsonElement, JsonElement>(state, async (input, _) =>
    {
        await work();
        return input;
    });

    private static async Task<ExecutionResult<JsonElement>> RunAsync(LocalOptions options, Func<Task> one, Func<Task> two, Func<Task> three)
    {
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            s_asl, options, null, Handler("One", one), Handler("Two", two), Handler("Three", three));
        return await machine.ExecuteJsonAsync("1").WaitAsync(s_guard, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_handler_may_await_what_follows_from_the_end_of_another_one()
    {
        var three = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var run = await RunAsync(Options(Timeout.InfiniteTimeSpan), () => three.Task, () => Task.CompletedTask, () =>
        {
            three.SetResult();
            return Task.CompletedTask;
        });
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task A_handler_that_blocks_until_then_is_waited_for_until_patience_ends()
    {
        using var three = new ManualResetEventSlim();
        var run = await RunAsync(
            Options(TimeSpan.FromMilliseconds(30)),
            () =>
            {
                three.Wait(CancellationToken.None);
                return Task.CompletedTask;
            },
            () => Task.CompletedTask,
            () =>
            {
                three.Set();
                return Task.CompletedTask;
            });
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Fact]
    public async Task A_handler_may_block_until_the_execution_ends_that_it_started()
    {
        LocalOptions options = Options(Timeout.InfiniteTimeSpan);
        await using var inner = Machines.Create<JsonElement, JsonElement>(Machines.OneTask(), options, null, Handler("Work", () => Task.CompletedTask));
        var run = await RunAsync(
            options,
            () =>
            {
                inner.ExecuteJsonAsync("1").GetAwaiter().GetResult().Status.ShouldBe(ExecutionStatus.Succeeded);
                return Task.CompletedTask;
            },
            () => Task.CompletedTask,
            () => Task.CompletedTask);
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);
    }

    [Fact]
    public async Task A_task_whose_time_is_up_when_its_handler_returns_has_timed_out()
    {
        LocalOptions options = Options(Timeout.InfiniteTimeSpan);
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask("\"TimeoutSeconds\": 10"), options, null, Handler("Work", () => Task.Delay(TimeSpan.FromSeconds(10), options.TimeProvider, CancellationToken.None)));
        (await machine.ExecuteJsonAsync("1")).Error.ShouldBe(Errors.Timeout);
    }
}
