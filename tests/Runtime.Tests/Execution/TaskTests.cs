using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.DependencyInjection;
using StateMachineGen.CompilerServices;

namespace StateMachineGen.Runtime.Tests.Execution;

public class TaskTests
{
    public sealed record Order(string Id, int Count);

    public sealed class PaymentDeclinedException(string message, Exception? inner = null) : Exception(message, inner);

    private static Task<ExecutionResult<JsonElement>> Run(Func<JsonElement, CancellationToken, Task<JsonElement>> work, string fields = "", string input = "{}", LocalOptions? options = null, CancellationToken stop = default) =>
        Machines.Create<JsonElement, JsonElement>(Machines.OneTask(fields), options, null, Machines.Task("Work", work))
            .ExecuteJsonAsync(input, cancellationToken: stop);

    [Fact]
    public async Task A_handler_takes_and_returns_typed_values()
    {
        var machine = Machines.Create<Order, Order>(
            Machines.OneTask(), null, null, Machines.Task<Order, Order>("Work", (order, _) => Task.FromResult(order with { Count = order.Count + 1 })));
        var run = await machine.ExecuteAsync(new Order("a", 1));
        run.Output.ShouldBe(new Order("a", 2));
        run.OutputJson.ShouldBe("""{"id":"a","count":2}""");
    }

    [Fact]
    public async Task The_events_of_a_function_are_those_of_AWS()
    {
        var run = await Run((input, _) => Task.FromResult(input), "\"TimeoutSeconds\": 9", """{"a":1}""");
        run.History.Select(e => e.Type).ShouldBe(
        [
            HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.LambdaFunctionScheduled,
            HistoryEventType.LambdaFunctionStarted, HistoryEventType.LambdaFunctionSucceeded, HistoryEventType.TaskStateExited, HistoryEventType.ExecutionSucceeded,
        ]);
        run.History.ToJson().ShouldContain(
            """ "timeoutInSeconds":9,"input":"{\"a\":1}","inputDetails":{"truncated":false}} """.Trim());
    }

    [Fact]
    public async Task The_events_of_a_service_name_it()
    {
        var run = await Machines.RunAsync(
            """{ "StartAt": "S", "States": { "S": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "Parameters": { "a.$": "$.b" }, "ResultSelector": { "n.$": "$.c" }, "ResultPath": "$.r", "End": true } } }""",
            """{"b":1}""",
            Machines.Virtual().Mock("S", Reply.ReturnJson("""{"c":2}""")));
        run.OutputJson.ShouldBe("""{"b":1,"r":{"n":2}}""");
        run.History[2].ToString().ShouldBe("3 TaskScheduled S");
        (run.History[2].ResourceType, run.History[2].Resource, run.History[2].Input).ShouldBe(("aws-sdk:s3", "listBuckets", """{"a":1}"""));
        run.History[4].Type.ShouldBe(HistoryEventType.TaskSucceeded);
    }

    [Fact]
    public async Task A_cancellation_that_nobody_asked_for_is_an_error_like_any_other() =>
        (await Run((_, _) => throw new OperationCanceledException())).Error.ShouldBe("OperationCanceledException");

    public sealed record Unserializable(Func<int> F);

