using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Execution.Maps;
using StateMachineGen.Storage;
using static StateMachineGen.Runtime.Tests.Execution.Maps.DistributedMaps;

namespace StateMachineGen.Runtime.Tests.Execution.Maps;

public class ResultWriterTests
{
    private const string Place = """ "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket": "bucket", "Prefix.$": "$$.Execution.Name" } """;
    private const string Name = "out";

    [Fact]
    public async Task Results_are_written_with_what_there_is_to_tell()
    {
        MemoryObjectStore store = new MemoryObjectStore().AddBucket(Bucket);
        var run = await RunNamedAsync(Machine(Writer(Place) + """ "ToleratedFailureCount": 1, "MaxConcurrency": 1, """, FailBad), store, """["a","bad"]""");
        MapRunResult map = run.MapRuns.ShouldHaveSingleItem();
        string folder = $"{Name}/{map.Arn.Split(':')[^1]}/";
        run.OutputJson.ShouldBe(JsonSerializer.Serialize(new { MapRunArn = map.Arn, ResultWriterDetails = new { Bucket, Key = folder + "manifest.json" } }));
        store.Keys(Bucket).ShouldBe([folder + "FAILED_0.json", folder + "SUCCEEDED_0.json", folder + "manifest.json"]);
        string succeeded = store.GetText(Bucket, folder + "SUCCEEDED_0.json");
        string failed = store.GetText(Bucket, folder + "FAILED_0.json");
        store.GetText(Bucket, folder + "manifest.json").ShouldBe(
            $$$"""{"DestinationBucket":"bucket","MapRunArn":"{{{map.Arn}}}","ResultFiles":{"FAILED":[{"Key":"{{{folder}}}FAILED_0.json","Size":{{{failed.Length}}}}],"PENDING":[],"SUCCEEDED":[{"Key":"{{{folder}}}SUCCEEDED_0.json","Size":{{{succeeded.Length}}}}]}}""");
        ChildExecutionResult first = map.Executions[0];
        const string MachineArn = "arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine/L";
        const string Time = "2026-03-01T12:00:00.000Z";
        succeeded.ShouldBe(
            $$"""[{"ExecutionArn":"{{first.Arn}}","Input":"\"a\"","InputDetails":{"Included":true},"Name":"{{first.Name}}","Output":"\"a\"","OutputDetails":{"Included":true},"RedriveCount":0,"RedriveStatus":"NOT_REDRIVABLE","RedriveStatusReason":"Execution is SUCCEEDED and cannot be redriven","StartDate":"{{Time}}","StateMachineArn":"{{MachineArn}}","Status":"SUCCEEDED","StopDate":"{{Time}}"}]""");
        ChildExecutionResult second = map.Executions[1];
        failed.ShouldBe(
            $$"""[{"Cause":"C","Error":"E","ExecutionArn":"{{second.Arn}}","Input":"\"bad\"","InputDetails":{"Included":true},"Name":"{{second.Name}}","RedriveCount":0,"RedriveStatus":"REDRIVABLE","StartDate":"{{Time}}","StateMachineArn":"{{MachineArn}}","Status":"FAILED","StopDate":"{{Time}}"}]""");
    }

