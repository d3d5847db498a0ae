using System;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>What is the same for a whole trace, whoever asks: its X-Ray id, and whether the caller wants it recorded.</summary>
[Collection(ListeningTests.Name)]
public sealed class TraceRootTests : IDisposable
{
    private const string NotSampled = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=0";
    private const string NotSampledWithoutParent = "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=0";

    private readonly ActivityListener _other = new()
    {
        ShouldListenTo = source => source.Name is TelemetryNames.Source or TelemetryNames.TasksSource,
        Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    private readonly RecordingTransport _daemon = new();

    public void Dispose()
    {
        _other.Dispose();
        _daemon.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_header_names_the_trace_that_the_segments_are_of(bool usesTimedIds)
    {
        using IDisposable? ids = usesTimedIds ? XRayTraceIds.Use() : null;
        using var collector = new XRayTraceCollector();
        string? header = await Run(null);
        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        trace.Id.ShouldStartWith("1-69a42a40-", customMessage: "the second of the virtual clock");
        header.ShouldStartWith($"Root={trace.Id};Parent=");
        header.ShouldEndWith(";Sampled=1");
    }

    [Fact]
    public async Task What_a_header_leads_to_in_the_same_process_is_in_the_same_trace()
    {
        using var collector = new XRayTraceCollector();
        await using var called = LocalStateMachine.FromDefinition("""{ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }""", Machines.Virtual(), "Called");
        await Run(null, header => called.ExecuteJsonAsync("{}", new ExecutionOptions { TraceHeader = header }));
        XRayTrace trace = collector.GetTraces().ShouldHaveSingleItem();
        trace.Segments.Select(segment => JsonDocument.Parse(segment.Document).RootElement.GetProperty("name").GetString()).ShouldBe(["Machine", "work", "work", "Called"]);
    }

    [Fact]
    public async Task Who_is_asked_by_nobody_names_the_trace_as_it_is()
    {
        ActivitySource.AddActivityListener(_other);
        string? header = await Run(null);
        XRayTraceHeader.TryParse(header, out XRayTraceHeader? read).ShouldBeTrue();
        header.ShouldStartWith("Root=" + XRayIds.TraceId(read.TraceId.ToHexString()));
    }

    [Theory]
    [InlineData(NotSampled)]
    [InlineData(NotSampledWithoutParent)]
    public async Task What_the_caller_does_not_sample_is_left_out_whoever_else_records_it(string traceHeader)
    {
        ActivitySource.AddActivityListener(_other);
        using var collector = new XRayTraceCollector();
        var exporter = new XRayDaemonExporter(new(), _daemon);
        string? sent = await Run(traceHeader);
        await exporter.DisposeAsync();
        collector.GetTraces().ShouldBeEmpty();
        collector.GetTimelines().ShouldBeEmpty();
        _daemon.Documents.ShouldBeEmpty();
        sent.ShouldEndWith(";Sampled=0");
    }

    [Theory]
    [InlineData(NotSampled)]
    [InlineData(NotSampledWithoutParent)]
    public async Task So_is_an_execution_that_a_task_starts_with_such_a_header(string traceHeader)
    {
        ActivitySource.AddActivityListener(_other);
        using var collector = new XRayTraceCollector();
        await using var child = LocalStateMachine.FromDefinition("""{ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }""", Machines.Virtual(), "Child");
        await Machines.RunAsync(
            """
            { "StartAt": "Start", "States": { "Start": { "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync", "End": true,
              "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:Child", "TraceHeader.$": "$.header" } } } }
            """,
            $$"""{"header":"{{traceHeader}}"}""",
            Machines.Virtual().Machine(child));
        collector.GetTimelines().ShouldHaveSingleItem().Execution.ShouldNotBeEmpty();
        collector.GetTraces().ShouldHaveSingleItem().Segments.ShouldHaveSingleItem().Document.ShouldContain("\"StateMachine\"");
    }

    [Theory]
    [InlineData(ActivityTraceFlags.None, 0)]
    [InlineData(ActivityTraceFlags.Recorded, 1)]
    public async Task A_caller_s_flag_decides_and_not_that_somebody_records_the_request(ActivityTraceFlags flags, int collected)
    {
        using var framework = new ActivitySource("Some.Framework");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == framework.Name,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var collector = new XRayTraceCollector();
        var caller = new ActivityContext(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), flags, isRemote: true);
        using (Activity? request = framework.StartActivity("request", ActivityKind.Server, caller))
        {
            request.ShouldNotBeNull().Recorded.ShouldBeTrue();
            await Run(null);
        }

        collector.GetTraces().Length.ShouldBe(collected);
    }

    [Fact]
    public async Task An_execution_that_a_listener_leaves_out_has_no_handlers_of_its_own()
    {
        using var left = new ActivityListener
        {
            ShouldListenTo = source => source.Name is TelemetryNames.Source or TelemetryNames.TasksSource or "Shop",
            Sample = (ref creation) => creation.Name == "Machine" ? ActivitySamplingResult.None : ActivitySamplingResult.AllDataAndRecorded,
        };
        var started = new System.Collections.Concurrent.ConcurrentQueue<string>();
        left.ActivityStarted = activity => started.Enqueue(activity.DisplayName);
        ActivitySource.AddActivityListener(left);
        using var shop = new ActivitySource("Shop");
        await Run(null, _ =>
        {
            using Activity? own = shop.StartActivity("own");
            own.ShouldNotBeNull("the user's own source is no concern of the execution's");
            return Task.CompletedTask;
        });
        started.ShouldBe(["own"]);
    }

    /// <summary>Runs a machine of one handler; the result is the header that the handler would send.</summary>
    private static async Task<string> Run(string? traceHeader, Func<string, Task>? call = null)
    {
        string seen = "";
        await using var machine = Machines.Create<JsonElement, JsonElement>(
            Machines.OneTask(),
            null,
            null,
            Machines.Task<JsonElement, JsonElement>("Work", async (input, _) =>
            {
                seen = XRayTraceHeader.Of(Activity.Current)?.ToString() ?? "";
                await (call?.Invoke(seen) ?? Task.CompletedTask);
                return input;
            }));
        ExecutionResult<JsonElement> run = await machine.ExecuteJsonAsync("{}", new ExecutionOptions { TraceHeader = traceHeader });
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        return seen;
    }
}
