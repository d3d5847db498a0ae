using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Testing;

public class VirtualTimeTests
{
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    private static Task<ExecutionResult<JsonElement>> Run(LocalOptions options, Func<TimeProvider, CancellationToken, Task> work, string fields = "") =>
        Machines.Create<JsonElement, JsonElement>(Machines.OneTask(fields), options, null, Machines.Task<JsonElement, JsonElement>("Work", async (input, token) =>
        {
            await work(options.TimeProvider, token);
            return input;
        })).ExecuteJsonAsync("{}");

    public static TheoryData<string> Ways => ["plain", "configured", "yield", "run", "run inside", "cancel after", "nested", "thread", "two delays", "periodic"];

    private static async Task Work(string way, TimeProvider clock, CancellationToken token)
    {
        switch (way)
        {
            case "plain":
                await Task.Delay(s_hour, clock, token);
                break;
            case "configured":
                await Task.Delay(s_hour / 2, clock, token).ConfigureAwait(false);
                await Task.Delay(s_hour / 2, clock, token).ConfigureAwait(false);
                break;
            case "yield":
                for (int i = 0; i < 60; i++)
                {
                    await Task.Yield();
                    await Task.Delay(s_hour / 60, clock, token);
                }

                break;
            case "run":
                await Task.Run(() => Spin(3), token);
                await Task.Delay(s_hour, clock, token);
                break;
            case "run inside":
                await Task.Run(async () => await Task.Delay(s_hour, clock, token).ConfigureAwait(false), token);
                break;
            case "cancel after":
                using (var source = new CancellationTokenSource(s_hour, clock))
                {
                    await Task.Delay(2 * s_hour, clock, source.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                break;
            case "nested":
                ExecutionResult<JsonElement> inner = await LocalStateMachine.FromDefinition(
                    """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 3600, "End": true } } }""",
                    new LocalOptions { TimeProvider = clock }).ExecuteJsonAsync("{}", cancellationToken: token);
                inner.Duration.ShouldBe(s_hour);
                break;
            case "thread":
                var done = new TaskCompletionSource();
                new Thread(() =>
                {
                    Spin(3);
                    done.SetResult();
                }).Start();
                await done.Task;
                await Task.Delay(s_hour, clock, token);
                break;
            case "two delays":
                await Task.WhenAll(Task.Delay(s_hour, clock, token), Task.Delay(s_hour / 2, clock, token));
                break;
            default:
                using (var timer = new PeriodicTimer(s_hour / 4, clock))
                {
                    for (int i = 0; i < 4; i++)
                    {
                        await timer.WaitForNextTickAsync(token);
                    }
                }

                break;
        }
    }

    private static void Spin(int milliseconds)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < milliseconds)
        {
            Thread.SpinWait(10);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_handler_may_wait_in_any_way(string way)
    {
        var run = await Run(Machines.Virtual(), (clock, token) => Work(way, clock, token));
        run.Cause.ShouldBeNull();
        run.Duration.ShouldBe(s_hour);
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("yield")]
    [InlineData("run")]
    public async Task A_hundred_executions_wait_side_by_side(string way)
    {
        LocalOptions options = Machines.Virtual();
        var machine = Machines.Create<JsonElement, JsonElement>(Machines.OneTask(), options, null, Machines.Task<JsonElement, JsonElement>("Work", async (input, token) =>
        {
            await Work(way, options.TimeProvider, token);
            return input;
        }));
        Task<ExecutionResult<JsonElement>>[] running;
        using (((VirtualTimeProvider)options.TimeProvider).Hold())
        {
            running = [.. Enumerable.Range(0, 100).Select(_ => machine.ExecuteJsonAsync("{}"))];
        }

        foreach (ExecutionResult<JsonElement> run in await Task.WhenAll(running))
        {
            run.StartTime.ShouldBe(Machines.Start);
            run.Duration.ShouldBe(s_hour);
        }
    }

    [Fact]
    public async Task Timers_fire_by_due_time_and_then_in_the_order_in_which_they_were_set()
    {
        var order = new List<int>();
        await Run(Machines.Virtual(), async (clock, token) =>
        {
            async Task Wait(int number, int seconds)
            {
                await Task.Delay(TimeSpan.FromSeconds(seconds), clock, token);
                lock (order)
                {
                    order.Add(number);
                }
            }

            await Task.WhenAll(Wait(1, 3), Wait(2, 1), Wait(3, 3), Wait(4, 2), Wait(5, 1));
        });
        order.ShouldBe([2, 5, 4, 1, 3]);
    }

    [Fact]
    public async Task Time_does_not_move_while_a_handler_computes()
    {
        // The timeout is an armed timer all the while, and so is the other execution's wait.
        LocalOptions options = Machines.Virtual();
        using IDisposable hold = ((VirtualTimeProvider)options.TimeProvider).Hold();
        Task<ExecutionResult<JsonElement>> other = LocalStateMachine.FromDefinition(
            """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 50, "End": true } } }""", options).ExecuteJsonAsync("{}");
        Task<ExecutionResult<JsonElement>> running = Run(
            options,
            async (clock, _) =>
            {
                using var limit = new CancellationTokenSource(s_hour, clock);
                for (int i = 0; i < 20; i++)
                {
                    await Task.Run(() => Spin(2), CancellationToken.None);
                    await Task.Yield();
                    clock.GetUtcNow().ShouldBe(Machines.Start);
                }
            },
            "\"TimeoutSeconds\": 10");
        hold.Dispose();
        var run = await running;
        run.Cause.ShouldBeNull();
        run.Duration.ShouldBe(TimeSpan.Zero);
        (await other).Duration.ShouldBe(TimeSpan.FromSeconds(50));
    }

    [Fact]
    public async Task A_handler_that_waits_for_something_outside_is_waited_for()
    {
        var outside = new TaskCompletionSource();
        using var timer = new Timer(_ => outside.SetResult(), null, 50, Timeout.Infinite);
        var run = await Run(Machines.Virtual(), async (clock, _) => await outside.Task, "\"TimeoutSeconds\": 10");
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.Duration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_handler_that_never_returns_runs_into_its_timeout_after_the_patience()
    {
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start) { Patience = TimeSpan.FromMilliseconds(30) } };
        var run = await Run(options, (_, token) => new TaskCompletionSource().Task.WaitAsync(token), "\"TimeoutSeconds\": 10");
        run.Error.ShouldBe(Errors.Timeout);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData("block", "\"TimeoutSeconds\": 10")]
    [InlineData("compute", "\"TimeoutSeconds\": 10")]
    [InlineData("clock", "\"TimeoutSeconds\": 10")]
    [InlineData("block", "")]
    public async Task A_handler_that_keeps_its_thread_runs_into_its_timeout_after_the_patience(string way, string fields)
    {
        using var release = new ManualResetEventSlim();
        var options = new LocalOptions
        {
            TimeProvider = new VirtualTimeProvider(Machines.Start) { Patience = TimeSpan.FromMilliseconds(30) },
            Limits = new ExecutionLimits { StandardDuration = TimeSpan.MaxValue },
        };
        var run = await Run(
            options,
            (clock, _) =>
            {
                switch (way)
                {
                    case "block":
                        release.Wait(CancellationToken.None);
                        break;
                    case "compute":
                        while (!release.IsSet)
                        {
                            Thread.SpinWait(100);
                        }

                        break;
                    default:
                        Task.Delay(s_hour, clock, CancellationToken.None).Wait(CancellationToken.None);
                        break;
                }

                return Task.CompletedTask;
            },
            fields);
        release.Set();
        run.Error.ShouldBe(Errors.Timeout);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(fields.Length == 0 ? 99_999_999 : 10));
    }

