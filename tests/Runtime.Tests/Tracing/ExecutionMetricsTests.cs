using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Execution;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

public sealed class ExecutionMetricsTests : IDisposable
{
    private const string Arn = "arn:aws:states:eu-north-1:123456789012:stateMachine:StateMachine";

    private const string MachineArn = "arn:aws:states:eu-north-1:123456789012:stateMachine:Machine";

    private readonly List<(string Name, double Value, string Tags)> _measured = [];
    private readonly MeterListener _listener = new();

    /// <summary>Other tests measure at the same time: what is looked at has a region of its own, or a function.</summary>
    public ExecutionMetricsTests()
    {
        _listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == TelemetryNames.Source)
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>(Add);
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Add(instrument, value, tags, state));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public async Task Durations_and_retries_are_measured()
    {
        await Machines.RunAsync(
            """{ "StartAt": "Measured", "States": { "Measured": { "Type": "Task", "Resource": "${MFunctionArn}", "Retry": [ { "ErrorEquals": [ "E" ], "MaxAttempts": 1 } ], "End": true } } }""",
            options: Options().Mock("Measured", Reply.Fail("E"), Reply.Fail("F")));
        Of(Arn).ShouldBe(
        [
            (TelemetryNames.StateRetries, 1, $"{TelemetryNames.StateMachineArn}={Arn}, statemachinegen.state.name=Measured, error.type=E"),
            (TelemetryNames.StateDuration, 1, $"{TelemetryNames.StateMachineArn}={Arn}, statemachinegen.state.name=Measured, statemachinegen.state.type=Task, error.type=F"),
            (TelemetryNames.ExecutionDuration, 1, $"{TelemetryNames.StateMachineArn}={Arn}, error.type=F"),
        ]);
    }

    [Fact]
    public async Task What_went_well_has_no_error()
    {
        LocalOptions options = Options();
        await Machines.Create<JsonElement, JsonElement>(
            """{ "StartAt": "Work", "States": { "Work": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:measured", "End": true } } }""",
            options,
            null,
            Machines.Task<JsonElement, JsonElement>("Work", async (input, token) =>
            {
                await Task.Delay(TimeSpan.FromSeconds(3), options.TimeProvider, token);
                return input;
            })).ExecuteJsonAsync("{}");
        Of("measured").ShouldBe([(TelemetryNames.TaskDuration, 3, "faas.name=measured")]);
        Of(MachineArn).Select(each => each.Name).ShouldBe([TelemetryNames.StateDuration, TelemetryNames.ExecutionDuration]);
        Of(MachineArn).ShouldAllBe(each => !each.Tags.Contains("error.type", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Durations_are_counted_in_seconds_and_in_buckets_for_seconds()
    {
        // There are instruments from the first execution on.
        await Machines.RunAsync("""{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }""", options: Options());
        var instruments = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == TelemetryNames.Source)
                {
                    instruments.Add(instrument);
                }
            },
        };
        listener.Start();
        instruments.Select(instrument => (instrument.Name, instrument.Unit)).Distinct().ShouldBe(
            [
                (TelemetryNames.ExecutionDuration, "s"), (TelemetryNames.StateDuration, "s"), (TelemetryNames.TaskDuration, "s"),
                (TelemetryNames.StateRetries, "{retry}"),
            ],
            ignoreOrder: true);
        instruments.OfType<Histogram<double>>().ShouldAllBe(histogram => histogram.Advice!.HistogramBucketBoundaries![0] == 0.005);
    }

    [Fact]
    public void Only_so_many_values_of_a_tag_are_told_apart()
    {
        var values = new BoundedValues(2);
        values.Bound("a").ShouldBe("a");
        values.Bound("b").ShouldBe("b");
        values.Bound("c").ShouldBe("_OTHER");
        values.Bound("a").ShouldBe("a");
    }

    [Fact]
    public async Task Child_executions_of_a_map_run_are_executions()
    {
        await Machines.RunAsync(
            """
            { "StartAt": "M", "States": { "M": { "Type": "Map", "Label": "L", "ToleratedFailurePercentage": 100, "End": true,
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "W", "States": {
                "W": { "Type": "Wait", "SecondsPath": "$", "Next": "F" }, "F": { "Type": "Fail", "Error": "E" } } } } } }
            """,
            "[1,2]",
            Options());
        Of(Arn + "/L").ShouldBe(
        [
            (TelemetryNames.ExecutionDuration, 1, $"{TelemetryNames.StateMachineArn}={Arn}/L, error.type=E"),
            (TelemetryNames.ExecutionDuration, 2, $"{TelemetryNames.StateMachineArn}={Arn}/L, error.type=E"),
        ]);
        Of(Arn).Count(each => each.Name == TelemetryNames.ExecutionDuration).ShouldBe(1);
    }

    [Fact]
    public async Task Names_of_one_machine_do_not_crowd_out_those_of_another()
    {
        var crowd = LocalStateMachine.FromDefinition(
            """{ "StartAt": "F", "States": { "F": { "Type": "Fail", "ErrorPath": "$" } } }""", Options(), "Crowd");
        await using (crowd)
        {
            for (int i = 0; i < 201; i++)
            {
                await crowd.ExecuteJsonAsync($"\"Crowding{i}\"", cancellationToken: TestContext.Current.CancellationToken);
            }
        }

        Of("Crowding199").Length.ShouldBe(2);
        Of("Crowding200").ShouldBeEmpty("it is told as another one");
        await Machines.RunAsync("""{ "StartAt": "F", "States": { "F": { "Type": "Fail", "Error": "Quiet" } } }""", options: Options());
        Of("Quiet").Length.ShouldBe(2);
    }

    private static LocalOptions Options() => new() { TimeProvider = new VirtualTimeProvider(Machines.Start), Seed = 1, Region = "eu-north-1" };

    private (string Name, double Value, string Tags)[] Of(string value)
    {
        lock (_measured)
        {
            return [.. _measured.Where(each => each.Tags.Split(", ").Any(tag => tag.EndsWith("=" + value, StringComparison.Ordinal)))];
        }
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var text = new List<string>();
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            text.Add($"{tag.Key}={tag.Value}");
        }

        lock (_measured)
        {
            _measured.Add((instrument.Name, value, string.Join(", ", text)));
        }
    }
}
