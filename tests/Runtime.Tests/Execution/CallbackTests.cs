using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Tasks that wait for an answer by their token: <c>.waitForTaskToken</c>.</summary>
public class CallbackTests
{
    private const string Approve = "Approve";

    private readonly LocalTasks _tasks = new();
    private readonly VirtualTimeProvider _clock = new(Machines.Start) { Patience = Timeout.InfiniteTimeSpan };

    public sealed record Request(string Token, string Order);

    private static CancellationToken Test => TestContext.Current.CancellationToken;

    private static string Callback(string fields = "") =>
        """
        { "StartAt": "Approve", "States": { "Approve": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
          "Parameters": { "token.$": "$$.Task.Token", "order.$": "$.order" }, "End": true
        """
        + (fields.Length == 0 ? "" : ", " + fields) + " }" + Machines.Target(fields, "Caught") + " } }";

    private LocalStateMachine<JsonElement, JsonElement> Machine(string asl) =>
        LocalStateMachine.FromDefinition(asl, new LocalOptions { TimeProvider = _clock, Seed = 1, Tasks = _tasks });

    private static Task<ExecutionResult<JsonElement>> Start(LocalStateMachine<JsonElement, JsonElement> machine) =>
        machine.ExecuteJsonAsync("""{"order":"A-1"}""", cancellationToken: Test);

    [Fact]
    public async Task A_callback_takes_its_answer_from_the_test_and_no_time_passes()
    {
        await using var machine = Machine(Callback("\"TimeoutSeconds\": 60"));
        Task<ExecutionResult<JsonElement>> running = Start(machine);
        PendingTask task = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        task.ReadInput<Request>().ShouldBe(new Request(task.Token, "A-1"));
        task.InputJson.ShouldBe($$"""{"token":"{{task.Token}}","order":"A-1"}""");
        task.StateName.ShouldBe(Approve);
        task.Resource.ShouldBe("arn:aws:states:::sqs:sendMessage.waitForTaskToken");
        task.IsPending.ShouldBeTrue();

        task.Succeed(new { Approved = true });

        ExecutionResult<JsonElement> run = await running;
        run.OutputJson.ShouldBe("""{"approved":true}""");
        run.Duration.ShouldBe(TimeSpan.Zero);
        run.Arn.ShouldBe(task.ExecutionArn);
        task.IsPending.ShouldBeFalse();
        run.History.Select(each => each.Type).ShouldBe([
            HistoryEventType.ExecutionStarted, HistoryEventType.TaskStateEntered, HistoryEventType.TaskScheduled, HistoryEventType.TaskStarted,
            HistoryEventType.TaskSubmitted, HistoryEventType.TaskSucceeded, HistoryEventType.TaskStateExited, HistoryEventType.ExecutionSucceeded]);
    }

    [Theory]
    [InlineData("Rejected", "by hand", """{"Error":"Rejected","Cause":"by hand"}""")]
    [InlineData(null, null, """{"Error":null,"Cause":null}""")]
    public async Task A_callback_fails_as_the_test_says(string? error, string? cause, string caught)
    {
        await using var machine = Machine(Callback("\"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Next\": \"Caught\" } ]"));
        Task<ExecutionResult<JsonElement>> running = Start(machine);
        (await _tasks.WaitForAsync(Approve, cancellationToken: Test)).Fail(error, cause);
        ExecutionResult<JsonElement> run = await running;
        run.OutputJson.ShouldBe(caught);
        run.History.ShouldContain(each => each.Type == HistoryEventType.TaskFailed && each.Error == error && each.Cause == cause);
    }

