using System;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Testing;

namespace StateMachineGen.Execution.Tasks;

/// <summary>One call of what a task's <c>Resource</c> names, from its scheduling to its answer.</summary>
internal sealed class TaskAttempt(Frame frame, TaskCall call, JsonValue payload)
{
    public Frame Frame => frame;

    public ExecutionRun Run => frame.Run;

    public TaskCall Call => call;

    public TaskResource Resource => call.Resource;

    public JsonValue Payload => payload;

    /// <summary>What is called: the function that the parameters name, or else what the resource says.</summary>
    public string Callee => Resource.IsLambdaInvoke && (payload as JsonObject)?["FunctionName"] is JsonString { Value.Length: > 0 } function
        ? FunctionName.Of(function.Value)
        : Resource.Callee;

    /// <summary>Since when the limits count.</summary>
    public DateTimeOffset StartTime { get; private set; }

    /// <summary>When the task times out, however many heartbeats come; null for never.</summary>
    public DateTimeOffset? TimeoutTime => Instant.Limit(StartTime, call.Timeout);

    /// <summary>When a call times out that nobody sends heartbeats for; null for never.</summary>
    public DateTimeOffset? LimitTime => Instant.Limit(StartTime, call.Limit);

    /// <summary>The call begins.</summary>
    /// <param name="worker">Who took the activity; null for other tasks, and for workers without a name.</param>
    public void Start(string? worker = null)
    {
        StartTime = Run.Clock.GetUtcNow();
        frame.Append(Resource.Started, call, worker is null ? null : new WorkerName(worker));
    }

    /// <summary>The service took the request, and the task waits on.</summary>
    /// <param name="response">What the service said; null when that is not known.</param>
    public void Submit(JsonValue? response) => frame.Append(HistoryEventType.TaskSubmitted, call, response);

    /// <summary>Waits for work until a time.</summary>
    public ValueTask<WaitEnd> WaitAsync(DateTimeOffset? due, Task work, HandlerScope? handler = null) => Run.WaitAsync(due, work, frame.Stop, handler);

    /// <summary>The failure of a task whose work was not done when a wait ended.</summary>
    /// <param name="end">What ended the wait.</param>
    /// <param name="due">Until when it was.</param>
    /// <param name="late">The failure when that time has come.</param>
    public Failure Interrupted(WaitEnd end, DateTimeOffset? due, Failure late) => end == WaitEnd.Cancelled ? Failure.Aborted
        : due is not null && (Run.Deadline is null || due < Run.Deadline) ? late
        : Failure.ExecutionTimedOut;
}
