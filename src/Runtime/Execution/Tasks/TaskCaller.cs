using System;
using System.Diagnostics;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Names;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution.Tasks;

/// <summary>One call of what a task's <c>Resource</c> names: the state's handler, or the mock in its place.</summary>
internal static class TaskCaller
{
    /// <summary>Calls, with the events and spans of a call. Either a result or a failure comes back.</summary>
    public static async ValueTask<(JsonValue? Result, Failure? Failure)> CallAsync(Frame frame, TaskPlan task, TaskCall call, JsonValue payload)
    {
        ExecutionRun run = frame.Run;
        TaskResource resource = call.Resource;
        frame.Append(resource.Scheduled, call, payload);
        ResolvedReply? reply = run.NextReply(task, payload);
        if (reply is null && task.Binding is not { HasHandler: true })
        {
            return (null, Unmocked(frame, resource));
        }

        frame.Append(resource.Started, call, null);
        if (resource.IsSubmitted)
        {
            frame.Append(HistoryEventType.TaskSubmitted, call, null);
        }

        Activity? span = run.HasTelemetry ? ExecutionTelemetry.StartCall(frame, resource) : null;
        DateTimeOffset? due = Instant.Limit(run.Clock.GetUtcNow(), call.Limit);
        (JsonValue? result, Failure? failure) = reply is null
            ? await HandleAsync(frame, task.Binding!, call, payload, due).ConfigureAwait(false)
            : await reply.AnswerAsync(frame, call, due).ConfigureAwait(false);
        if (result is not null && (failure = DataFlow.CheckLimits(result, frame, resource.Text)) is not null)
        {
            result = null;
        }

        if (span is not null)
        {
            ExecutionTelemetry.EndCall(span, failure, frame);
        }

        if (result is not null)
        {
            frame.Append(resource.Succeeded, call, result);
        }
        else if (failure!.Kind == FailureKind.Error && failure.Error != ErrorNames.Runtime)
        {
            frame.Append(failure.Error == ErrorNames.Timeout ? resource.TimedOut : resource.Failed, call, failure);
        }

        return (result, failure);
    }

    private static async ValueTask<(JsonValue? Result, Failure? Failure)> HandleAsync(
        Frame frame, StateBinding binding, TaskCall call, JsonValue payload, DateTimeOffset? due)
    {
        ExecutionRun run = frame.Run;
        HandlerScope? scope = run.VirtualClock?.BeginHandler();
        var invocation = new HandlerInvocation(frame, binding, call.Resource, payload, scope);

        // On a thread of its own: a handler that blocks must keep neither a timeout nor a cancellation nor the machine's
        // disposal from being seen, and not the caller of the execution either.
        Task<HandlerResult> work = Task.Run(invocation.RunAsync);
        WaitEnd end = await run.WaitAsync(due, work, frame.Stop).ConfigureAwait(false);
        if (scope is not null)
        {
            run.VirtualClock!.EndHandler(scope);
        }

        if (end == WaitEnd.Done)
        {
            HandlerResult result = await work.ConfigureAwait(false);
            return (result.Output, result.Failure);
        }

        Failure failure = end == WaitEnd.Cancelled ? Failure.Aborted
            : due is not null && (run.Deadline is null || due < run.Deadline) ? call.TimedOut()
            : Failure.ExecutionTimedOut;
        invocation.Abandon(failure);
        return (null, failure);
    }

    private static Failure Unmocked(Frame frame, TaskResource resource) => Failure.Runtime(
        frame,
        $"The task calls {resource.Text}, which has no handler in this program and no mock. "
        + $"Give it one: LocalOptions.Mock<{frame.State.Name}>(Reply.Return(...)), or LocalOptions.Mock(\"{frame.State.Name}\", Reply.Return(...)) by name.");
}
