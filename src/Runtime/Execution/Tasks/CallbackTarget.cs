using System.Threading.Tasks;

namespace StateMachineGen.Execution.Tasks;

/// <summary>A task that waits for an answer by token (<c>.waitForTaskToken</c>).</summary>
/// <param name="service">What takes the request; null when nothing does, and whoever answers sees the parameters.</param>
/// <param name="tasks">Where the task waits.</param>
internal sealed class CallbackTarget(TaskTarget? service, LocalTasks tasks) : TaskTarget
{
    public override async ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt)
    {
        PendingTask task = tasks.Open(attempt, attempt.Frame.TaskToken!);
        TaskAnswer response = default;
        if (service is not null)
        {
            response = await service.AnswerAsync(attempt).ConfigureAwait(false);
            if (response.Output is null)
            {
                tasks.Close(task);
                return response;
            }
        }

        attempt.Submit(response.Output);
        if (!task.Answered.IsCompleted)
        {
            tasks.Offer(task);
        }

        return await TokenWait.UntilAnsweredAsync(attempt, task, tasks).ConfigureAwait(false);
    }
}
