using System;
using System.Threading.Tasks;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution.Tasks;

/// <summary>An activity that waits for a worker, and then for the worker's answer.</summary>
internal sealed class ActivityTarget(LocalTasks tasks) : TaskTarget
{
    public override bool StartsAtOnce => false;

    public override async ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt)
    {
        PendingTask task = tasks.Open(attempt, tasks.NewToken(attempt.Run));
        tasks.Offer(task);

        // The limits count from when a worker takes the task (AWS, "Task workflow state").
        DateTimeOffset? due = Instant.Limit(attempt.Run.Clock.GetUtcNow(), TimeSpan.FromSeconds(Quotas.MaxSeconds));
        WaitEnd end = await attempt.WaitAsync(due, task.Taken).ConfigureAwait(false);
        if (end != WaitEnd.Done)
        {
            tasks.Close(task);
            return attempt.Interrupted(end, due, Failure.TaskTimedOut());
        }

        attempt.Start(task.Worker);
        task.Beat();
        return await TokenWait.UntilAnsweredAsync(attempt, task, tasks).ConfigureAwait(false);
    }
}