    [Fact]
    public async Task A_result_that_cannot_be_serialized_is_an_error_of_the_task()
    {
        var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask(),
            null,
            null,
            Machines.Task<JsonElement, Unserializable>("Work", (_, _) => Task.FromResult(new Unserializable(() => 1))));
        var run = await machine.ExecuteJsonAsync("{}");
        run.Error.ShouldBe("NotSupportedException");
    }

    [Fact]
    public async Task An_input_that_cannot_be_read_is_an_error_of_the_task()
    {
        var machine = Machines.Create<JsonElement, Order>(Machines.OneTask(), null, null, Machines.Task<Order, Order>("Work", (order, _) => Task.FromResult(order)));
        (await machine.ExecuteJsonAsync("[1]")).Error.ShouldBe("JsonException");
    }

    [Fact]
    public async Task A_constructor_without_its_service_is_an_error_of_the_task()
    {
        var binding = new TaskBinding<JsonElement, JsonElement>(
            "Work", services => new Scoped(HandlerServices.Get<Log>(services, "Work")));
        var run = await Machines.Create<JsonElement, JsonElement>(Machines.OneTask(), null, null, binding).ExecuteJsonAsync("{}");
        run.Error.ShouldBe("InvalidOperationException");
        run.Cause!.ShouldContain("which the service provider does not have");
    }

    public sealed class Log
    {
        public List<string> Lines { get; } = [];
    }

    public sealed class PerAttempt(Log log) : IDisposable
    {
        public void Dispose() => log.Lines.Add("scope disposed");
    }

    public sealed class Scoped(Log log) : ITask<JsonElement, JsonElement>, IAsyncDisposable
    {
        public Task<JsonElement> ExecuteAsync(JsonElement input, CancellationToken cancellationToken)
        {
            log.Lines.Add("run");
            throw new PaymentDeclinedException("again");
        }

        public ValueTask DisposeAsync()
        {
            log.Lines.Add("handler disposed");
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task Each_attempt_has_a_handler_and_a_service_scope_of_its_own()
    {
        var log = new Log();
        await using ServiceProvider services = new ServiceCollection().AddSingleton(log).AddScoped<PerAttempt>().BuildServiceProvider();
        var binding = new TaskBinding<JsonElement, JsonElement>(
            "Work",
            provider =>
            {
                provider.GetRequiredService<PerAttempt>();
                return new Scoped(provider.GetRequiredService<Log>());
            });
        var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask("\"Retry\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"MaxAttempts\": 1 } ]"), null, services, binding);
        (await machine.ExecuteJsonAsync("{}")).Error.ShouldBe("PaymentDeclinedException");
        log.Lines.ShouldBe(["run", "handler disposed", "scope disposed", "run", "handler disposed", "scope disposed"]);
    }

    [Fact]
    public async Task Retries_back_off_up_to_the_greatest_delay_and_then_the_error_is_caught()
    {
        var times = new List<double>();
        LocalOptions options = Machines.Virtual();
        var run = await Run(
            (_, _) =>
            {
                times.Add((options.TimeProvider.GetUtcNow() - Machines.Start).TotalSeconds);
                throw new PaymentDeclinedException("no");
            },
            """
            "Retry": [ { "ErrorEquals": [ "Other" ] }, { "ErrorEquals": [ "PaymentDeclinedException" ], "IntervalSeconds": 2, "MaxAttempts": 4, "BackoffRate": 3, "MaxDelaySeconds": 20 } ],
            "Catch": [ { "ErrorEquals": [ "Nope" ], "Next": "Other" }, { "ErrorEquals": [ "States.TaskFailed" ], "Next": "Caught", "ResultPath": "$.e" } ]
            """,
            """{"a":1}""",
            options);
        times.ShouldBe([0, 2, 8, 26, 46]);
        run.Path.ShouldBe(["Work", "Caught"]);
        StateVisit visit = run.Visits[0];
        (visit.State, visit.Type, visit.Start, visit.End).ShouldBe(("Work", "Task", Machines.Start, Machines.Start.AddSeconds(46)));
        (visit.Attempts, visit.Error, visit.IsCaught).ShouldBe((5, "PaymentDeclinedException", true));
        using JsonDocument output = JsonDocument.Parse(run.OutputJson!);
        output.RootElement.GetProperty("a").GetInt32().ShouldBe(1);
        output.RootElement.GetProperty("e").GetProperty("Error").GetString().ShouldBe("PaymentDeclinedException");
    }

    [Fact]
    public async Task Each_retrier_counts_for_itself_and_a_used_up_one_ends_retrying()
    {
        string[] errors = ["A", "B", "A", "C"];
        int call = 0;
        var run = await Machines.RunAsync(
            Machines.OneTask("""
                "Retry": [ { "ErrorEquals": [ "A" ], "MaxAttempts": 2 }, { "ErrorEquals": [ "B" ], "MaxAttempts": 1 }, { "ErrorEquals": [ "States.ALL" ], "MaxAttempts": 0 } ]
                """),
            options: Machines.Virtual().Mock("Work", [.. errors.Select(e => Reply.Fail(e))]));
        run.Error.ShouldBe("C");
        run.History.Count(e => e.Type == HistoryEventType.LambdaFunctionFailed).ShouldBe(4);
        call.ShouldBe(0);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(1 + 1 + 2));
    }

    [Fact]
    public async Task Full_jitter_stays_below_the_delay_and_repeats_with_the_seed()
    {
        string asl = Machines.OneTask("""
            "Retry": [ { "ErrorEquals": [ "States.ALL" ], "IntervalSeconds": 100, "MaxAttempts": 1, "JitterStrategy": "FULL" } ]
            """);
        async Task<TimeSpan> Duration(int seed) => (await Machines.RunAsync(asl, options: Machines.Virtual(seed).Mock("Work", Reply.Fail("E")))).Duration;
        TimeSpan first = await Duration(1);
        first.ShouldBeInRange(TimeSpan.Zero, TimeSpan.FromSeconds(100));
        (await Duration(1)).ShouldBe(first);
        (await Duration(2)).ShouldNotBe(first);
    }

    [Fact]
    public async Task The_retry_count_is_seen_by_the_next_attempt()
    {
        var run = await Machines.RunAsync(
            Machines.OneTask(""" "Parameters": { "n.$": "$$.State.RetryCount" }, "Retry": [ { "ErrorEquals": [ "E" ] } ] """),
            options: Machines.Virtual().Mock("Work", Reply.Fail("E"), Reply.ReturnJson("1")));
        run.History.Where(e => e.Type == HistoryEventType.LambdaFunctionScheduled).Select(e => e.Input).ShouldBe(["""{"n":0}""", """{"n":1}"""]);
    }

    [Theory]
    [InlineData("States.ALL")]
    [InlineData("States.Runtime")]
    [InlineData("States.TaskFailed")]
    public async Task Nothing_catches_a_runtime_error(string name)
    {
        var run = await Run(
            (input, _) => Task.FromResult(input), $$""" "OutputPath": "$.no", "Catch": [ { "ErrorEquals": [ "{{name}}" ], "Next": "Caught" } ] """);
        run.Status.ShouldBe(ExecutionStatus.Failed);
        run.Error.ShouldBe(Errors.Runtime);
    }

    [Fact]
    public async Task A_task_without_handler_and_mock_says_how_to_mock_it()
    {
        var run = await Machines.RunAsync(Machines.OneTask("\"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Next\": \"Caught\" } ]"));
        run.Status.ShouldBe(ExecutionStatus.Failed);
        run.Cause!.ShouldContain("LocalOptions.Mock<Work>(Reply.Return(...))");
    }

    [Theory]
    [InlineData("\"TimeoutSeconds\": 5")]
    [InlineData("\"TimeoutSecondsPath\": \"$.t\"")]
    public async Task A_task_that_takes_too_long_times_out_and_its_token_is_cancelled(string field)
    {
        var cancelled = new TaskCompletionSource<DateTimeOffset>();
        LocalOptions options = Machines.Virtual();
        var run = await Run(
            async (input, token) =>
            {
                using CancellationTokenRegistration _ = token.Register(() => cancelled.SetResult(options.TimeProvider.GetUtcNow()));
                await Task.Delay(TimeSpan.FromSeconds(30), options.TimeProvider, token);
                return input;
            },
            field + """, "Catch": [ { "ErrorEquals": [ "States.TaskFailed" ], "Next": "Other" }, { "ErrorEquals": [ "States.Timeout" ], "Next": "Caught" } ]""",
            """{"t":5}""",
            options);
        run.Path.ShouldBe(["Work", "Caught"]);
        run.OutputJson.ShouldBe("""{"Error":"States.Timeout","Cause":""}""");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(5));
        run.History.ShouldContain(e => e.Type == HistoryEventType.LambdaFunctionTimedOut);
        (await cancelled.Task).ShouldBe(Machines.Start.AddSeconds(5));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\"Parameters\": {}, ")]
    [InlineData("\"Parameters\": { \"t\": 8, \"h\": 9 }, ")]
    public async Task The_limits_of_a_task_are_read_from_its_effective_input(string parameters)
    {
        string asl = """
            { "StartAt": "S", "States": { "S": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "InputPath": "$.in", PARAMETERS
              "TimeoutSecondsPath": "$.t", "HeartbeatSecondsPath": "$.h", "End": true } } }
            """;
        var run = await Machines.RunAsync(
            asl.Replace("PARAMETERS", parameters, StringComparison.Ordinal),
            """{"t":1,"h":1,"in":{"t":7,"h":5}}""",
            Machines.Virtual().Mock("S", Reply.Timeout()));
        run.Error.ShouldBe(Errors.Timeout);
        run.History.ToJson().ShouldContain("\"timeoutInSeconds\":7,\"heartbeatInSeconds\":5");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_handler_runs_at_the_end_of_the_calendar()
    {
        var options = new LocalOptions { TimeProvider = new StateMachineGen.Testing.VirtualTimeProvider(DateTimeOffset.MaxValue) };
        (await Run((input, _) => Task.FromResult(input), "\"TimeoutSeconds\": 5", options: options)).Status.ShouldBe(ExecutionStatus.Succeeded);
    }

    [Theory]
    [InlineData(Errors.HeartbeatTimeout, true)]
    [InlineData(Errors.Timeout, true)]
    [InlineData(Errors.All, true)]
    [InlineData(Errors.TaskFailed, false)]
    public async Task A_missed_heartbeat_is_a_timeout_by_either_name(string name, bool matches)
    {
        string asl = """
            { "StartAt": "S", "States": {
              "S": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 600, "HeartbeatSeconds": 5, "End": true,
                     "Retry": [ { "ErrorEquals": [ "Name" ], "MaxAttempts": 1, "IntervalSeconds": 10 } ], "Catch": [ { "ErrorEquals": [ "Name" ], "Next": "Caught" } ] },
              "Caught": { "Type": "Succeed" } } }
            """;
        var run = await Machines.RunAsync(asl.Replace("Name", name, StringComparison.Ordinal), options: Machines.Virtual().Mock("S", Reply.Timeout()));
        run.Path.ShouldBe(matches ? ["S", "Caught"] : ["S"]);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(matches ? 20 : 5));
        run.Visits[0].Error.ShouldBe(Errors.Timeout);
        run.History.First(e => e.Type == HistoryEventType.TaskTimedOut).Error.ShouldBe(Errors.Timeout);
    }

    [Fact]
    public async Task A_timeout_before_the_heartbeat_is_due_is_no_missed_heartbeat()
    {
        var run = await Machines.RunAsync(
            """
            { "StartAt": "S", "States": {
              "S": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 5, "HeartbeatSeconds": 5, "End": true,
                     "Catch": [ { "ErrorEquals": [ "States.HeartbeatTimeout" ], "Next": "Caught" } ] },
              "Caught": { "Type": "Succeed" } } }
            """,
            options: Machines.Virtual().Mock("S", Reply.Timeout()));
        run.Path.ShouldBe(["S"]);
        run.Error.ShouldBe(Errors.Timeout);
    }

    [Fact]
    public async Task A_handler_that_blocks_holds_neither_its_caller_nor_the_machines_disposal()
    {
        using var release = new ManualResetEventSlim();
        using var entered = new ManualResetEventSlim();
        var machine = Machines.Create<JsonElement, JsonElement>(Machines.OneTask(), new LocalOptions(), null, Machines.Task<JsonElement, JsonElement>("Work", (input, _) =>
        {
            entered.Set();
            release.Wait(CancellationToken.None);
            return Task.FromResult(input);
        }));
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}");
        entered.Wait(TestContext.Current.CancellationToken);
        await machine.DisposeAsync();
        release.Set();
        (await running).Status.ShouldBe(ExecutionStatus.Aborted);
    }

    [Fact]
    public async Task A_handler_that_ignores_its_token_is_left_behind()
    {
        var release = new TaskCompletionSource();
        LocalOptions options = new() { TimeProvider = new StateMachineGen.Testing.VirtualTimeProvider(Machines.Start) { Patience = TimeSpan.FromMilliseconds(20) } };
        var run = await Run(
            async (input, _) =>
            {
                await release.Task;
                throw new InvalidOperationException("nobody hears this");
            },
            "\"TimeoutSeconds\": 1",
            options: options);
        release.SetResult();
        run.Error.ShouldBe(Errors.Timeout);
        run.Cause.ShouldBeNull();
    }

    [Fact]
    public async Task A_handler_that_blocks_its_thread_times_out_too()
    {
        using var release = new ManualResetEventSlim();
        var run = await Run(
            (input, _) =>
            {
                release.Wait(CancellationToken.None);
                return Task.FromResult(input);
            },
            "\"TimeoutSeconds\": 1",
            options: new LocalOptions());
        release.Set();
        run.Error.ShouldBe(Errors.Timeout);
    }

    [Fact]
    public async Task The_time_of_the_machine_ends_a_task_and_cannot_be_caught()
    {
        LocalOptions options = Machines.Virtual();
        string asl = Machines.OneTask("\"TimeoutSeconds\": 50, \"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Next\": \"Caught\" } ]")
            .Replace("{ \"StartAt\"", "{ \"TimeoutSeconds\": 3, \"StartAt\"", StringComparison.Ordinal);
        var run = await Machines.Create<JsonElement, JsonElement>(asl, options, null, Machines.Task<JsonElement, JsonElement>("Work", async (input, token) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(30), options.TimeProvider, token);
            return input;
        })).ExecuteJsonAsync("{}");
        run.Status.ShouldBe(ExecutionStatus.TimedOut);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Cancelling_reaches_the_handler_and_the_execution_is_aborted()
    {
        using var stop = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource();
        Task<ExecutionResult<JsonElement>> running = Run(
            async (input, token) =>
            {
                using CancellationTokenRegistration _ = token.Register(cancelled.SetResult);
                await stop.CancelAsync();
                await cancelled.Task;
                return input;
            },
            stop: stop.Token,
            options: new LocalOptions());
        var run = await running;
        run.Status.ShouldBe(ExecutionStatus.Aborted);
        run.History.TakeLast(2).Select(e => e.Type).ShouldBe([HistoryEventType.TaskStateAborted, HistoryEventType.ExecutionAborted]);
        await cancelled.Task;
    }

    [Fact]
    public async Task A_result_over_256_KiB_can_be_caught_by_its_name()
    {
        var run = await Machines.RunAsync(
            Machines.OneTask("\"Catch\": [ { \"ErrorEquals\": [ \"States.DataLimitExceeded\" ], \"Next\": \"Caught\" } ]"),
            options: Machines.Virtual().Mock("Work", Reply.Return(new string('x', 262_143))));
        run.Path.ShouldBe(["Work", "Caught"]);
    }

    [Fact]
    public async Task Replies_come_in_order_and_the_last_one_repeats()
    {
        string asl = """
            { "StartAt": "T", "States": {
              "T": { "Type": "Task", "Resource": "${TFunctionArn}", "TimeoutSeconds": 7, "ResultPath": null, "Next": "T2", "Catch": [ { "ErrorEquals": [ "States.ALL" ], "Next": "T" } ] },
              "T2": { "Type": "Task", "Resource": "${T2FunctionArn}", "End": true } } }
            """;
        var options = Machines.Virtual()
            .Mock("T", Reply.Timeout(), Reply.Fail(new PaymentDeclinedException("x")), Reply.Return(1).After(TimeSpan.FromSeconds(2)))
            .Mock("T2", Reply.Return(new Order("a", 3)));
        await using var machine = LocalStateMachine.FromDefinition(asl, options);
        for (int i = 0; i < 2; i++)
        {
            var run = await machine.ExecuteJsonAsync("{}");
            run.Visits.Select(v => v.Error).ShouldBe(["States.Timeout", "PaymentDeclinedException", null, null]);
            run.Duration.ShouldBe(TimeSpan.FromSeconds(9));
            run.OutputJson.ShouldBe("""{"id":"a","count":3}""");
        }
    }

    [Fact]
    public async Task Hooks_are_called_and_one_that_throws_disturbs_nothing()
    {
        var lines = new List<string>();
        int calls = 0;
        var binding = new TaskBinding<JsonElement, JsonElement>(
            "Work", _ => new Counting(() => calls++))
        {
            Entered = e => throw new InvalidTimeZoneException(e.State),
            Retried = e => lines.Add($"retried {e.Error} {e.Attempt} {e.Delay.TotalSeconds}"),
            Failed = e => lines.Add($"failed {e.Error} {e.Exception?.Message} {e.CaughtBy}"),
            Exited = e => lines.Add($"exited {e.Next} {e.Duration.TotalSeconds}"),
        };
        var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask("""
                "Retry": [ { "ErrorEquals": [ "PaymentDeclinedException" ], "MaxAttempts": 1, "IntervalSeconds": 3 } ],
                "Catch": [ { "ErrorEquals": [ "PaymentDeclinedException" ], "Next": "Caught" } ]
                """),
            null,
            null,
            binding);
        var run = await machine.ExecuteJsonAsync("{}");
        run.Path.ShouldBe(["Work", "Caught"]);
        lines.ShouldBe(["retried PaymentDeclinedException 1 3", "failed PaymentDeclinedException no 2 Caught", "exited Caught 3"]);
        run.HookExceptions.Single().ShouldBeOfType<InvalidTimeZoneException>();
    }

    private sealed class Counting(Func<int> next) : ITask<JsonElement, JsonElement>
    {
        public Task<JsonElement> ExecuteAsync(JsonElement input, CancellationToken cancellationToken) => throw new PaymentDeclinedException($"no {next() + 1}");
    }

    [Fact]
    public async Task A_Lambda_entry_point_reads_runs_and_writes()
    {
        using var input = new System.IO.MemoryStream("""{"id":"ü","count":1}"""u8.ToArray());
        using var reader = new System.IO.StreamReader(await LambdaEntryPoint.InvokeAsync<Function, Function>(input));
        (await reader.ReadToEndAsync()).ShouldBe("""{"id":"ü","count":9}""");
    }

    private sealed class Function : IState, ILambdaServices
    {
        static StateBinding IState.Binding { get; } = Machines.Task<Order, Order>("Work", (order, _) => Task.FromResult(order with { Count = 9 }));

        static IServiceProvider? ILambdaServices.Create() => null;
    }
}
