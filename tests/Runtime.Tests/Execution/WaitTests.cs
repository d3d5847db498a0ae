using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Execution;

public class WaitTests
{
    [Theory]
    [InlineData(""" "Seconds": 2592000 """, 2592000)]
    [InlineData(""" "Seconds": 0 """, 0)]
    [InlineData(""" "SecondsPath": "$.s" """, 90)]
    [InlineData(""" "Timestamp": "2026-03-01T13:00:00+00:00" """, 3600)]
    [InlineData(""" "TimestampPath": "$.t" """, 60)]
    [InlineData(""" "Timestamp": "2020-01-01T00:00:00Z" """, 0)]
    public async Task A_wait_takes_its_time_on_the_clock_of_the_execution(string form, int seconds)
    {
        var run = await Machines.RunAsync(
            $$"""{ "StartAt": "W", "States": { "W": { "Type": "Wait", {{form}}, "End": true } } }""", """{"s":90,"t":"2026-03-01T12:01:00Z"}""");
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("-1", "references a negative value: $.s == -1")]
    [InlineData("1.5", "cannot be parsed as a long value: $.s == 1.5")]
    [InlineData("\"x\"", "cannot be parsed as a long value: $.s == x")]
    [InlineData("null", "does not reference an input value: $.s")]
    [InlineData("100000000", "references a value greater than 99999999: $.s == 100000000")]
    [InlineData("999999999999", "references a value greater than 99999999: $.s == 999999999999")]
    [InlineData("99999999999999999999", "cannot be parsed as a long value: $.s == 99999999999999999999")]
    public async Task Seconds_that_are_none_fail_in_the_words_of_AWS(string value, string cause)
    {
        var run = await Machines.RunAsync("""{ "StartAt": "W", "States": { "W": { "Type": "Wait", "SecondsPath": "$.s", "End": true } } }""", $$"""{"s":{{value}}}""");
        run.Error.ShouldBe(Errors.Runtime);
        run.Cause.ShouldBe($"An error occurred while executing the state 'W' (entered at the event id #2). The SecondsPath parameter {cause}");
    }

    [Theory]
    [InlineData(""" "Timestamp": "9999-12-31T23:59:59.9999999Z" """)]
    [InlineData(""" "TimestampPath": "$.t" """)]
    public async Task A_wait_for_the_last_instant_of_the_calendar_ends(string form)
    {
        var run = await Machines.RunAsync(
            $$"""{ "StartAt": "W", "States": { "W": { "Type": "Wait", {{form}}, "End": true } } }""", """{"t":"9999-12-31T23:59:59.9999999Z"}""",
            new LocalOptions { TimeProvider = new StateMachineGen.Testing.VirtualTimeProvider(Machines.Start), Limits = new ExecutionLimits { StandardDuration = TimeSpan.MaxValue } });
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.Duration.ShouldBe(DateTimeOffset.MaxValue - Machines.Start);
    }

    [Fact]
    public async Task An_execution_goes_on_at_the_end_of_the_calendar()
    {
        LocalOptions options = new LocalOptions { TimeProvider = new StateMachineGen.Testing.VirtualTimeProvider(DateTimeOffset.MaxValue.AddSeconds(-10)) }
            .Mock("Slow", Reply.ReturnJson("1").After(TimeSpan.MaxValue))
            .Mock("Again", Reply.Fail("E"), Reply.ReturnJson("2"))
            .Mock("Silent", Reply.Timeout());
        const string function = """ "Type": "Task", "Resource": "${FunctionArn}" """;
        var run = await LocalStateMachine.FromDefinition(
            $$"""
            { "StartAt": "Again", "TimeoutSeconds": 99999999, "States": {
              "Again": { {{function}}, "Retry": [ { "ErrorEquals": [ "E" ], "IntervalSeconds": 99999999 } ], "Next": "W" },
              "W": { "Type": "Wait", "Seconds": 99999999, "Next": "Slow" },
              "Slow": { {{function}}, "TimeoutSeconds": 99999999, "Next": "Silent" },
              "Silent": { {{function}}, "TimeoutSeconds": 5, "End": true } } }
            """,
            options).ExecuteJsonAsync("{}");
        run.Path.ShouldBe(["Again", "W", "Slow", "Silent"]);
        run.Error.ShouldBe(Errors.Timeout);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_time_of_the_machine_ends_a_wait_and_nothing_follows()
    {
        var run = await Machines.RunAsync(
            """{ "TimeoutSeconds": 5, "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 60, "Next": "P" }, "P": { "Type": "Pass", "End": true } } }""");
        run.Status.ShouldBe(ExecutionStatus.TimedOut);
        run.Duration.ShouldBe(TimeSpan.FromSeconds(5));
        run.Error.ShouldBeNull();
        run.History[^1].Type.ShouldBe(HistoryEventType.ExecutionTimedOut);
        run.History[^1].PreviousEventId.ShouldBe(0);
        run.Path.ShouldBe(["W"]);
    }

    [Fact]
    public async Task Cancelling_ends_a_wait_and_the_execution_is_aborted()
    {
        using var stop = new CancellationTokenSource();
        await using var machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 99999999, "End": true } } }""", new LocalOptions());
        Task<ExecutionResult<System.Text.Json.JsonElement>> running = machine.ExecuteJsonAsync("{}", cancellationToken: stop.Token);
        running.IsCompleted.ShouldBeFalse();
        await stop.CancelAsync();
        var run = await running;
        run.Status.ShouldBe(ExecutionStatus.Aborted);
        run.History.TakeLast(2).Select(e => e.Type).ShouldBe([HistoryEventType.WaitStateAborted, HistoryEventType.ExecutionAborted]);
    }

    [Fact]
    public async Task Disposing_of_the_machine_aborts_what_runs_and_refuses_what_comes()
    {
        var machine = LocalStateMachine.FromDefinition(
            """{ "StartAt": "W", "States": { "W": { "Type": "Wait", "Seconds": 99999999, "End": true } } }""", new LocalOptions());
        Task<ExecutionResult<System.Text.Json.JsonElement>> running = machine.ExecuteJsonAsync("{}");
        await machine.DisposeAsync();
        (await running).Status.ShouldBe(ExecutionStatus.Aborted);
        await Should.ThrowAsync<ObjectDisposedException>(() => machine.ExecuteJsonAsync("{}"));
    }

    [Fact]
    public async Task The_clock_of_the_system_works_too()
    {
        var run = await Machines.RunAsync(
            """{ "StartAt": "T", "States": { "T": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:f", "End": true } } }""",
            options: new LocalOptions().Mock("T", Reply.ReturnJson("1").After(TimeSpan.FromMilliseconds(2))));
        run.Duration.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(2));
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
    }
}