    [Theory]
    [InlineData("COMPACT", "JSON", "[[1,2],3,[]]")]
    [InlineData("FLATTEN", "JSON", "[1,2,3]")]
    [InlineData("COMPACT", "JSONL", "[1,2]\n3\n[]\n")]
    [InlineData("FLATTEN", "JSONL", "1\n2\n3\n")]
    public async Task Results_are_written_as_the_writer_says(string transformation, string outputType, string file)
    {
        MemoryObjectStore store = new MemoryObjectStore().AddBucket(Bucket);
        string config = $$""", "WriterConfig": { "Transformation": "{{transformation}}", "OutputType": "{{outputType}}" } """;
        var run = await RunNamedAsync(Machine(Writer(Place + config)), store, "[[1,2],3,[]]");
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);
        store.GetText(Bucket, store.Keys(Bucket).Single(key => key.EndsWith("SUCCEEDED_0.json", StringComparison.Ordinal))).ShouldBe(file);
    }

    [Theory]
    [InlineData("COMPACT", "[[1,2],3]")]
    [InlineData("FLATTEN", "[1,2,3]")]
    public async Task Without_a_resource_the_results_are_the_states_own(string transformation, string output)
    {
        string config = $$""" "WriterConfig": { "Transformation": "{{transformation}}", "OutputType": "JSON" } """;
        (await RunAsync(Machine(Writer(config)), null, "[[1,2],3]")).OutputJson.ShouldBe(output);
        using var records = JsonDocument.Parse((await RunAsync(Machine(Writer(config.Replace(transformation, "NONE", StringComparison.Ordinal))), null, "[[1,2],3]")).OutputJson!);
        records.RootElement.EnumerateArray().Select(each => each.GetProperty("Output").GetString()).ShouldBe(["[1,2]", "3"]);
    }

    [Fact]
    public async Task What_was_not_started_is_written_as_pending()
    {
        MemoryObjectStore store = new MemoryObjectStore().AddBucket(Bucket);
        var run = await RunNamedAsync(Machine(Writer(Place) + """ "MaxConcurrency": 1, """, FailBad), store, """["bad","b","c"]""");
        run.Error.ShouldBe("States.ExceedToleratedFailureThreshold");
        string pending = store.Keys(Bucket).Single(key => key.EndsWith("PENDING_0.json", StringComparison.Ordinal));
        store.GetText(Bucket, pending).ShouldBe(
            """[{"Input":"\"b\"","InputDetails":{"Included":true},"Status":"PENDING"},{"Input":"\"c\"","InputDetails":{"Included":true},"Status":"PENDING"}]""");
        run.MapRuns[0].ItemCounts.ShouldBe(new MapRunCounts(0, 1, 0, 0, 2));
    }

    [Fact]
    public async Task A_large_result_goes_on_in_another_file()
    {
        MemoryObjectStore store = new MemoryObjectStore().AddBucket(Bucket);
        var run = await Machines.RunAsync(
            Machine(Writer(Place + """, "WriterConfig": { "Transformation": "COMPACT", "OutputType": "JSON" } """)),
            "[11,12,13,14,15]",
            new LocalOptions { Seed = 1, S3 = store, MapLimits = MapLimits.Aws with { ResultFileBytes = 5 }, NewExecutionName = () => Name });
        run.Status.ShouldBe(ExecutionStatus.Succeeded, run.Cause);
        store.Keys(Bucket).Where(key => key.Contains("SUCCEEDED", StringComparison.Ordinal)).Select(key => store.GetText(Bucket, key)).ShouldBe(["[11,12]", "[13,14]", "[15]"]);
    }

    [Theory]
    [InlineData(Place, "The specified bucket does not exist: bucket (NoSuchBucket)")]
    [InlineData(""" "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Prefix": "x" } """, "The ResultWriter names no Bucket.")]
    public async Task What_cannot_be_written_fails_the_map(string writer, string cause)
    {
        var run = await RunNamedAsync(Machine(Writer(writer)), new MemoryObjectStore(), "[1]");
        run.Error.ShouldBe("States.ResultWriterFailed");
        run.Cause.ShouldBe(cause);
        run.History.Select(each => each.Type).ShouldBe([
            HistoryEventType.ExecutionStarted, HistoryEventType.MapStateEntered, HistoryEventType.MapStateStarted, HistoryEventType.MapRunStarted,
            HistoryEventType.MapRunFailed, HistoryEventType.MapStateFailed, HistoryEventType.ExecutionFailed]);
    }

    [Fact]
    public async Task What_a_store_throws_is_the_cause()
    {
        var run = await RunNamedAsync(Machine(Writer(Place)), new BrokenStore(), "[1]");
        run.Error.ShouldBe("States.ResultWriterFailed");
        run.Cause.ShouldBe("The disk is full.");
    }

    [Fact]
    public async Task Virtual_time_stands_still_while_a_store_works()
    {
        var run = await RunNamedAsync(
            Machine(Writer(Place)).Replace("\"States\": { \"M\"", "\"TimeoutSeconds\": 60, \"States\": { \"M\"", StringComparison.Ordinal),
            new MemoryObjectStore().AddBucket(Bucket),
            "[1]");
        run.Status.ShouldBe(ExecutionStatus.Succeeded);
        run.Duration.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_store_that_never_answers_does_not_keep_the_execution()
    {
        using var stop = new CancellationTokenSource();
        var store = new SilentStore();
        await using var machine = LocalStateMachine.FromDefinition(Machine(Reader(""" "InputType": "JSON" """)), new LocalOptions { S3 = store });
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}", null, stop.Token);
        await store.Called.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        ExecutionResult<JsonElement> run = await running;
        run.Status.ShouldBe(ExecutionStatus.Aborted);
        run.MapRuns[0].Status.ShouldBe(ExecutionStatus.Aborted);
        await store.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private static string Writer(string fields) => $$""" "ResultWriter": { {{fields}} }, """;

    private static Task<ExecutionResult<JsonElement>> RunNamedAsync(string machine, IObjectStore store, string input) =>
        Machines.RunAsync(machine, input, new LocalOptions { TimeProvider = new StateMachineGen.Testing.VirtualTimeProvider(Machines.Start), Seed = 1, S3 = store, NewExecutionName = () => Name });

    private sealed class BrokenStore : IObjectStore
    {
        public Task<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public IAsyncEnumerable<StoredObject> ListAsync(string bucket, string prefix, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task WriteAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            Task.FromException(new IOException("The disk is full."));
    }

    private sealed class SilentStore : IObjectStore
    {
        public TaskCompletionSource Called { get; } = new();

        public TaskCompletionSource Cancelled { get; } = new();

        public Task<Stream> OpenReadAsync(string bucket, string key, CancellationToken cancellationToken)
        {
            cancellationToken.Register(() => Cancelled.TrySetResult());
            Called.TrySetResult();
            return new TaskCompletionSource<Stream>().Task;
        }

        public IAsyncEnumerable<StoredObject> ListAsync(string bucket, string prefix, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task WriteAsync(string bucket, string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
