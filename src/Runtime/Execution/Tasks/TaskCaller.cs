using System.Diagnostics;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.States;
using StateMachineGen.Language.Names;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution.Tasks;

/// <summary>One call of what a task's <c>Resource</c> names, with its events and spans.</summary>
internal static class TaskCaller
{
    /// <summary>Calls. Either a result or a failure comes back.</summary>
    public static async ValueTask<TaskAnswer> CallAsync(Frame frame, TaskPlan task, TaskCall call, JsonValue payload)
    {
        ExecutionRun run = frame.Run;
        TaskResource resource = call.Resource;
        frame.Append(resource.Scheduled, call, payload);
        if ((run.NextReply(task, payload) ?? task.Target) is not { } target)
        {
            return Unanswered(frame, resource);
        }

        var attempt = new TaskAttempt(frame, call, payload);
        if (target.StartsAtOnce)
        {
            attempt.Start();
        }

        TaskAnswer answer = Receive(attempt, await AnswerAsync(attempt, target).ConfigureAwait(false));
        if (answer.Output is not null)
        {
            frame.Append(resource.Succeeded, call, answer.Output);
        }
        else if (answer.Failure is { Kind: FailureKind.Error } failure && failure.Error != ErrorNames.Runtime)
        {
            frame.Append(failure.Error == ErrorNames.Timeout ? resource.TimedOut : resource.Failed, call, failure);
        }

        return answer;
    }

    /// <summary>The failure of a task that nothing in this process answers.</summary>
    public static Failure Unanswered(Frame frame, TaskResource resource) => Failure.Runtime(
        frame,
        $"The task calls {resource.Text.Fixed()}, which has no handler in this program and no mock. "
        + $"Give it one: LocalOptions.Mock<{frame.State.Name.Fixed()}>(Reply.Return(...)), or LocalOptions.Mock(\"{frame.State.Name.Fixed()}\", Reply.Return(...)) by name"
        + $"{Alternative(resource).Fixed()}.");

    private static ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt, TaskTarget target) =>
        attempt.Run.IsTraced ? TraceAsync(attempt, target) : target.AnswerAsync(attempt);

    /// <summary>Calls within a span, which ends with the answer: that of a callback or an activity with the answer by token.</summary>
    private static async ValueTask<TaskAnswer> TraceAsync(TaskAttempt attempt, TaskTarget target)
    {
        Activity? span = ExecutionTelemetry.StartCall(attempt);
        try
        {
            TaskAnswer answer = Receive(attempt, await target.AnswerAsync(attempt).ConfigureAwait(false));
            ExecutionTelemetry.EndCall(span, answer, attempt.Frame);
            return answer;
        }
        finally
        {
            ExecutionTelemetry.Abandon(span);
        }
    }

    /// <summary>The answer as the state has it: the failure of one that is larger than a state may have, and a function's failure as such.</summary>
    private static TaskAnswer Receive(TaskAttempt attempt, TaskAnswer answer) =>
        answer.Output is { } output && DataFlow.CheckLimits(output, attempt.Frame, attempt.Resource.Text) is { } tooLarge ? tooLarge
        : answer.Failure is { } failure && attempt.Resource.IsFunction ? failure.OfFunction()
        : answer;

    private static string Alternative(TaskResource resource) =>
        resource.Kind == ResourceKind.Activity || resource.Pattern == ServicePattern.Callback ? "; or set LocalOptions.Tasks, and answer it there"
        : resource.Kind == ResourceKind.Lambda || resource.IsLambdaInvoke ? "; or give the function with LocalOptions.Function"
        : StartExecutionTarget.Starts(resource) ? "; or give the machine with LocalOptions.Machine"
        : "";
}
