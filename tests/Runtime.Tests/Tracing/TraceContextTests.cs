using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>The context of a trace, into executions and out of them.</summary>
[Collection(ListeningTests.Name)]
public sealed class TraceContextTests : IDisposable
{
    private readonly SpanRecording _recording = new();

    public void Dispose() => _recording.Dispose();

    [Fact]
    public async Task An_execution_belongs_to_the_trace_of_its_header_and_not_to_the_current_activity()
    {
        using var other = new Activity("of another trace");
        other.SetParentId(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom());
        other.Start();
        await Run($"Root={_recording.Root};Parent=53995c3f42cd8ad8;Sampled=1");
        Activity execution = _recording.Single("Machine");
        execution.ParentSpanId.ToHexString().ShouldBe("53995c3f42cd8ad8");
        execution.Kind.ShouldBe(ActivityKind.Server);
        execution.HasRemoteParent.ShouldBeTrue();
        _recording.Spans.Count.ShouldBe(4);
        _recording.Spans.ShouldAllBe(span => span.TraceId == _recording.TraceId && span.Recorded);
        Activity.Current.ShouldBe(other);
    }

    [Fact]
    public async Task A_header_may_name_no_span()
    {
        await Run($"Root={_recording.Root}");
        Activity execution = _recording.Single("Machine");
        execution.ParentSpanId.ShouldBe(default);
        execution.TraceId.ShouldBe(_recording.TraceId);
        execution.Recorded.ShouldBeTrue("who is not told otherwise records");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Root=nothing")]
    [InlineData("Sampled=0")]
    public async Task What_is_no_header_is_passed_over(string text)
    {
        Activity caller = Activity.Current!;
        await Run(text);
        _recording.Single("Machine").ParentSpanId.ShouldBe(caller.SpanId);
    }

    [Fact]
    public async Task What_the_caller_does_not_record_is_passed_on_and_not_recorded()
    {
        string? seen = await Run($"Root={_recording.Root};Parent=53995c3f42cd8ad8;Sampled=0;Lineage=1:a87bd80c:1");
        seen.ShouldStartWith($"Root={_recording.Root};Parent=");
        seen.ShouldEndWith(";Sampled=0;Lineage=1:a87bd80c:1");
        _recording.Spans.Where(span => span.Source.Name == TelemetryNames.Source).Select(span => span.DisplayName).ShouldBe(["Machine"], "the state and the call are not even made");
        _recording.Spans.ShouldAllBe(span => !span.Recorded && !span.TagObjects.Any());
        _recording.Open.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_handler_finds_its_context_in_the_current_activity()
    {
        string? seen = await Run($"Root={_recording.Root};Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a87bd80c:1");
        seen.ShouldBe($"Root={_recording.Root};Parent={_recording.Single("work").SpanId.ToHexString()};Sampled=1;Lineage=1:a87bd80c:1");
    }

    [Fact]
    public async Task A_task_can_start_an_execution_in_another_trace()
    {
        await using var child = LocalStateMachine.FromDefinition("""{ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }""", Machines.Virtual(), "Child");
        await using var machine = LocalStateMachine.FromDefinition(
            """
            { "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "End": true,
              "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Child", "TraceHeader.$": "$.header" } } } }
            """,
            Machines.Virtual().Machine(child),
            "Parent");
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync($$"""{"header":"Root={{_recording.Root}};Parent=53995c3f42cd8ad8"}""");
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        _recording.Single("Child").ParentSpanId.ToHexString().ShouldBe("53995c3f42cd8ad8");
    }

    [Fact]
    public async Task Handlers_alone_can_be_listened_to()
    {
        var traced = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == TelemetryNames.TasksSource,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => traced.Add(span.DisplayName),
        };
        _recording.Dispose();
        ActivitySource.AddActivityListener(listener);
        await Run(null);
        traced.ShouldBe(["work"]);
    }

    [Fact]
    public async Task A_function_in_Lambda_belongs_to_the_trace_that_Lambda_tells()
    {
        await InLambda($"Root={_recording.Root};Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a87bd80c:1", async () =>
        {
            Activity.Current = null;
            await Invoke<NoServices>("""{"value":5}""");
        });
        Activity function = _recording.Single("double-it");
        function.ParentSpanId.ToHexString().ShouldBe("53995c3f42cd8ad8");
        function.Kind.ShouldBe(ActivityKind.Server);
        function.GetTagItem(TelemetryNames.FaasName).ShouldBe("double-it");
        function.GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(200);
        XRayTraceHeader.Of(function)!.Lineage.ShouldBe("1:a87bd80c:1");
    }

    [Fact]
    public async Task A_function_in_Lambda_that_throws_says_so()
    {
        await InLambda(null, async () => await Should.ThrowAsync<TimeoutException>(() => Invoke<BrokenServices>("""{"value":5}""")));
        Activity function = _recording.Single("double-it");
        function.Status.ShouldBe(ActivityStatusCode.Error);
        function.GetTagItem(TelemetryNames.ErrorType).ShouldBe("TimeoutException");
        function.GetTagItem(TelemetryNames.HttpStatusCode).ShouldBe(500);
        function.Events.Single().Name.ShouldBe("exception");
        _recording.Open.ShouldBeEmpty();
    }

    /// <summary>Runs a machine of one handler; the result is the header that the handler would send.</summary>
    private static async Task<string?> Run(string? traceHeader)
    {
        string? seen = null;
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask(),
            null,
            null,
            Machines.Task<JsonElement, JsonElement>("Work", (input, _) =>
            {
                seen = XRayTraceHeader.Of(Activity.Current)?.ToString();
                return Task.FromResult(input);
            }));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}", new ExecutionOptions { TraceHeader = traceHeader });
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        return seen;
    }

    private static async Task InLambda(string? traceHeader, Func<Task> work)
    {
        Environment.SetEnvironmentVariable(XRayTraceHeader.LambdaVariable, traceHeader);
        Environment.SetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME", "double-it");
        try
        {
            await work();
        }
        finally
        {
            Environment.SetEnvironmentVariable(XRayTraceHeader.LambdaVariable, null);
            Environment.SetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME", null);
        }
    }

    private static async Task Invoke<TServices>(string input)
        where TServices : ILambdaServices
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));
        await LambdaEntryPoint.InvokeAsync<TServices, Doubling.Multiply>(stream);
    }

    private sealed class NoServices : ILambdaServices
    {
        static IServiceProvider? ILambdaServices.Create() => null;
    }

    private sealed class BrokenServices : ILambdaServices
    {
        static IServiceProvider? ILambdaServices.Create() => throw new TimeoutException("No parameters yet.");
    }
}
