using System;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution;

/// <summary>What an attempt of a task calls, with the limits that were found for it. Attempts without paths share one.</summary>
/// <param name="StateName">The state.</param>
/// <param name="Resource">The resource.</param>
/// <param name="TimeoutSeconds">The state's <c>TimeoutSeconds</c>, or null when it has none.</param>
/// <param name="HeartbeatSeconds">The state's <c>HeartbeatSeconds</c>, or null when it has none.</param>
/// <param name="RoleArn">The role of the state's <c>Credentials</c>, or null when it has none.</param>
internal sealed record TaskCall(string StateName, TaskResource Resource, long? TimeoutSeconds, long? HeartbeatSeconds, string? RoleArn = null)
{
    public string HistoryResource => Resource.Api ?? Resource.Text;

    public string? ResourceType => Resource.Service;

    /// <summary>How long the task may take, however many heartbeats come.</summary>
    public TimeSpan Timeout => TimeSpan.FromSeconds(LongestSeconds);

    /// <summary>How long a call may take that nobody sends heartbeats for: the first one is due as the answer is.</summary>
    public TimeSpan Limit => IsHeartbeatFirst ? TimeSpan.FromSeconds(HeartbeatSeconds!.Value) : Timeout;

    // AWS gives an HTTP endpoint so long to answer, whatever the state says.
    private bool IsSocketFirst => Resource.Service == "http" && (TimeoutSeconds ?? long.MaxValue) > Quotas.HttpTaskSeconds;

    private long LongestSeconds => IsSocketFirst ? Quotas.HttpTaskSeconds : TimeoutSeconds ?? Quotas.MaxSeconds;

    private bool IsHeartbeatFirst => HeartbeatSeconds < LongestSeconds;

    /// <summary>The failure of the call when <see cref="Limit"/> has passed.</summary>
    public Failure TimedOut() => IsHeartbeatFirst ? Failure.HeartbeatMissed() : IsSocketFirst ? new Failure(ErrorNames.HttpSocket, null) : Failure.TaskTimedOut();
}
