using System;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Tasks;

namespace StateMachineGen.Tracing;

/// <summary>The measurements of executions. An instrument that nobody listens to costs a look at its switch.</summary>
internal static class ExecutionMetrics
{
    // What OpenTelemetry advises for durations in seconds, and on to what a workflow may take: its own default is for milliseconds.
    private static readonly InstrumentAdvice<double> s_seconds = new()
    {
        HistogramBucketBoundaries =
            [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400, 604_800],
    };

    private static readonly Meter s_meter = new(TelemetryNames.Source, ProductVersion.Text);
    private static readonly Histogram<double> s_executionDuration =
        CreateDuration(TelemetryNames.ExecutionDuration, "How long executions took.");

    private static readonly Histogram<double> s_stateDuration =
        CreateDuration(TelemetryNames.StateDuration, "How long visits of states took, retries included.");

    private static readonly Histogram<double> s_taskDuration =
        CreateDuration(TelemetryNames.TaskDuration, "How long handlers ran.");

    private static readonly Counter<long> s_retries =
        s_meter.CreateCounter<long>(TelemetryNames.StateRetries, "{retry}", "How often states were retried.");

    public static void ExecutionEnded(ExecutionRun run)
    {
        if (s_executionDuration.Enabled)
        {
            TagList tags = new() { { TelemetryNames.StateMachineArn, run.MachineArn } };
            AddError(ref tags, run.Failure, run);
            s_executionDuration.Record((run.EndTime - run.StartTime).TotalSeconds, tags);
        }
    }

    public static void StateEnded(Frame frame, Failure? failure, DateTimeOffset time)
    {
        if (s_stateDuration.Enabled)
        {
            TagList tags = TagsOf(frame);
            tags.Add(TelemetryNames.StateType, ExecutionTelemetry.NameOf(frame.State.Type));
            AddError(ref tags, failure, frame.Run);
            s_stateDuration.Record((time - frame.EnteredTime).TotalSeconds, tags);
        }
    }

    public static void StateRetried(Frame frame, Failure failure)
    {
        if (s_retries.Enabled)
        {
            TagList tags = TagsOf(frame);
            AddError(ref tags, failure, frame.Run);
            s_retries.Add(1, tags);
        }
    }

    public static void TaskEnded(TaskAttempt attempt, Failure? failure, TimeSpan duration)
    {
        if (s_taskDuration.Enabled)
        {
            TagList tags = new() { { TelemetryNames.FaasName, attempt.Run.Machine.MeasuredNames.Functions.Bound(attempt.Callee) } };
            AddError(ref tags, failure, attempt.Run);
            s_taskDuration.Record(duration.TotalSeconds, tags);
        }
    }

    private static Histogram<double> CreateDuration(string name, string description) =>
        s_meter.CreateHistogram(name, "s", description, tags: null, s_seconds);

    private static TagList TagsOf(Frame frame) => new()
    {
        { TelemetryNames.StateMachineArn, frame.Run.Machine.Arn },
        { TelemetryNames.StateName, frame.State.Name },
    };

    private static void AddError(ref TagList tags, Failure? failure, ExecutionRun run)
    {
        if (ErrorClassifier.ErrorType(failure) is { } error)
        {
            tags.Add(TelemetryNames.ErrorType, run.Machine.MeasuredNames.Errors.Bound(error));
        }
    }
}