    [Fact]
    public async Task A_handler_that_blocks_on_a_timer_of_the_clock_goes_on_after_the_patience()
    {
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start) { Patience = TimeSpan.FromMilliseconds(300) } };
        var run = await Run(options, (clock, token) =>
        {
            Task.Delay(s_hour, clock, token).Wait(token);
            return Task.CompletedTask;
        });
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.Duration.ShouldBe(s_hour);
    }

    [Fact]
    public async Task A_handler_that_blocks_is_waited_for_once_and_not_at_every_step_of_the_others()
    {
        using var release = new ManualResetEventSlim();
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start) { Patience = TimeSpan.FromMilliseconds(200) } };
        Task<ExecutionResult<JsonElement>> blocked = Run(options, (_, _) =>
        {
            release.Wait(CancellationToken.None);
            return Task.CompletedTask;
        });
        long start = Stopwatch.GetTimestamp();
        var other = await LocalStateMachine.FromDefinition(
            Machines.OneTask("\"Retry\": [ { \"ErrorEquals\": [ \"E\" ], \"BackoffRate\": 1, \"MaxAttempts\": 500 } ]"),
            options.Mock("Work", [.. Enumerable.Repeat(Reply.Fail("E"), 500), Reply.Return(1)])).ExecuteJsonAsync("{}");
        TimeSpan taken = Stopwatch.GetElapsedTime(start);
        release.Set();
        await blocked;
        other.Duration.ShouldBe(TimeSpan.FromSeconds(500));
        taken.ShouldBeLessThan(TimeSpan.FromSeconds(50));
    }

    [Fact]
    public async Task An_endless_patience_never_ends()
    {
        var clock = new VirtualTimeProvider(Machines.Start) { Patience = Timeout.InfiniteTimeSpan };
        var outside = new TaskCompletionSource();
        using var timer = new Timer(_ => outside.SetResult(), null, 50, Timeout.Infinite);
        (await Run(new LocalOptions { TimeProvider = clock }, (_, _) => outside.Task, "\"TimeoutSeconds\": 10")).Duration.ShouldBe(TimeSpan.Zero);
        Should.Throw<ArgumentOutOfRangeException>(() => new VirtualTimeProvider { Patience = TimeSpan.FromSeconds(-2) });
    }

    [Fact]
    public async Task Thirty_days_of_waiting_and_many_retries_take_no_time()
    {
        var run = await Machines.RunAsync(
            Machines.OneTask("\"Retry\": [ { \"ErrorEquals\": [ \"E\" ], \"IntervalSeconds\": 2592000, \"BackoffRate\": 1, \"MaxAttempts\": 1000 } ]"),
            options: new LocalOptions { TimeProvider = new VirtualTimeProvider(Machines.Start), Limits = new ExecutionLimits { StandardDuration = TimeSpan.MaxValue } }
                .Mock("Work", [.. Enumerable.Repeat(Reply.Fail("E"), 1000), Reply.Return(1)]));
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.Duration.ShouldBe(TimeSpan.FromDays(30_000));
    }

    [Fact]
    public async Task Time_stands_still_when_no_execution_is_in_flight()
    {
        var clock = new VirtualTimeProvider(Machines.Start);
        bool fired = false;
        await using ITimer timer = clock.CreateTimer(_ => fired = true, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "W", "States": { "W": { "Type": "Succeed" } } }""", new LocalOptions { TimeProvider = clock });
        await machine.ExecuteJsonAsync("{}");
        clock.GetUtcNow().ShouldBe(Machines.Start);
        fired.ShouldBeFalse();
    }

    [Fact]
    public void A_clock_without_a_start_begins_at_a_fixed_instant() =>
        new VirtualTimeProvider().GetUtcNow().ShouldBe(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
}
