using System;
using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Testing;

namespace StateMachineGen.Execution.Tasks;

/// <summary>A handler: the function that a task calls, the worker of an activity, or what stands for a service.</summary>
/// <param name="binding">The handler.</param>
/// <param name="isFunction">Whether the handler is deployed as a Lambda function, which reports exceptions by their types alone.</param>
internal sealed class HandlerTarget(StateBinding binding, bool isFunction) : TaskTarget
{
    public override ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt)
    {
        if (attempt.Resource.Pattern == ServicePattern.Sync)
        {
            attempt.Submit(null);
        }

        return RunAsync(attempt, binding, attempt.Payload, isFunction);
    }

    /// <summary>Runs a handler.</summary>
    public static async ValueTask<TaskAnswer> RunAsync(TaskAttempt attempt, StateBinding binding, JsonValue payload, bool isFunction)
    {
        ExecutionRun run = attempt.Run;
        HandlerScope? scope = run.VirtualClock?.BeginHandler();
        var invocation = new HandlerInvocation(attempt, binding, payload, isFunction, scope);

        // On a thread of its own: a handler that blocks must keep neither a timeout nor a cancellation nor the machine's
        // disposal from being seen, and not the caller of the execution either.
        Task<TaskAnswer> work = Task.Run(invocation.RunAsync);

        // Of an activity, the handler is the work and not the worker, who would send the heartbeats meanwhile.
        bool hasWorker = attempt.Resource.Kind == ResourceKind.Activity;
        DateTimeOffset? due = hasWorker ? attempt.TimeoutTime : attempt.LimitTime;
        WaitEnd end = await attempt.WaitAsync(due, work, scope).ConfigureAwait(false);
        if (scope is not null)
        {
            run.VirtualClock!.EndHandler(scope);
        }

        if (end == WaitEnd.Done)
        {
            return await work.ConfigureAwait(false);
        }

        Failure failure = attempt.Interrupted(end, due, hasWorker ? Failure.TaskTimedOut() : attempt.Call.TimedOut());
        invocation.Abandon(failure);
        return failure;
    }
}
