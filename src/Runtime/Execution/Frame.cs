using System;

namespace StateMachineGen.Execution;

/// <summary>Where a run is: the state that is being visited. One object serves all visits of a scope, one after the other.</summary>
internal sealed class Frame(ExecutionRun run)
{
    public ExecutionRun Run { get; } = run;

    public PlanState State { get; private set; } = null!;

    public int EnteredEventId { get; private set; }

    public DateTimeOffset EnteredTime { get; private set; }

    /// <summary>How often the visit was retried.</summary>
    public int RetryCount { get; set; }

    /// <summary>The token of the attempt, for <c>.waitForTaskToken</c> and <c>.sync</c>.</summary>
    public string? TaskToken { get; set; }

    /// <summary>The visit's span; null when nobody listens.</summary>
    public System.Diagnostics.Activity? Activity { get; set; }

    public void Enter(PlanState state, DateTimeOffset time, int eventId)
    {
        State = state;
        EnteredTime = time;
        EnteredEventId = eventId;
        RetryCount = 0;
        TaskToken = null;
        Activity = null;
    }
}
