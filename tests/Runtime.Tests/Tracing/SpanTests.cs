using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public class SpanTests
{
    private static async Task<(ExecutionResult<JsonElement> Run, IReadOnlyList<Activity> Spans)> TraceAsync(Func<Task<ExecutionResult<JsonElement>>> execute)
    {
        using var recording = new SpanRecording();
        ExecutionResult<JsonElement> run = await execute();
        recording.Open.ShouldBeEmpty();
        return (run, recording.Spans);
    }

    private static Task<ExecutionResult<JsonElement>> Run(string fields, Func<JsonElement> work, LocalOptions? options = null) =>
        Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask(fields), options, null, Machines.Task<JsonElement, JsonElement>("Work", (_, _) => Task.FromResult(work()))).ExecuteJsonAsync("{}");

    [Fact]
    public async Task An_execution_has_spans_for_itself_its_states_its_calls_and_its_handlers()
    {
        (_, IReadOnlyList<Activity> spans) = await TraceAsync(() => Run("", () => JsonSerializer.Deserialize<JsonElement>("1")));
        Activity[] down = [.. Enumerable.Reverse(spans)];
        down.Select(span => (span.Source.Name, span.Kind, span.DisplayName)).ShouldBe(
        [
            (TelemetryNames.Source, ActivityKind.Internal, "Machine"),
            (TelemetryNames.Source, ActivityKind.Internal, "Work"),
            (TelemetryNames.Source, ActivityKind.Client, "Lambda.Invoke"),
            (TelemetryNames.TasksSource, ActivityKind.Server, "work"),
        ]);
        for (int i = 1; i < down.Length; i++)
        {
            down[i].ParentSpanId.ShouldBe(down[i - 1].SpanId);
        }

        down[0].GetTagItem(TelemetryNames.ExecutionStatus).ShouldBe("SUCCEEDED");
        down[0].GetTagItem(TelemetryNames.LocalService).ShouldBe("Machine");
        down[0].GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(200);
        down[1].GetTagItem(TelemetryNames.StateType).ShouldBe("Task");
        down[2].GetTagItem(TelemetryNames.RpcSystem).ShouldBe("aws-api");
        down[2].GetTagItem(TelemetryNames.FaasInvokedName).ShouldBe("work");
        down[3].GetTagItem(TelemetryNames.LocalService).ShouldBe("work");
        down[3].GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(200);
        spans.ShouldAllBe(span => span.Status == ActivityStatusCode.Unset && span.GetTagItem(TelemetryNames.ErrorType) == null);
    }

    [Fact]
    public async Task A_caught_error_is_on_its_spans_and_not_on_the_execution()
    {
        (ExecutionResult<JsonElement> run, IReadOnlyList<Activity> spans) = await TraceAsync(() => Run(
            "\"Retry\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"MaxAttempts\": 1 } ], \"Catch\": [ { \"ErrorEquals\": [ \"States.ALL\" ], \"Next\": \"Caught\" } ]",
            () => throw new InvalidTimeZoneException("bad")));
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        spans.Count(span => span.DisplayName == TelemetryNames.AttemptSpan).ShouldBe(2);
        foreach (Activity span in spans.Where(span => span.DisplayName is "Work" or "work" or "attempt" or "Lambda.Invoke"))
        {
            span.Status.ShouldBe(ActivityStatusCode.Error, span.DisplayName);
            span.GetTagItem(TelemetryNames.ErrorType).ShouldBe("InvalidTimeZoneException");
            span.GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(500);
            span.Events.Count(e => e.Name == "exception").ShouldBe(span.DisplayName is "work" or "Lambda.Invoke" ? 1 : 0);
        }

        Activity state = spans.Single(span => span.DisplayName == "Work");
        state.Events.Select(e => e.Name).ShouldBe([TelemetryNames.RetryEvent, TelemetryNames.CaughtEvent]);
        state.GetTagItem(TelemetryNames.StateAttempts).ShouldBe(2);
        state.Duration.ShouldBe(TimeSpan.FromSeconds(1));
        spans.Single(span => span.DisplayName == "Machine").Status.ShouldBe(ActivityStatusCode.Unset);
    }

    [Theory]
    [InlineData("States.Timeout", 504)]
    [InlineData("Lambda.TooManyRequestsException", 429)]
    [InlineData("DynamoDB.ThrottlingException", 429)]
    [InlineData("Other", 500)]
    public async Task The_status_of_a_call_follows_from_its_error(string error, int status)
    {
        (_, IReadOnlyList<Activity> spans) = await TraceAsync(() => Machines.RunAsync(Machines.OneTask(), options: Machines.Virtual().Mock("Work", Reply.Fail(error))));
        spans.Single(span => span.DisplayName == "Lambda.Invoke").GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(status);
        spans.Single(span => span.DisplayName == "StateMachine").GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(500);
    }

    [Fact]
    public async Task With_Lambda_parity_an_exception_is_the_callers_error()
    {
        (_, IReadOnlyList<Activity> spans) = await TraceAsync(() => Run(
            "", () => throw new InvalidTimeZoneException("bad"), new LocalOptions { LambdaParity = true }));
        spans.Single(span => span.DisplayName == "work").GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Spans_have_the_times_of_the_executions_clock()
    {
        (_, IReadOnlyList<Activity> spans) = await TraceAsync(() => Machines.RunAsync(
            """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 86400, "End": true } } }"""));
        Activity wait = spans.Single(span => span.DisplayName == "W");
        wait.StartTimeUtc.ShouldBe(Machines.Start.UtcDateTime);
        wait.Duration.ShouldBe(TimeSpan.FromDays(1));
    }

    [Theory]
    [InlineData("arn:aws:states:::lambda:invoke", "\"Parameters\": { \"FunctionName\": \"arn:aws:lambda:eu-west-1:1:function:charge:live\" }", "Lambda.Invoke", "Lambda", "Invoke", "charge", "charge")]
    [InlineData("arn:aws:states:::dynamodb:getItem", "\"Parameters\": { \"TableName\": \"t\" }", "getItem", "dynamodb", "getItem", null, "dynamodb")]
    [InlineData("arn:aws:states:us-east-1:123456789012:activity:pick", "\"Comment\": \"\"", "pick", null, null, null, "pick")]
    public async Task A_call_and_what_stands_for_its_callee_are_named_after_what_is_called(
        string resource, string fields, string name, string? service, string? method, string? function, string callee)
    {
        (_, IReadOnlyList<Activity> spans) = await TraceAsync(() => Machines.Create<JsonElement, JsonElement>(
            $$"""{ "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "{{resource}}", {{fields}}, "End": true } } }""",
            null,
            null,
            Machines.Task<JsonElement, JsonElement>("Work", (input, _) => Task.FromResult(input))).ExecuteJsonAsync("{}"));
        Activity run = spans[0];
        Activity call = spans[1];
        call.DisplayName.ShouldBe(name);
        call.GetTagItem(TelemetryNames.RpcService).ShouldBe(service);
        call.GetTagItem(TelemetryNames.RpcMethod).ShouldBe(method);
        call.GetTagItem(TelemetryNames.FaasInvokedName).ShouldBe(function);
        run.DisplayName.ShouldBe(callee);
        run.Kind.ShouldBe(ActivityKind.Server);
        run.GetTagItem(TelemetryNames.LocalService).ShouldBe(callee);
        run.GetTagItem(TelemetryNames.FaasName).ShouldBe(function);
    }
}
