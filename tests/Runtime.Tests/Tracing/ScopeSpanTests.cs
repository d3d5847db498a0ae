using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>The spans of branches, iterations, attempts and of what answers a task, however they end.</summary>
public sealed class ScopeSpanTests : IDisposable
{
    private const string Call = """ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:work" """;

    private readonly SpanRecording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Fact]
    public async Task Branches_run_side_by_side_each_in_its_span()
    {
        await Run("""
            { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
              { "StartAt": "Long", "States": { "Long": { "Type": "Wait", "Seconds": 7, "End": true } } },
              { "StartAt": "Short", "States": { "Short": { "Type": "Wait", "Seconds": 3, "Next": "Then" }, "Then": { "Type": "Pass", "End": true } } } ] } } }
            """);
        Activity[] branches = [.. _recording.All("branch").OrderBy(Index)];
        branches.Select(Index).ShouldBe([0, 1]);
        branches.ShouldAllBe(branch => branch.ParentSpanId == _recording.Single("Both").SpanId && branch.Kind == ActivityKind.Internal);
        branches.Select(branch => branch.Duration.TotalSeconds).ShouldBe([7, 3]);
        branches.ShouldAllBe(branch => branch.Status == ActivityStatusCode.Unset && branch.GetTagItem(TelemetryNames.HttpStatusCode) == null);
        Above("Long").ShouldBe(branches[0]);
        Above("Short").ShouldBe(branches[1]);
        Above("Then").ShouldBe(branches[1]);

        static object? Index(Activity branch) => branch.GetTagItem(TelemetryNames.BranchIndex);
    }

    [Fact]
    public async Task When_a_branch_fails_the_others_are_told_as_aborted()
    {
        await Run(
            $$"""
            { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
              { "StartAt": "Work", "States": { "Work": { {{Call}}, "End": true } } },
              { "StartAt": "Long", "States": { "Long": { "Type": "Wait", "Seconds": 100, "End": true } } } ] } } }
            """,
            Reply.Fail("E", "why").After(TimeSpan.FromSeconds(5)));
        Ends().ShouldBe(
        [
            ("Lambda.Invoke", "E", 500), ("Work", "E", 500), ("branch", "E", 500),
            ("Long", "Aborted", 499), ("branch", "Aborted", 499), ("Both", "E", 500), ("StateMachine", "E", 500),
        ]);
        _recording.Spans.ShouldAllBe(span => span.Duration == TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Iterations_have_spans_and_attempts_of_a_Map_are_around_them()
    {
        await Run(
            $$"""
            { "StartAt": "Each", "States": { "Each": { "Type": "Map", "Retry": [ { "ErrorEquals": [ "E" ], "IntervalSeconds": 4, "MaxAttempts": 1 } ], "MaxConcurrency": 1, "End": true,
              "ItemProcessor": { "StartAt": "Work", "States": { "Work": { {{Call}}, "End": true } } } } } }
            """,
            "[1,2]",
            Reply.ReturnJson("1").After(TimeSpan.FromSeconds(1)), Reply.Fail("E").After(TimeSpan.FromSeconds(1)), Reply.ReturnJson("2"));
        Activity state = _recording.Single("Each");
        Activity[] attempts = [.. _recording.All("attempt")];
        attempts.Select(attempt => attempt.GetTagItem(TelemetryNames.Attempt)).ShouldBe([1, 2]);
        attempts.ShouldAllBe(attempt => attempt.ParentSpanId == state.SpanId);
        attempts.Select(attempt => (attempt.StartTimeUtc - state.StartTimeUtc).TotalSeconds).ShouldBe([0, 6], "two seconds of work and four of waiting");
        attempts.Select(attempt => attempt.Status).ShouldBe([ActivityStatusCode.Error, ActivityStatusCode.Unset]);
        _recording.All("iteration").Select(span => (span.ParentSpanId, span.GetTagItem(TelemetryNames.IterationIndex), span.GetTagItem(TelemetryNames.ErrorType))).ShouldBe(
        [
            (attempts[0].SpanId, 0, null), (attempts[0].SpanId, 1, "E"), (attempts[1].SpanId, 0, null), (attempts[1].SpanId, 1, null),
        ]);
    }

    [Fact]
    public async Task Child_executions_of_a_Distributed_Map_are_shown_as_iterations()
    {
        ExecutionResult<JsonElement> run = await Run(
            $$"""
            { "StartAt": "Each", "States": { "Each": { "Type": "Map", "Label": "L", "ToleratedFailurePercentage": 50, "MaxConcurrency": 1, "End": true,
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "Work", "States": { "Work": { {{Call}}, "End": true } } } } } }
            """,
            "[1,2]",
            Reply.ReturnJson("1"), Reply.Fail("E"));
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        Activity[] iterations = [.. _recording.Spans.Where(span => span.DisplayName == "iteration")];
        iterations.Select(span => (span.GetTagItem(TelemetryNames.IterationIndex), span.Status)).ShouldBe([(0, ActivityStatusCode.Unset), (1, ActivityStatusCode.Error)]);
        iterations.Select(span => span.GetTagItem(TelemetryNames.ExecutionArn)).ShouldBe(run.MapRuns.Single().Executions.Select(child => (object)child.Arn));
        iterations.ShouldAllBe(span => span.ParentSpanId == _recording.Single("Each").SpanId);
        _recording.Single("Each").Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Fact]
    public async Task A_callback_s_span_ends_with_its_answer()
    {
        PendingTask task = await Pending("arn:aws:states:::sqs:sendMessage.waitForTaskToken", out VirtualTimeProvider clock, out Task<ExecutionResult<JsonElement>> running);
        await clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        _recording.Open.ShouldBe(["StateMachine", "Ask", "sendMessage.waitForTaskToken"]);
        task.SucceedJson("1");
        (await running).Status.ShouldBe(ExecutionStatus.Succeeded);
        Activity call = _recording.Single("sendMessage.waitForTaskToken");
        call.Duration.ShouldBe(TimeSpan.FromMinutes(5));
        call.Kind.ShouldBe(ActivityKind.Client);
        Tags(call).ShouldBe(["aws-api", "sqs", "sendMessage", "sqs", null]);
        _recording.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_activity_s_span_is_a_call_of_its_worker()
    {
        PendingTask task = await Pending("arn:aws:states:us-east-1:123456789012:activity:pick", out VirtualTimeProvider clock, out Task<ExecutionResult<JsonElement>> running);
        await clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        task.Fail("Empty", "no stock");
        (await running).Status.ShouldBe(ExecutionStatus.Failed);
        Activity call = _recording.Single("pick");
        call.Duration.ShouldBe(TimeSpan.FromMinutes(2));
        call.Kind.ShouldBe(ActivityKind.Client);
        Tags(call).ShouldBe([null, null, null, "pick", "arn:aws:states:us-east-1:123456789012:activity:pick"]);
        Ends().ShouldBe([("pick", "Empty", 500), ("Ask", "Empty", 500), ("StateMachine", "Empty", 500)]);
    }

    [Fact]
    public async Task A_nested_execution_is_a_service_below_the_call_that_started_it()
    {
        var clock = new VirtualTimeProvider(Machines.Start);
        await using var child = LocalStateMachine.FromDefinition(
            """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 60, "End": true } } }""", new LocalOptions { TimeProvider = clock, Seed = 1 }, "Child");
        await using var machine = LocalStateMachine.FromDefinition(
            """
            { "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2", "TimeoutSeconds": 20, "End": true,
              "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Child" } } } }
            """,
            new LocalOptions { TimeProvider = clock, Seed = 1 }.Machine(child),
            "Parent");
        (await machine.ExecuteJsonAsync("{}")).Error.ShouldBe("States.Timeout");
        Activity called = _recording.Single("Child");
        called.Kind.ShouldBe(ActivityKind.Server);
        Above("Child").ShouldBe(_recording.Single("startExecution.sync:2"));
        Ends().ShouldBe(
        [
            ("W", "Aborted", 499), ("Child", "Aborted", 499),
            ("startExecution.sync:2", "States.Timeout", 504), ("Start", "States.Timeout", 504), ("Parent", "States.Timeout", 500),
        ]);
        _recording.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_handler_that_was_given_up_and_its_call_end_with_the_timeout()
    {
        LocalOptions options = Machines.Virtual();
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask("\"TimeoutSeconds\": 5"),
            options,
            null,
            Machines.Task<JsonElement, JsonElement>("Work", async (input, token) =>
            {
                await Task.Delay(TimeSpan.FromHours(1), options.TimeProvider, token);
                return input;
            }));
        (await machine.ExecuteJsonAsync("{}")).Error.ShouldBe("States.Timeout");
        Ends().ShouldBe(
            [("work", "States.Timeout", 504), ("Lambda.Invoke", "States.Timeout", 504), ("Work", "States.Timeout", 504), ("Machine", "States.Timeout", 500)]);
        _recording.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_execution_that_times_out_ends_all_that_is_open()
    {
        await Run(
            """
            { "TimeoutSeconds": 10, "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
              "ItemProcessor": { "StartAt": "Long", "States": { "Long": { "Type": "Wait", "Seconds": 100, "End": true } } } } } }
            """,
            "[1,2]");
        Ends().ShouldBe(
        [
            ("Long", "States.Timeout", 504), ("iteration", "States.Timeout", 504), ("Long", "Aborted", 499), ("iteration", "Aborted", 499),
            ("Each", "States.Timeout", 504), ("StateMachine", "States.Timeout", 504),
        ]);
        _recording.Spans.ShouldAllBe(span => span.Status == ActivityStatusCode.Error && span.Duration == TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_execution_that_is_cancelled_ends_all_that_is_open()
    {
        using var cancel = new CancellationTokenSource();
        var clock = new VirtualTimeProvider(Machines.Start);
        LocalOptions options = new LocalOptions { TimeProvider = clock, Seed = 1 }.Mock("Work", Reply.From<JsonElement>(_ =>
        {
            cancel.Cancel();
            return Reply.Timeout();
        }));
        await using var machine = LocalStateMachine.FromDefinition(
            $$"""
            { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "End": true, "Branches": [
              { "StartAt": "Long", "States": { "Long": { "Type": "Wait", "Seconds": 100, "End": true } } },
              { "StartAt": "Work", "States": { "Work": { {{Call}}, "Retry": [ { "ErrorEquals": [ "States.ALL" ] } ], "End": true } } } ] } } }
            """,
            options);
        (await machine.ExecuteJsonAsync("{}", cancellationToken: cancel.Token)).Status.ShouldBe(ExecutionStatus.Aborted);
        _recording.Spans.Select(span => span.DisplayName).ShouldBe(
            ["Long", "branch", "Lambda.Invoke", "attempt", "Work", "branch", "Both", "StateMachine"], ignoreOrder: true);
        _recording.Spans.ShouldAllBe(span => span.Status == ActivityStatusCode.Error && Equals(Status(span), 499));
        _recording.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_machine_that_is_disposed_of_ends_what_its_executions_have_open()
    {
        PendingTask task = await Pending("arn:aws:states:::sqs:sendMessage.waitForTaskToken", out _, out Task<ExecutionResult<JsonElement>> running, out IAsyncDisposable machine);
        await machine.DisposeAsync();
        (await running).Status.ShouldBe(ExecutionStatus.Aborted);
        task.IsPending.ShouldBeFalse();
        Ends().ShouldBe([("sendMessage.waitForTaskToken", "Aborted", 499), ("Ask", "Aborted", 499), ("StateMachine", "Aborted", 499)]);
        _recording.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_hooks_throw_is_on_the_state_s_span_and_leaves_it_as_it_is()
    {
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            """{ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }""",
            null,
            null,
            new StateMachineGen.CompilerServices.StateBinding("P")
            {
                Entered = static _ => throw new InvalidTimeZoneException("entering"),
                Exited = static _ => throw new InvalidTimeZoneException("leaving"),
            });
        (await machine.ExecuteJsonAsync("{}")).HookExceptions.Length.ShouldBe(2);
        Activity state = _recording.Single("P");
        state.Status.ShouldBe(ActivityStatusCode.Unset);
        state.Events.Count(e => e.Name == "exception").ShouldBe(2);
        _recording.Open.ShouldBeEmpty();
    }

    /// <summary>Wherever the interpreter itself is broken off, all that is open ends and says so.</summary>
    [Fact]
    public async Task A_clock_that_breaks_leaves_no_span_open()
    {
        const string asl = $$"""
            { "StartAt": "Both", "States": { "Both": { "Type": "Parallel", "Retry": [ { "ErrorEquals": [ "E" ] } ], "Next": "Each", "Branches": [
                { "StartAt": "Work", "States": { "Work": { {{Call}}, "Retry": [ { "ErrorEquals": [ "E" ] } ], "End": true } } },
                { "StartAt": "Pass", "States": { "Pass": { "Type": "Pass", "End": true } } } ] },
              "Each": { "Type": "Map", "End": true, "ItemProcessor": { "StartAt": "Item", "States": { "Item": { "Type": "Pass", "End": true } } } } } }
            """;
        int broken = 0;
        bool isBroken = true;
        while (isBroken)
        {
            var clock = new BreakingClock(broken++);
            await using var machine = LocalStateMachine.FromDefinition(asl, new LocalOptions { TimeProvider = clock, Seed = 1 }.Mock("Work", Reply.ReturnJson("1")));
            int before = _recording.Spans.Count;
            isBroken = await Record.ExceptionAsync(() => machine.ExecuteJsonAsync("{}")) is not null;
            _recording.Open.ShouldBeEmpty($"broken off at the clock's reading {broken}");
            if (isBroken && _recording.Spans.Count > before)
            {
                _recording.Spans[^1].DisplayName.ShouldBe("StateMachine");
                _recording.Spans[^1].Status.ShouldBe(ActivityStatusCode.Error);
                Status(_recording.Spans[^1]).ShouldBe(500);
            }
        }

        broken.ShouldBeGreaterThan(30);
    }

    private static object? Status(Activity span) => span.GetTagItem(TelemetryNames.HttpStatusCode);

    private static string?[] Tags(Activity call) =>
    [
        .. new[] { TelemetryNames.RpcSystem, TelemetryNames.RpcService, TelemetryNames.RpcMethod, TelemetryNames.RemoteService, TelemetryNames.ActivityArn }
            .Select(name => call.GetTagItem(name) as string),
    ];

    private Activity Above(string name) => _recording.Spans.Single(span => span.SpanId == _recording.Single(name).ParentSpanId);

    /// <summary>What has ended, in this order, with its error and status.</summary>
    private (string Name, object? Error, object? Status)[] Ends() =>
        [.. _recording.Spans.Select(span => (span.DisplayName, span.GetTagItem(TelemetryNames.ErrorType), Status(span)))];

    private Task<ExecutionResult<JsonElement>> Run(string asl, params Reply[] replies) => Run(asl, "{}", replies);

    private async Task<ExecutionResult<JsonElement>> Run(string asl, string input, params Reply[] replies)
    {
        LocalOptions options = Machines.Virtual();
        ExecutionResult<JsonElement> run = await Machines.RunAsync(asl, input, replies.Length == 0 ? options : options.Mock("Work", replies));
        _recording.Open.ShouldBeEmpty();
        return run;
    }

    private static Task<PendingTask> Pending(string resource, out VirtualTimeProvider clock, out Task<ExecutionResult<JsonElement>> running) =>
        Pending(resource, out clock, out running, out _);

    private static Task<PendingTask> Pending(
        string resource, out VirtualTimeProvider clock, out Task<ExecutionResult<JsonElement>> running, out IAsyncDisposable owner)
    {
        clock = new VirtualTimeProvider(Machines.Start) { Patience = Timeout.InfiniteTimeSpan };
        var tasks = new LocalTasks();
        var machine = LocalStateMachine.FromDefinition(
            $$"""{ "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "{{resource}}", "Parameters": { "a": 1 }, "End": true } } }""",
            new LocalOptions { TimeProvider = clock, Seed = 1, Tasks = tasks });
        owner = machine;
        running = machine.ExecuteJsonAsync("{}");
        return tasks.WaitForAsync("Ask");
    }

    private sealed class BreakingClock(int readings) : TimeProvider
    {
        private int _left = readings;

        public override DateTimeOffset GetUtcNow() => _left-- > 0 ? Machines.Start : throw new InvalidOperationException("The clock is broken.");
    }
}
