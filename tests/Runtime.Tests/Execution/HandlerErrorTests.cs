using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;

namespace StateMachineGen.Runtime.Tests.Execution;

public class HandlerErrorTests
{
    public sealed class PaymentDeclinedException(string message, Exception? inner = null) : Exception(message, inner);

    private static Task<ExecutionResult<JsonElement>> Throw(Exception exception, string fields = "") =>
        Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask(fields), null, null, Machines.Task<JsonElement, JsonElement>("Work", (_, _) => throw exception)).ExecuteJsonAsync("{}");

    private static JsonElement Cause<TOutput>(ExecutionResult<TOutput> run) => JsonSerializer.Deserialize<JsonElement>(run.Cause.ShouldNotBeNull());

    private static IEnumerable<string> Members(JsonElement json) => json.EnumerateObject().Select(member => member.Name);

    [Fact]
    public async Task A_thrown_exception_is_the_error_that_Lambda_reports()
    {
        var run = await Throw(new PaymentDeclinedException("No \"credit\"", new TimeoutException("slow")));
        run.Status.ShouldBe(ExecutionStatus.Failed);
        run.Error.ShouldBe("PaymentDeclinedException");
        JsonElement cause = Cause(run);
        Members(cause).ShouldBe(["errorType", "errorMessage", "stackTrace", "cause"]);
        cause.GetProperty("errorType").GetString().ShouldBe("PaymentDeclinedException");
        cause.GetProperty("errorMessage").GetString().ShouldBe("No \"credit\"");
        cause.GetProperty("stackTrace")[0].GetString()!.ShouldStartWith("at ");
        cause.GetProperty("cause").ToString().ShouldBe("""{"errorType":"TimeoutException","errorMessage":"slow"}""");
        run.History.ShouldContain(e => e.Type == HistoryEventType.LambdaFunctionFailed && e.Error == "PaymentDeclinedException");
        run.History.ShouldNotContain(e => e.Type == HistoryEventType.TaskStateExited);
    }

    [Fact]
    public async Task An_aggregate_has_its_first_exception_as_cause_and_all_of_them_as_causes()
    {
        var run = await Throw(new AggregateException("two", new TimeoutException("slow"), new PaymentDeclinedException("no", new TimeoutException("late"))));
        JsonElement cause = Cause(run);
        Members(cause).ShouldBe(["errorType", "errorMessage", "stackTrace", "cause", "causes"]);
        cause.GetProperty("cause").ToString().ShouldBe("""{"errorType":"TimeoutException","errorMessage":"slow"}""");
        cause.GetProperty("causes").ToString().ShouldBe(
            """[{"errorType":"TimeoutException","errorMessage":"slow"},{"errorType":"PaymentDeclinedException","errorMessage":"no","cause":{"errorType":"TimeoutException","errorMessage":"late"}}]""");
    }

    [Fact]
    public async Task An_exception_that_was_never_thrown_has_no_stack_trace()
    {
        var run = await Machines.RunAsync(Machines.OneTask(), options: Machines.Virtual().Mock("Work", Reply.Fail(new PaymentDeclinedException("ü"))));
        run.Cause.ShouldBe("""{"errorType":"PaymentDeclinedException","errorMessage":"ü"}""");
    }

    [Fact]
    public async Task A_cause_that_is_too_long_loses_its_stack_traces_and_stays_JSON()
    {
        var run = await Throw(new PaymentDeclinedException(new string('"', 40_000), new PaymentDeclinedException("inner")));
        run.Cause!.Length.ShouldBeLessThanOrEqualTo(32_768);
        Cause(run).GetProperty("cause").GetProperty("errorMessage").GetString().ShouldBe("inner");
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(6, 2)]
    [InlineData(1, 500)]
    public async Task Exceptions_in_exceptions_are_told_up_to_a_limit(int depth, int breadth)
    {
        string message = new('\u0001', 500);
        Exception exception = new PaymentDeclinedException(message);
        for (int i = 0; i < depth; i++)
        {
            exception = breadth == 1 ? new PaymentDeclinedException(message, exception) : new AggregateException(message, Enumerable.Repeat(exception, breadth));
        }

        var run = await Throw(exception);
        run.Cause!.Length.ShouldBeLessThanOrEqualTo(32_768);
        Cause(run).GetProperty("cause").GetProperty("errorMessage").GetString().ShouldStartWith("\u0001");
    }

    public sealed class MuteException() : Exception(null, new PaymentDeclinedException("inner"))
    {
        public override string Message => throw new InvalidOperationException("no message");

        public override string? StackTrace => throw new InvalidOperationException("no trace");

        public override IDictionary Data => throw new InvalidOperationException("no data");

        public override string ToString() => throw new InvalidOperationException("no text");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exception_whose_members_throw_is_the_tasks_error(bool isWrapped)
    {
        using ActivityListener listener = Listen();
        var run = await Throw(isWrapped ? new AggregateException(new MuteException()) : new MuteException());
        run.Error.ShouldBe(isWrapped ? "AggregateException" : "MuteException");
        JsonElement cause = Cause(run);
        JsonElement mute = isWrapped ? cause.GetProperty("cause") : cause;
        mute.GetProperty("errorType").GetString().ShouldBe("MuteException");
        mute.GetProperty("errorMessage").GetString().ShouldBe("");
        mute.GetProperty("cause").GetProperty("errorMessage").GetString().ShouldBe("inner");
        mute.TryGetProperty("stackTrace", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task An_exception_whose_members_throw_disturbs_nothing_when_a_hook_throws_it()
    {
        using ActivityListener listener = Listen();
        var binding = new StateBinding("W") { Entered = _ => throw new MuteException(), Exited = _ => throw new MuteException() };
        var run = await Machines.Create<JsonElement, JsonElement>(
            """{ "StartAt": "W", "States": { "W": { "Type": "Pass", "End": true } } }""", null, null, binding).ExecuteJsonAsync("{}");
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.HookExceptions.Select(e => e.GetType()).ShouldBe([typeof(MuteException), typeof(MuteException)]);
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith(StateMachineGen.Tracing.TelemetryNames.Source, StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
