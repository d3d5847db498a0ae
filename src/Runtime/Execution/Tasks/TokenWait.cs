using System;
using System.Threading.Tasks;

namespace StateMachineGen.Execution.Tasks;

/// <summary>The wait for the answer to a task by its token. Heartbeats prolong it, up to the task's timeout.</summary>
internal static class TokenWait
{
    public static async ValueTask<TaskAnswer> UntilAnsweredAsync(TaskAttempt attempt, PendingTask task, LocalTasks tasks)
    {
        DateTimeOffset? timeout = attempt.TimeoutTime;
        while (true)
        {
            DateTimeOffset? beat = BeatTime(attempt.Call, task);
            bool isBeatFirst = beat is not null && (timeout is null || beat < timeout);
            DateTimeOffset? due = isBeatFirst ? beat : timeout;
            WaitEnd end = await attempt.WaitAsync(due, task.Answered).ConfigureAwait(false);
            if (end == WaitEnd.Elapsed && isBeatFirst && BeatTime(attempt.Call, task) != beat)
            {
                continue;
            }

            // An answer that came before anybody looked is in time.
            TaskAnswer answer = tasks.Close(task);
            return end != WaitEnd.Cancelled && answer != default ? answer
                : attempt.Interrupted(end, due, isBeatFirst ? Failure.HeartbeatMissed() : Failure.TaskTimedOut());
        }
    }

    private static DateTimeOffset? BeatTime(TaskCall call, PendingTask task) =>
        call.HeartbeatSeconds is { } seconds ? Instant.Limit(task.LastBeat, TimeSpan.FromSeconds(seconds)) : null;
}
