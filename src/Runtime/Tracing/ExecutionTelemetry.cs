using System;
using System.Diagnostics;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Tracing;

/// <summary>
/// The spans of executions, and what is measured at their ends. Span names are strings that exist anyway and times come from the
/// execution's clock. While nobody listens nothing is allocated.
/// </summary>
/// <remarks>
/// The span of the execution decides for all of its states, branches, iterations, attempts and calls
/// (<see cref="ExecutionRun.IsTraced"/>): to ask listeners again for each costs more than a state does.
/// </remarks>
internal static class ExecutionTelemetry
{
    private const string Lambda = "Lambda";
    private const string LambdaOperation = "Invoke";
    private const string OtherTrigger = "other";

    private static readonly ActivitySource s_source = new(TelemetryNames.Source, ProductVersion.Text);
    private static readonly ActivitySource s_tasks = new(TelemetryNames.TasksSource, ProductVersion.Text);
    private static readonly string[] s_typeNames = Enum.GetNames<StateType>();

    public static string NameOf(StateType type) => s_typeNames[(int)type];

    /// <summary>
    /// Starts the span of an execution: below the one that the caller's header names, or else below the current activity. The caller's side of a
    /// nested execution is the call's span.
    /// </summary>
    public static Activity? StartExecution(ExecutionRun run)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        if (XRayTraceHeader.TryParse(run.TraceHeader, out XRayTraceHeader? header))
        {
            // A header may name a trace and no span in it. Then the current activity, of another trace, must not become the parent.
            Activity.Current = null;
        }

        bool isCalled = header is not null || run.Depth > 0 || Activity.Current is { HasRemoteParent: true };
        ActivityKind kind = isCalled ? ActivityKind.Server : ActivityKind.Internal;
        Activity? span = header is null ? Start(s_source, run.Machine.Name, kind, run.StartTime) : StartBelow(header, s_source, run.Machine.Name, kind, run.StartTime);
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
        if (span is not null)
        {
            if (span.IsAllDataRequested)
            {
                span.SetTag(TelemetryNames.ExecutionStatus, run.Status.ToApiName());
            }

            End(span, run.Failure, ErrorClassifier.StatusCode(run.Status), TracedData.CauseOf(run.Failure, run, state: null), run.EndTime);
        }

