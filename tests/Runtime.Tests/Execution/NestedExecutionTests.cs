using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Execution;

/// <summary>Tasks that start executions of other machines.</summary>
public class NestedExecutionTests
{
    private const string ChildArn = "arn:aws:states:us-east-1:123456789012:stateMachine:Child";
    private const string Waiting = """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 60, "End": true } } }""";
    private const string Failing = """{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "Broken", "Cause": "it was" } } }""";

    private readonly VirtualTimeProvider _clock = new(Machines.Start);

    private LocalOptions Options => new() { TimeProvider = _clock, Seed = 1 };

    private LocalStateMachine<JsonElement, JsonElement> Child(string asl, MachineType type = MachineType.Standard, LocalOptions? options = null) =>
        LocalStateMachine.FromDefinition(asl, options ?? Options, "Child", type);

    private static string Parent(string resource, string parameters = "", string fields = "") =>
        $$"""{ "StartAt": "S", "States": { "S": { "Type": "Task", "Resource": "{{resource}}", "Parameters": { "StateMachineArn": "{{ChildArn}}"{{parameters}} }{{fields}}, "End": true } } }""";

    private async Task<ExecutionResult<JsonElement>> Run(string asl, LocalStateMachine<JsonElement, JsonElement> child)
    {
        await using (child)
        {
            await using var machine = LocalStateMachine.FromDefinition(asl, Options.Machine(child), "Parent");
            return await machine.ExecuteJsonAsync("""{"a":1}""", cancellationToken: TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task A_start_goes_on_at_once()
    {
        ExecutionResult<JsonElement> run = await Run(Parent("arn:aws:states:::states:startExecution", ", \"Name\": \"first\""), Child(Waiting));
        run.Duration.ShouldBe(TimeSpan.Zero);
        run.Output.GetProperty("ExecutionArn").GetString().ShouldBe("arn:aws:states:us-east-1:123456789012:execution:Child:first");
        run.Output.GetProperty("StartDate").GetInt64().ShouldBe(Machines.Start.ToUnixTimeMilliseconds());
        run.Output.GetProperty("SdkHttpMetadata").GetProperty("HttpStatusCode").GetInt32().ShouldBe(200);
    }

    [Fact]
    public async Task The_SDKs_start_answers_with_the_date_as_text()
    {
        ExecutionResult<JsonElement> run = await Run(Parent("arn:aws:states:::aws-sdk:sfn:startExecution", ", \"Name\": \"x\""), Child(Waiting));
        run.OutputJson.ShouldBe("""{"ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:Child:x","StartDate":"2026-03-01T12:00:00.000Z"}""");
    }

    [Theory]
    [InlineData("", "\"{\\\"n\\\":1}\"")]
    [InlineData(":2", "{\"n\":1}")]
    public async Task A_synchronous_start_waits_for_the_end(string version, string data)
    {
        ExecutionResult<JsonElement> run = await Run(
            Parent("arn:aws:states:::states:startExecution.sync" + version, ", \"Name\": \"x\", \"Input\": { \"n\": 1 }"), Child(Waiting));
        run.Duration.ShouldBe(TimeSpan.FromSeconds(60));
        long start = Machines.Start.ToUnixTimeMilliseconds();
        run.OutputJson.ShouldBe(
            $$$"""{"ExecutionArn":"arn:aws:states:us-east-1:123456789012:execution:Child:x","Input":{{{data}}},"InputDetails":{"Included":true},"Name":"x","""
            + $$$""" "Output":{{{data}}},"OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","""[1..]
            + $$$""" "RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","StartDate":{{{start}}},"StateMachineArn":"{{{ChildArn}}}","""[1..]
            + $$$""" "Status":"SUCCEEDED","StopDate":{{{start + 60_000}}}}"""[1..]);
        run.History.Select(each => each.Type).ShouldContain(HistoryEventType.TaskSubmitted);
        run.History.Single(each => each.Type == HistoryEventType.TaskSubmitted).Output!.ShouldContain("\"SdkResponseMetadata\"");
    }

    [Theory]
    [InlineData(Failing, "FAILED", "Broken")]
    [InlineData("""{ "TimeoutSeconds": 5, "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 60, "End": true } } }""", "TIMED_OUT", null)]
    public async Task The_failure_of_an_execution_fails_the_task_that_waits_for_it(string child, string status, string? error)
    {
        ExecutionResult<JsonElement> run = await Run(Parent("arn:aws:states:::states:startExecution.sync:2"), Child(child));
        run.Error.ShouldBe(Errors.TaskFailed);
        using JsonDocument cause = JsonDocument.Parse(run.Cause!);
        cause.RootElement.GetProperty("Status").GetString().ShouldBe(status);
        cause.RootElement.TryGetProperty("Error", out JsonElement named).ShouldBe(error is not null);
        (error is null ? null : named.GetString()).ShouldBe(error);
        cause.RootElement.TryGetProperty("Output", out _).ShouldBeFalse();
        run.History.ShouldContain(each => each.Type == HistoryEventType.TaskFailed);
    }

    [Fact]
    public async Task A_synchronous_start_of_an_Express_machine_does_not_fail_with_it()
    {
        ExecutionResult<JsonElement> run = await Run(
            Parent("arn:aws:states:::aws-sdk:sfn:startSyncExecution", ", \"Input\": \"[1]\""), Child(Failing, MachineType.Express));
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.Output.GetProperty("Status").GetString().ShouldBe("FAILED");
        run.Output.GetProperty("Error").GetString().ShouldBe("Broken");
        run.Output.GetProperty("Input").GetString().ShouldBe("[1]");
        run.Output.GetProperty("BillingDetails").GetProperty("BilledMemoryUsedInMB").GetInt32().ShouldBe(64);
    }

    [Theory]
    [InlineData("arn:aws:states:::states:startExecution.sync", "", MachineType.Express, "StepFunctions.StateMachineTypeNotSupportedException")]
    [InlineData("arn:aws:states:::aws-sdk:sfn:startSyncExecution", "", MachineType.Standard, "Sfn.StateMachineTypeNotSupportedException")]
    [InlineData("arn:aws:states:::states:startExecution", ", \"Name\": \"a b\"", MachineType.Standard, "StepFunctions.InvalidNameException")]
    [InlineData("arn:aws:states:::states:startExecution", ", \"Input\": \"{\"", MachineType.Standard, "StepFunctions.InvalidExecutionInputException")]
    public async Task A_start_that_Step_Functions_refuses_fails_the_task(string resource, string parameters, MachineType type, string error) =>
        (await Run(Parent(resource, parameters), Child(Waiting, type))).Error.ShouldBe(error);

    [Fact]
    public async Task A_machine_that_is_not_there_is_an_error_of_Step_Functions()
    {
        ExecutionResult<JsonElement> run = await Run(
            Parent("arn:aws:states:::states:startExecution").Replace(":Child", ":Other", StringComparison.Ordinal), Child(Waiting));
        run.Error.ShouldBe("StepFunctions.StateMachineDoesNotExistException");
        run.Cause!.ShouldStartWith(
            "State Machine Does Not Exist: 'arn:aws:states:us-east-1:123456789012:stateMachine:Other' (Service: AWSStepFunctions; Status Code: 400; "
            + "Error Code: StateMachineDoesNotExist; Request ID: ");
    }

    [Fact]
    public async Task Without_machines_a_start_says_what_it_needs()
    {
        ExecutionResult<JsonElement> run = await Machines.RunAsync(Parent("arn:aws:states:::states:startExecution"));
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause!.ShouldContain("LocalOptions.Machine");
    }

    [Fact]
    public async Task A_task_that_times_out_stops_the_execution_that_it_waits_for()
    {
        var tasks = new LocalTasks();
        await using var child = Child(
            """
            { "StartAt": "C", "States": { "C": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
              "Parameters": { "t.$": "$$.Task.Token" }, "End": true } } }
            """,
            options: new LocalOptions { TimeProvider = _clock, Seed = 1, Tasks = tasks });
        await using var machine = LocalStateMachine.FromDefinition(
            Parent("arn:aws:states:::states:startExecution.sync", fields: ", \"TimeoutSeconds\": 30"), Options.Machine(child), "Parent");
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        PendingTask task = await tasks.WaitForAsync("C", cancellationToken: TestContext.Current.CancellationToken);
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(30));
        ExecutionResult<JsonElement> run = await running;
        run.Error.ShouldBe(Errors.Timeout);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(30));
        task.IsPending.ShouldBeFalse();
    }

    [Fact]
    public async Task A_task_that_waits_for_an_execution_takes_an_answer_by_its_token_too()
    {
        var tasks = new LocalTasks();
        await using var child = Child(
            """
            { "StartAt": "A", "States": {
              "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess", "Parameters": { "TaskToken.$": "$.token", "Output": "3" }, "Next": "W" },
              "W": { "Type": "Wait", "Seconds": 60, "End": true } } }
            """,
            options: new LocalOptions { TimeProvider = _clock, Seed = 1, Tasks = tasks });
        await using var machine = LocalStateMachine.FromDefinition(
            Parent("arn:aws:states:::states:startExecution.sync", ", \"Input\": { \"token.$\": \"$$.Task.Token\" }"),
            new LocalOptions { TimeProvider = _clock, Seed = 1, Tasks = tasks }.Machine(child),
            "Parent");
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        run.OutputJson.ShouldBe("3");
        run.Duration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_machine_that_is_started_with_a_token_answers_through_it()
    {
        var tasks = new LocalTasks { HoldsTime = false };
        var options = new LocalOptions { TimeProvider = _clock, Seed = 1, Tasks = tasks };
        await using var child = Child(
            """
            { "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 7, "Next": "A" },
              "A": { "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sfn:sendTaskSuccess", "Parameters": { "TaskToken.$": "$.token", "Output": { "n": 5 } }, "End": true } } }
            """,
            options: options);
        await using var machine = LocalStateMachine.FromDefinition(
            Parent("arn:aws:states:::states:startExecution.waitForTaskToken", ", \"Input\": { \"token.$\": \"$$.Task.Token\" }"),
            new LocalOptions { TimeProvider = _clock, Seed = 1, Tasks = tasks }.Machine(child),
            "Parent");
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        run.OutputJson.ShouldBe("{\"n\":5}");
        run.Duration.ShouldBe(TimeSpan.FromSeconds(7));
        run.History.Single(each => each.Type == HistoryEventType.TaskSubmitted).Output!.ShouldContain(":execution:Child:");
    }

    [Theory]
    [InlineData(".sync")]
    [InlineData("")]
    public async Task A_machine_that_starts_itself_without_end_is_stopped(string pattern)
    {
        string asl = Parent("arn:aws:states:::states:startExecution" + pattern).Replace(":Child", ":Parent", StringComparison.Ordinal);
        await using var machine = LocalStateMachine.FromDefinition(asl, Options, "Parent");
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        run.Status.ShouldBe(pattern.Length == 0 ? ExecutionStatus.Succeeded : ExecutionStatus.Failed);
        run.Error.ShouldBe(pattern.Length == 0 ? null : Errors.TaskFailed);
    }

    [Fact]
    public async Task Disposing_of_a_machine_aborts_the_executions_that_others_started()
    {
        using IDisposable hold = _clock.Hold();
        var child = Child(Waiting);
        await using var machine = LocalStateMachine.FromDefinition(Parent("arn:aws:states:::states:startExecution.sync"), Options.Machine(child), "Parent");
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        await child.DisposeAsync();
        ExecutionResult<JsonElement> run = await running;
        run.Error.ShouldBe(Errors.TaskFailed);
        run.Cause!.ShouldContain("\"Status\":\"ABORTED\"");
        (await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken)).Error.ShouldBe("StepFunctions.StateMachineDeletingException");
    }

    [Fact]
    public async Task An_execution_that_nobody_waits_for_outlives_the_one_that_started_it()
    {
        var ended = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var child = Child(
            """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 60, "Next": "T" }, "T": { "Type": "Task", "Resource": "${TFunctionArn}", "End": true } } }""",
            options: Options.Function<int, int>("T", (n, _) =>
            {
                ended.SetResult(n);
                return Task.FromResult(n);
            }));
        await using (var machine = LocalStateMachine.FromDefinition(
            Parent("arn:aws:states:::states:startExecution", ", \"Input\": 7"), Options.Machine(child, ChildArn), "Parent"))
        {
            (await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken)).Duration.ShouldBe(TimeSpan.Zero);
        }

        (await ended.Task.WaitAsync(TestContext.Current.CancellationToken)).ShouldBe(7);
    }
}