    [Fact]
    public async Task Heartbeats_prolong_a_callback_until_one_is_missed()
    {
        await using var machine = Machine(Callback("""
            "HeartbeatSeconds": 10, "TimeoutSeconds": 600, "Catch": [ { "ErrorEquals": [ "States.HeartbeatTimeout" ], "Next": "Caught" } ]
            """));
        Task<ExecutionResult<JsonElement>> running = Start(machine);
        PendingTask task = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        for (int i = 0; i < 3; i++)
        {
            await _clock.AdvanceAsync(TimeSpan.FromSeconds(8));
            task.IsPending.ShouldBeTrue();
            task.Heartbeat();
        }

        await _clock.AdvanceAsync(TimeSpan.FromSeconds(60));

        ExecutionResult<JsonElement> run = await running;
        run.Duration.ShouldBe(TimeSpan.FromSeconds(34));
        run.Path.ShouldBe([Approve, "Caught"]);
        run.OutputJson.ShouldBe("""{"Error":"States.Timeout","Cause":""}""");
        run.History.ShouldContain(each => each.Type == HistoryEventType.TaskTimedOut && each.Error == Errors.Timeout);
        Should.Throw<TaskTokenException>(task.Heartbeat).Error.ShouldBe("TaskTimedOut");
    }

    [Fact]
    public async Task Heartbeats_do_not_prolong_the_timeout()
    {
        await using var machine = Machine(Callback("\"HeartbeatSeconds\": 4, \"TimeoutSeconds\": 6"));
        Task<ExecutionResult<JsonElement>> running = Start(machine);
        PendingTask task = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(3));
        task.Heartbeat();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(3));
        ExecutionResult<JsonElement> run = await running;
        run.Duration.ShouldBe(TimeSpan.FromSeconds(6));
        run.Error.ShouldBe(Errors.Timeout);
    }

    [Fact]
    public async Task A_callback_without_limits_waits_for_as_long_as_AWS_lets_it()
    {
        await using var machine = Machine(Callback());
        Task<ExecutionResult<JsonElement>> running = Start(machine);
        PendingTask task = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        await _clock.AdvanceAsync(TimeSpan.FromDays(365) - TimeSpan.FromSeconds(1));
        task.IsPending.ShouldBeTrue();
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(1));
        (await running).Status.ShouldBe(ExecutionStatus.TimedOut);
    }

    [Fact]
    public async Task A_mock_that_never_answers_lets_the_machines_timeout_come()
    {
        ExecutionResult<JsonElement> run = await Machines.RunAsync(
            Callback().Replace("{ \"StartAt\"", "{ \"TimeoutSeconds\": 300, \"StartAt\"", StringComparison.Ordinal),
            """{"order":1}""",
            Machines.Virtual().Mock(Approve, Reply.Timeout()));
        run.Status.ShouldBe(ExecutionStatus.TimedOut);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(300));
    }

    [Fact]
    public async Task Time_goes_on_when_patience_with_a_test_that_never_answers_is_at_an_end()
    {
        var clock = new VirtualTimeProvider(Machines.Start) { Patience = TimeSpan.FromMilliseconds(20) };
        await using var machine = LocalStateMachine.FromDefinition(
            Callback("\"TimeoutSeconds\": 60"), new LocalOptions { TimeProvider = clock, Tasks = _tasks });
        ExecutionResult<JsonElement> run = await Start(machine);
        run.Error.ShouldBe(Errors.Timeout);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Answers_by_token_are_refused_as_AWS_refuses_them()
    {
        await using var machine = Machine(Callback());
        Task<ExecutionResult<JsonElement>> running = Start(machine);
        string token = (await _tasks.WaitForAsync(Approve, cancellationToken: Test)).Token;
        Should.Throw<TaskTokenException>(() => _tasks.SendTaskSuccess("none", "1")).Message.ShouldBe("Invalid Token: 'Invalid token'");
        Should.Throw<TaskTokenException>(() => _tasks.SendTaskSuccess(token, "{")).Error.ShouldBe("InvalidOutput");
        _tasks.SendTaskHeartbeat(token);
        _tasks.SendTaskSuccess(token, "[1]");
        Should.Throw<TaskTokenException>(() => _tasks.SendTaskFailure(token, "E")).Message.ShouldBe("Task Timed Out: 'Provided task does not exist anymore'");
        (await running).OutputJson.ShouldBe("[1]");
        Should.Throw<TaskTokenException>(() => _tasks.SendTaskHeartbeat(token)).Error.ShouldBe("TaskTimedOut");
    }

    [Fact]
    public async Task A_handler_takes_the_request_and_its_answer_is_what_the_history_tells()
    {
        string? token = null;
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Callback(),
            new LocalOptions { TimeProvider = _clock, Seed = 1, Tasks = _tasks },
            null,
            Machines.Task<Request, string>(Approve, (request, _) =>
            {
                token = request.Token;
                return Task.FromResult("message 7");
            }));
        Task<ExecutionResult<JsonElement>> running = Start(machine);
        PendingTask task = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        task.Token.ShouldBe(token);
        task.SucceedJson("\"yes\"");
        ExecutionResult<JsonElement> run = await running;
        run.History.Single(each => each.Type == HistoryEventType.TaskSubmitted).Output.ShouldBe("\"message 7\"");
        run.OutputJson.ShouldBe("\"yes\"");
    }

    [Fact]
    public async Task A_handler_may_have_its_request_answered_before_it_returns()
    {
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Callback(),
            new LocalOptions { TimeProvider = _clock, Tasks = _tasks },
            null,
            Machines.Task<Request, string>(Approve, (request, _) =>
            {
                _tasks.SendTaskSuccess(request.Token, "2");
                return Task.FromResult("sent");
            }));
        (await Start(machine)).OutputJson.ShouldBe("2");
    }

    [Fact]
    public async Task A_request_that_fails_leaves_nothing_to_answer()
    {
        string? token = null;
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Callback(),
            new LocalOptions { TimeProvider = _clock, Tasks = _tasks },
            null,
            Machines.Task<Request, string>(Approve, (request, _) =>
            {
                token = request.Token;
                throw new TaskFailureException("SQS.QueueDoesNotExistException", "gone");
            }));
        ExecutionResult<JsonElement> run = await Start(machine);
        run.Error.ShouldBe("SQS.QueueDoesNotExistException");
        run.Cause.ShouldBe("gone");
        Should.Throw<TaskTokenException>(() => _tasks.SendTaskSuccess(token!, "1")).Error.ShouldBe("TaskTimedOut");
    }

    [Fact]
    public void A_handler_whose_request_nobody_could_answer_is_refused() =>
        Should.Throw<DefinitionException>(() => Machines.Create<JsonElement, JsonElement>(
                Callback(), null, null, Machines.Task<Request, string>(Approve, (_, _) => Task.FromResult(""))))
            .Message.ShouldContain("LocalOptions.Tasks");

    [Fact]
    public async Task A_callback_without_tasks_and_mock_says_what_it_needs()
    {
        ExecutionResult<JsonElement> run = await Machines.RunAsync(Callback(), """{"order":1}""");
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause!.ShouldContain("LocalOptions.Tasks");
    }

    [Fact]
    public async Task Each_attempt_has_a_token_of_its_own_and_tasks_are_handed_out_in_order()
    {
        await using var machine = Machine("""
            { "StartAt": "M", "States": { "M": { "Type": "Map", "ItemsPath": "$.all", "End": true, "ItemProcessor": { "StartAt": "Approve", "States": {
              "Approve": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true,
                "Retry": [ { "ErrorEquals": [ "E" ], "IntervalSeconds": 3 } ], "Parameters": { "item.$": "$", "t.$": "$$.Task.Token" } } } } } } }
            """);
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("""{"all":[1,2]}""", cancellationToken: Test);
        PendingTask one = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        PendingTask two = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        one.InputJson.ShouldStartWith("{\"item\":1");
        two.InputJson.ShouldStartWith("{\"item\":2");
        two.Succeed("b");
        one.Fail("E");
        PendingTask again = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        again.InputJson.ShouldStartWith("{\"item\":1");
        new[] { one.Token, two.Token, again.Token }.Distinct().Count().ShouldBe(3);
        again.Succeed("a");
        ExecutionResult<JsonElement> run = await running;
        run.OutputJson.ShouldBe("""["a","b"]""");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Machines_with_one_seed_share_tasks_without_sharing_tokens()
    {
        await using var first = Machine(Callback());
        await using var second = Machine(Callback());
        Task<ExecutionResult<JsonElement>>[] running = [Start(first), Start(second)];
        PendingTask one = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        PendingTask two = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        one.Token.ShouldNotBe(two.Token);
        two.Succeed(2);
        one.Succeed(1);
        (await Task.WhenAll(running)).Select(run => run.OutputJson).ShouldBe(["1", "2"]);
    }

    [Fact]
    public async Task Whoever_waits_for_a_task_is_told_when_none_can_come()
    {
        await using var machine = Machine("""{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 5, "End": true } } }""");
        await Should.ThrowAsync<InvalidOperationException>(() => _tasks.WaitForAsync(Approve, cancellationToken: Test));
        using IDisposable hold = _clock.Hold();
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}", cancellationToken: Test);
        Task<PendingTask> waiting = _tasks.WaitForAsync(Approve, cancellationToken: Test);
        using var stop = new CancellationTokenSource();
        Task<PendingTask> cancelled = _tasks.WaitForAsync(Approve, cancellationToken: stop.Token);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => cancelled);
        hold.Dispose();
        await running;
        (await Should.ThrowAsync<InvalidOperationException>(() => waiting)).Message.ShouldContain(Approve);
    }

    [Fact]
    public async Task Cancelling_and_disposing_leave_no_task_pending()
    {
        using var stop = new CancellationTokenSource();
        var machine = Machine(Callback());
        Task<ExecutionResult<JsonElement>> cancelled = machine.ExecuteJsonAsync("""{"order":1}""", cancellationToken: stop.Token);
        PendingTask one = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        await stop.CancelAsync();
        (await cancelled).Status.ShouldBe(ExecutionStatus.Aborted);
        Should.Throw<TaskTokenException>(() => one.Succeed(1)).Error.ShouldBe("TaskTimedOut");

        Task<ExecutionResult<JsonElement>> disposed = Start(machine);
        PendingTask two = await _tasks.WaitForAsync(Approve, cancellationToken: Test);
        await machine.DisposeAsync();
        (await disposed).Status.ShouldBe(ExecutionStatus.Aborted);
        two.IsPending.ShouldBeFalse();
    }

    [Fact]
    public async Task A_machine_answers_a_task_of_another_branch_when_time_may_pass()
    {
        var tasks = new LocalTasks { HoldsTime = false };
        await using var machine = LocalStateMachine.FromDefinition(
            """
            { "StartAt": "P", "States": { "P": { "Type": "Parallel", "End": true, "Branches": [
              { "StartAt": "Ask", "States": { "Ask": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
                "Parameters": { "FunctionName": "ask", "Payload": { "token.$": "$$.Task.Token" } }, "TimeoutSeconds": 900, "End": true } } },
              { "StartAt": "Wait", "States": { "Wait": { "Type": "Wait", "Seconds": 600, "Next": "Read" },
                "Read": { "Type": "Task", "Resource": "${ReadFunctionArn}", "Next": "Answer" },
                "Answer": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess",
                  "Parameters": { "TaskToken.$": "$", "Output": "{\"ok\":true}" }, "Next": "Twice" },
                "Twice": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskHeartbeat", "Parameters": { "TaskToken": "x" }, "End": true,
                  "Catch": [ { "ErrorEquals": [ "Sfn.InvalidTokenException" ], "Next": "Done" } ] }, "Done": { "Type": "Pass", "OutputPath": "$.Cause", "End": true } } } ] } } }
            """,
            Asking(new LocalOptions { TimeProvider = _clock, Seed = 1, Tasks = tasks }));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}", cancellationToken: Test);
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(600));
        run.OutputJson!.ShouldStartWith("""[{"ok":true},"Invalid Token: 'Invalid token' (Service: Sfn, Status Code: 400, Request ID: """);
        run.History.First(each => each.Type == HistoryEventType.TaskSubmitted).Output!.ShouldStartWith("{\"ExecutedVersion\":\"$LATEST\",\"Payload\":\"asked\"");
    }

    private static LocalOptions Asking(LocalOptions options)
    {
        string token = "";
        return options
            .Function<Request, string>("ask", (request, _) =>
            {
                token = request.Token;
                return Task.FromResult("asked");
            })
            .Function<JsonElement, string>("Read", (_, _) => Task.FromResult(token));
    }
}
