using System.Threading.Tasks;

namespace StateMachineGen.Execution.Tasks;

/// <summary>What answers a task in this process: a mock, a handler, another machine, or whoever holds the task's token.</summary>
internal abstract class TaskTarget
{
    /// <summary>Whether the call begins at once. An activity begins when a worker takes it.</summary>
    public virtual bool StartsAtOnce => true;

    /// <summary>Does the task. It tells the history when the request was submitted, if the task is one that waits on after that.</summary>
    public abstract ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt);
}