        ExecutionMetrics.ExecutionEnded(run);
    }

    public static Activity? StartState(Frame frame, JsonValue input)
    {
        PlanState state = frame.State;
        Activity? span = Start(s_source, state.Name, ActivityKind.Internal, frame.EnteredTime);
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.StateName, state.Name);
            span.SetTag(TelemetryNames.StateType, NameOf(state.Type));
            TracedData.ShowPayload(span, TelemetryNames.StateInput, frame, input);
        }

        return span;
    }

    public static void EndState(Frame frame, in Outcome outcome, DateTimeOffset time)
    {
        Failure? failure = outcome.Failure;
        if (frame.Activity is { } span)
        {
            if (span.IsAllDataRequested)
            {
                span.SetTag(TelemetryNames.StateAttempts, frame.RetryCount + 1);
                span.SetTag(TelemetryNames.StateNext, outcome.Next?.Name);
                TracedData.ShowPayload(span, TelemetryNames.StateOutput, frame, outcome.Output);
                if (failure is not null && outcome.Next is not null)
                {
                    span.AddEvent(new ActivityEvent(
                        TelemetryNames.CaughtEvent,
                        time,
                        new ActivityTagsCollection
                        {
                            { TelemetryNames.ErrorType, ErrorClassifier.ErrorType(failure) },
                            { TelemetryNames.StateNext, outcome.Next.Name },
                        }));
                }
            }

            End(span, failure, StatusIfFailed(failure, frame.Run), TracedData.CauseOf(failure, frame.Run, frame.State), time);
        }

        ExecutionMetrics.StateEnded(frame, failure, time);
    }

    public static void Retry(Frame frame, Failure failure, TimeSpan delay, DateTimeOffset time)
    {
        if (frame.Activity is { IsAllDataRequested: true } span)
        {
            span.AddEvent(new ActivityEvent(
                TelemetryNames.RetryEvent,
                time,
                new ActivityTagsCollection
                {
                    { TelemetryNames.ErrorType, ErrorClassifier.ErrorType(failure) },
                    { TelemetryNames.Attempt, frame.RetryCount },
                    { TelemetryNames.RetryDelay, delay.TotalSeconds },
                }));
        }

        ExecutionMetrics.StateRetried(frame, failure);
    }

    public static Activity? StartAttempt(Frame frame) => StartWork(frame.Run, TelemetryNames.AttemptSpan, TelemetryNames.Attempt, frame.RetryCount + 1);

    public static Activity? StartBranch(ExecutionRun run, int index) => StartWork(run, TelemetryNames.BranchSpan, TelemetryNames.BranchIndex, index);

    /// <summary>Starts the span of an iteration. That of an execution of a map run tells its ARN too.</summary>
    public static Activity? StartIteration(ExecutionRun run, int index)
    {
        Activity? span = StartWork(run, TelemetryNames.IterationSpan, TelemetryNames.IterationIndex, index);
        if (run.Parent is not null && span is { IsAllDataRequested: true })
        {
            span.SetTag(TelemetryNames.ExecutionArn, run.Arn);
        }

        return span;
    }

    /// <summary>Ends the span of an attempt, of a branch or of an iteration.</summary>
    public static void EndWork(Activity? span, Failure? failure, ExecutionRun run, PlanState? state)
    {
        if (span is not null)
        {
            End(span, failure, StatusIfFailed(failure, run), TracedData.CauseOf(failure, run, state), run.Clock.GetUtcNow());
        }
    }

    /// <summary>Starts the span of a call as the caller sees it. Other resources than Lambda functions have the name of their API.</summary>
    public static Activity? StartCall(TaskAttempt attempt)
    {
        TaskResource resource = attempt.Resource;
        Activity? span = Start(
            s_source, resource.IsFunction ? TelemetryNames.LambdaInvokeSpan : resource.Api ?? resource.Callee, ActivityKind.Client, attempt.Run.Clock.GetUtcNow());
        if (span is not { IsAllDataRequested: true })
        {
            return span;
        }

        if (resource.Kind == ResourceKind.Activity)
        {
            span.SetTag(TelemetryNames.ActivityArn, resource.Text);
            span.SetTag(TelemetryNames.RemoteService, resource.Callee);
        }
        else
        {
            string service = resource.IsFunction ? Lambda : resource.Callee;
            span.SetTag(TelemetryNames.RpcSystem, TelemetryNames.AwsApi);
            span.SetTag(TelemetryNames.RpcService, service);
            span.SetTag(TelemetryNames.RpcMethod, resource.IsFunction ? LambdaOperation : resource.Action);
            span.SetTag(TelemetryNames.RemoteService, service);
        }

        if (resource.IsFunction)
        {
            span.SetTag(TelemetryNames.FaasInvokedName, attempt.Callee);
            span.SetTag(TelemetryNames.FaasInvokedProvider, "aws");
            span.SetTag(TelemetryNames.FaasInvokedRegion, resource.Region ?? attempt.Run.Machine.Options.Region);
        }

        TracedData.ShowPayload(span, TelemetryNames.CallInput, attempt.Frame, attempt.Payload);
        return span;
    }

    public static void EndCall(Activity? span, TaskAnswer answer, Frame frame)
    {
        if (span is not null)
        {
            TracedData.ShowPayload(span, TelemetryNames.CallOutput, frame, answer.Output);
            EndCallee(span, answer.Failure, frame, frame.Run.Clock.GetUtcNow());
        }
    }

    /// <summary>
    /// Starts the span of a handler, as the function itself would send it, or the service or worker that the handler stands for. Who listens to
    /// handlers alone is asked too, but not below an execution that listeners have left out.
    /// </summary>
    public static Activity? StartTask(TaskAttempt attempt, DateTimeOffset time)
    {
        ExecutionRun run = attempt.Run;
        if (!run.IsTraced && s_source.HasListeners())
        {
            return null;
        }

        Activity? span = Start(s_tasks, attempt.Callee, ActivityKind.Server, time);
        if (span is { IsAllDataRequested: true })
        {
            if (attempt.Resource.IsFunction)
            {
                DescribeFunction(span, attempt.Callee);
                span.SetTag(TelemetryNames.FaasInvocationId, run.NewId());
            }

            span.SetTag(TelemetryNames.LocalService, attempt.Callee);
        }

        return span;
    }

    public static void EndTask(Activity? span, TaskAttempt attempt, Failure? failure, DateTimeOffset start)
    {
        DateTimeOffset time = attempt.Run.Clock.GetUtcNow();
        if (span is not null)
        {
            EndCallee(span, failure, attempt.Frame, time);
        }

        ExecutionMetrics.TaskEnded(attempt, failure, time - start);
    }

    /// <summary>Starts the span of a function that Lambda runs, below what Lambda says when nobody has begun one.</summary>
    /// <param name="name">What the function is called if Lambda does not tell.</param>
    public static Activity? StartFunction(string name)
    {
        if (!s_tasks.HasListeners())
        {
            return null;
        }

        XRayTraceHeader? header = Activity.Current is null
            && XRayTraceHeader.TryParse(Environment.GetEnvironmentVariable(XRayTraceHeader.LambdaVariable), out XRayTraceHeader? told) ? told : null;
        name = Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME") ?? name;
        Activity? span = header is null ? s_tasks.StartActivity(name, ActivityKind.Server) : StartBelow(header, s_tasks, name, ActivityKind.Server, null);
        if (span is { IsAllDataRequested: true })
        {
            DescribeFunction(span, name);
            span.SetTag(TelemetryNames.LocalService, name);
        }

        return span;
    }

    /// <summary>Ends the span of a function that Lambda runs.</summary>
    public static void EndFunction(Activity? span, Exception? exception)
    {
        if (span is not null)
        {
            Failure? failure = exception is null ? null : HandlerError.ToFailure(exception);
            AddException(span, failure, default);
            Describe(span, failure, ErrorClassifier.StatusCode(failure, lambdaParity: false), failure?.Cause);
            span.Stop();
        }
    }

    /// <summary>
    /// Ends a span that is still open when its work is left, which only an exception can bring about: a fault of the interpreter, or of a clock
    /// or a listener that throws. Nobody knows then when the work ended.
    /// </summary>
    public static void Abandon(Activity? span)
    {
        if (span is { IsStopped: false })
        {
            Describe(span, new Failure(null, cause: null), ErrorClassifier.StatusCode(ExecutionStatus.Failed), "The interpreter could not go on.");
            span.SetEndTime(span.StartTimeUtc);
            span.Stop();
        }
    }

    private static Activity? Start(ActivitySource source, string name, ActivityKind kind, DateTimeOffset time) =>
        source.HasListeners() ? source.StartActivity(name, kind, default(ActivityContext), tags: null, links: null, startTime: time) : null;

    /// <summary>Starts a span below the one that a header names.</summary>
    private static Activity? StartBelow(XRayTraceHeader header, ActivitySource source, string name, ActivityKind kind, DateTimeOffset? time)
    {
        // Listeners are told of a span when it starts, and what the header says must be with it by then.
        if (source.CreateActivity(name, kind, header.ToContext()) is not { } span)
        {
            return null;
        }

        header.PassOn(span);
        if (time is { } start)
        {
            span.SetStartTime(start.UtcDateTime);
        }

        return span.Start();
    }

    private static Activity? StartWork(ExecutionRun run, string name, string tag, int number)
    {
        Activity? span = Start(s_source, name, ActivityKind.Internal, run.Clock.GetUtcNow());
        if (span is { IsAllDataRequested: true })
        {
            span.SetTag(tag, number);
        }

        return span;
    }

    private static void EndCallee(Activity span, Failure? failure, Frame frame, DateTimeOffset time)
    {
        AddException(span, failure, time);
        End(span, failure, ErrorClassifier.StatusCode(failure, frame.Run.Machine.Options.LambdaParity), TracedData.CauseOf(failure, frame.Run, frame.State), time);
    }

    private static void End(Activity span, Failure? failure, int? status, string? cause, DateTimeOffset time)
    {
        Describe(span, failure, status, cause);
        span.SetEndTime(time.UtcDateTime);
        span.Stop();
    }

    private static void Describe(Activity span, Failure? failure, int? status, string? cause)
    {
        if (!span.IsAllDataRequested)
        {
            return;
        }

        if (failure is not null)
        {
            span.SetStatus(ActivityStatusCode.Error, failure.Error);
            span.SetTag(TelemetryNames.ErrorType, ErrorClassifier.ErrorType(failure));
            span.SetTag(TelemetryNames.ErrorCause, cause);
        }

        if (status is { } code)
        {
            span.SetTag(TelemetryNames.HttpStatusCode, code);
        }
    }

    private static void DescribeFunction(Activity span, string name)
    {
        span.SetTag(TelemetryNames.FaasName, name);
        span.SetTag(TelemetryNames.FaasTrigger, OtherTrigger);
    }

    private static void AddException(Activity span, Failure? failure, DateTimeOffset time)
    {
        if (failure?.Exception is { } exception)
        {
            ExceptionEvent.Add(span, exception, time);
        }
    }

    private static int? StatusIfFailed(Failure? failure, ExecutionRun run) =>
        failure is null ? null : ErrorClassifier.StatusCode(failure, run.Machine.Options.LambdaParity);
}
