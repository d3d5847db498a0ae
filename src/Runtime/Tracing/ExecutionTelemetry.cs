using System;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using StateMachineGen.Execution;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Tracing;

/// <summary>
/// The spans and measurements of executions. Span names are strings that exist anyway and times come from the execution's
/// clock. While nobody listens nothing is allocated.
/// </summary>
internal static class ExecutionTelemetry
{
    private const string AwsApi = "aws-api";
    private const string Lambda = "Lambda";

    private static readonly string? s_version = typeof(ExecutionTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly ActivitySource s_source = new(TelemetryNames.Source, s_version);
    private static readonly ActivitySource s_tasks = new(TelemetryNames.TasksSource, s_version);
    private static readonly Meter s_meter = new(TelemetryNames.Source, s_version);

    private static readonly Histogram<double> s_executionDuration =
        s_meter.CreateHistogram<double>(TelemetryNames.ExecutionDuration, "s", "How long executions took.");

    private static readonly Histogram<double> s_stateDuration =
        s_meter.CreateHistogram<double>(TelemetryNames.StateDuration, "s", "How long visits of states took, retries included.");

    private static readonly Histogram<double> s_taskDuration =
        s_meter.CreateHistogram<double>(TelemetryNames.TaskDuration, "s", "How long handlers ran.");

    private static readonly Counter<long> s_retries =
        s_meter.CreateCounter<long>(TelemetryNames.StateRetries, "{retry}", "How often states were retried.");

    private static readonly string[] s_typeNames = Enum.GetNames<StateType>();

    public static Activity? StartExecution(ExecutionRun run)
    {
        ActivityKind kind = Activity.Current is { HasRemoteParent: true } ? ActivityKind.Server : ActivityKind.Internal;
        Activity? span = Start(s_source, run.Machine.Name, kind, run.StartTime);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.StateMachineArn, run.Machine.Arn);
            span.SetTag(TelemetryNames.ExecutionArn, run.Arn);
            span.SetTag(TelemetryNames.ExecutionName, run.Name);
            span.SetTag(TelemetryNames.LocalService, run.Machine.Name);
        }

