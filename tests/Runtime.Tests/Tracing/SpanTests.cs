using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public class SpanTests
{
    /// <summary>The spans of one trace: other tests trace at the same time.</summary>
    private static async Task<(ExecutionResult<JsonElement> Run, List<Activity> Spans)> TraceAsync(Func<Task<ExecutionResult<JsonElement>>> execute)
    {
        var spans = new List<Activity>();
        using var root = new Activity("test");
        ActivityTraceId trace = ActivityTraceId.CreateRandom();
        root.SetParentId(trace, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        root.Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is TelemetryNames.Source or TelemetryNames.TasksSource,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return (await execute(), spans);
    }

    private static Task<ExecutionResult<JsonElement>> Run(string fields, Func<JsonElement> work, LocalOptions? options = null) =>
        Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask(fields), options, null, Machines.Task<JsonElement, JsonElement>("Work", (_, _) => Task.FromResult(work()))).ExecuteJsonAsync("{}");

    [Fact]
    public async Task An_execution_has_spans_for_itself_its_states_its_calls_and_its_handlers()
    {
        (_, List<Activity> spans) = await TraceAsync(() => Run("", () => JsonSerializer.Deserialize<JsonElement>("1")));
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
        (ExecutionResult<JsonElement> run, List<Activity> spans) = await TraceAsync(() => Run(
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
        (_, List<Activity> spans) = await TraceAsync(() => Machines.RunAsync(Machines.OneTask(), options: Machines.Virtual().Mock("Work", Reply.Fail(error))));
        spans.Single(span => span.DisplayName == "Lambda.Invoke").GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(status);
        spans.Single(span => span.DisplayName == "StateMachine").GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(500);
    }

    [Fact]
    public async Task With_Lambda_parity_an_exception_is_the_callers_error()
    {
        (_, List<Activity> spans) = await TraceAsync(() => Run(
            "", () => throw new InvalidTimeZoneException("bad"), new LocalOptions { LambdaParity = true }));
        spans.Single(span => span.DisplayName == "work").GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Spans_have_the_times_of_the_executions_clock()
    {
        (_, List<Activity> spans) = await TraceAsync(() => Machines.RunAsync(
            """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 86400, "End": true } } }"""));
        Activity wait = spans.Single(span => span.DisplayName == "W");
        wait.StartTimeUtc.ShouldBe(Machines.Start.UtcDateTime);
        wait.Duration.ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Durations_and_retries_are_measured()
    {
        var measured = new List<(string Name, double Value, object? Error)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == TelemetryNames.Source)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? _)
        {
            object? error = null;
            bool isOurs = false;
            foreach (KeyValuePair<string, object?> tag in tags)
            {
                error = tag.Key == TelemetryNames.ErrorType ? tag.Value : error;
                isOurs |= tag.Value is "Measured" or "arn:aws:states:eu-north-1:123456789012:stateMachine:StateMachine";
            }

            lock (measured)
            {
                if (isOurs)
                {
                    measured.Add((instrument.Name, value, error));
                }
            }
        }

        listener.SetMeasurementEventCallback<double>(Add);
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Add(instrument, value, tags, state));
        listener.Start();
        var options = new LocalOptions { TimeProvider = new StateMachineGen.Testing.VirtualTimeProvider(), Region = "eu-north-1" };
        await Machines.RunAsync(
            """{ "StartAt": "Measured", "States": { "Measured": { "Type": "Task", "Resource": "${MFunctionArn}", "Retry": [ { "ErrorEquals": [ "E" ], "MaxAttempts": 1 } ], "End": true } } }""",
            options: options.Mock("Measured", Reply.Fail("E"), Reply.Fail("F")));
        measured.ShouldBe(
        [
            (TelemetryNames.StateRetries, 1, "E"),
            (TelemetryNames.StateDuration, 1, "F"),
            (TelemetryNames.ExecutionDuration, 1, "F"),
        ]);
    }
}