        return span;
    }

    public static void EndExecution(Activity? span, ExecutionRun run)
    {
        string? error = ErrorType(run.Failure);
        if (span is not null)
        {
            span.SetTag(TelemetryNames.ExecutionStatus, run.Status.ToApiName());
            int status = run.Status == ExecutionStatus.Failed ? 500 : ErrorClassifier.StatusCode(run.Failure, lambdaParity: false);
            End(span, run.Failure, status, run.EndTime);
        }

        if (s_executionDuration.Enabled)
        {
            TagList tags = new() { { TelemetryNames.StateMachineArn, run.Machine.Arn } };
            AddError(ref tags, error);
            s_executionDuration.Record((run.EndTime - run.StartTime).TotalSeconds, tags);
        }
    }

    public static Activity? StartState(Frame frame)
    {
        PlanState state = frame.State;
        Activity? span = Start(s_source, state.Name, ActivityKind.Internal, frame.EnteredTime);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.StateName, state.Name);
            span.SetTag(TelemetryNames.StateType, s_typeNames[(int)state.Type]);
        }

        return span;
    }

    public static void EndState(Frame frame, in Outcome outcome, DateTimeOffset time)
    {
        string? error = ErrorType(outcome.Failure);
        if (frame.Activity is { } span)
        {
            if (span.IsAllDataRequested)
            {
                span.SetTag(TelemetryNames.StateAttempts, frame.RetryCount + 1);
                span.SetTag(TelemetryNames.StateNext, outcome.Next?.Name);
            }

            if (outcome.Failure is not null && outcome.Next is not null)
            {
                span.AddEvent(new ActivityEvent(
                    TelemetryNames.CaughtEvent,
                    time,
                    new ActivityTagsCollection { { TelemetryNames.ErrorType, error }, { TelemetryNames.StateNext, outcome.Next.Name } }));
            }

            int? status = outcome.Failure is null ? null : ErrorClassifier.StatusCode(outcome.Failure, frame.Run.Machine.Options.LambdaParity);
            End(span, outcome.Failure, status, time);
        }

        if (s_stateDuration.Enabled)
        {
            TagList tags = new() { { TelemetryNames.StateName, frame.State.Name }, { TelemetryNames.StateType, s_typeNames[(int)frame.State.Type] } };
            AddError(ref tags, error);
            s_stateDuration.Record((time - frame.EnteredTime).TotalSeconds, tags);
        }
    }

    public static void Retry(Frame frame, Failure failure, TimeSpan delay, DateTimeOffset time)
    {
        frame.Activity?.AddEvent(new ActivityEvent(
            TelemetryNames.RetryEvent,
            time,
            new ActivityTagsCollection
            {
                { TelemetryNames.ErrorType, failure.Error },
                { TelemetryNames.Attempt, frame.RetryCount },
                { TelemetryNames.RetryDelay, delay.TotalSeconds },
            }));
        if (s_retries.Enabled)
        {
            TagList tags = new() { { TelemetryNames.StateName, frame.State.Name } };
            AddError(ref tags, failure.Error);
            s_retries.Add(1, tags);
        }
    }

    public static Activity? StartAttempt(Frame frame)
    {
        Activity? span = Start(s_source, TelemetryNames.AttemptSpan, ActivityKind.Internal, frame.Run.Clock.GetUtcNow());
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.Attempt, frame.RetryCount + 1);
        }

        return span;
    }

    public static void EndAttempt(Activity span, Failure? failure, Frame frame)
    {
        int? status = failure is null ? null : ErrorClassifier.StatusCode(failure, frame.Run.Machine.Options.LambdaParity);
        End(span, failure, status, frame.Run.Clock.GetUtcNow());
    }

    /// <summary>Starts the span of a call as the caller sees it. Other resources than Lambda functions have the name of their API.</summary>
    public static Activity? StartCall(Frame frame, TaskResource resource)
    {
        bool isLambda = resource.Kind == ResourceKind.Lambda;
        string service = isLambda ? Lambda : resource.Service ?? resource.FunctionName;
        Activity? span = Start(
            s_source, isLambda ? TelemetryNames.LambdaInvokeSpan : resource.Api ?? resource.Text, ActivityKind.Client, frame.Run.Clock.GetUtcNow());
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.RpcSystem, AwsApi);
            span.SetTag(TelemetryNames.RpcService, service);
            span.SetTag(TelemetryNames.RpcMethod, isLambda ? "Invoke" : resource.Api);
            span.SetTag(TelemetryNames.RemoteService, service);
            if (isLambda)
            {
                span.SetTag(TelemetryNames.FaasInvokedName, resource.FunctionName);
                span.SetTag(TelemetryNames.FaasInvokedProvider, "aws");
                span.SetTag(TelemetryNames.FaasInvokedRegion, resource.Region ?? frame.Run.Machine.Options.Region);
            }
        }

        return span;
    }

    public static void EndCall(Activity span, Failure? failure, Frame frame)
    {
        if (failure?.Exception is { } exception)
        {
            ExceptionEvent.Add(span, exception, frame.Run.Clock.GetUtcNow());
        }

        End(span, failure, ErrorClassifier.StatusCode(failure, frame.Run.Machine.Options.LambdaParity), frame.Run.Clock.GetUtcNow());
    }

    /// <summary>Starts the span of a handler, as the function itself would send it.</summary>
    public static Activity? StartTask(ExecutionRun run, TaskResource resource)
    {
        Activity? span = Start(s_tasks, resource.FunctionName, ActivityKind.Server, run.Clock.GetUtcNow());
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.FaasName, resource.FunctionName);
            span.SetTag(TelemetryNames.FaasTrigger, "other");
            span.SetTag(TelemetryNames.FaasInvocationId, run.NewId());
            span.SetTag(TelemetryNames.LocalService, resource.FunctionName);
        }

        return span;
    }

    public static void EndTask(Activity? span, TaskResource resource, Failure? failure, ExecutionRun run, DateTimeOffset start)
    {
        DateTimeOffset time = run.Clock.GetUtcNow();
        if (span is not null)
        {
            if (failure?.Exception is { } exception)
            {
                ExceptionEvent.Add(span, exception, time);
            }

            End(span, failure, ErrorClassifier.StatusCode(failure, run.Machine.Options.LambdaParity), time);
        }

        if (s_taskDuration.Enabled)
        {
            TagList tags = new() { { TelemetryNames.FaasName, resource.FunctionName } };
            AddError(ref tags, ErrorType(failure));
            s_taskDuration.Record((time - start).TotalSeconds, tags);
        }
    }

    private static Activity? Start(ActivitySource source, string name, ActivityKind kind, DateTimeOffset time) =>
        source.HasListeners() ? source.StartActivity(name, kind, default(ActivityContext), tags: null, links: null, startTime: time) : null;

    private static void End(Activity span, Failure? failure, int? status, DateTimeOffset time)
    {
        if (span.IsAllDataRequested)
        {
            if (failure is not null)
            {
                span.SetStatus(ActivityStatusCode.Error, failure.Error);
                span.SetTag(TelemetryNames.ErrorType, ErrorType(failure));
                span.SetTag(TelemetryNames.ErrorCause, failure.Cause);
            }

            if (status is { } code)
            {
                span.SetTag(TelemetryNames.HttpStatusCode, code);
            }
        }

        span.SetEndTime(time.UtcDateTime);
        span.Stop();
    }

    private static string? ErrorType(Failure? failure) => failure switch
    {
        null => null,
        { Kind: FailureKind.ExecutionTimedOut } => ErrorNames.Timeout,
        { Kind: FailureKind.Aborted } => "Aborted",
        _ => failure.Error ?? TelemetryNames.OtherError,
    };

    private static void AddError(ref TagList tags, string? error)
    {
        if (error is not null)
        {
            tags.Add(TelemetryNames.ErrorType, error);
        }
    }
}
