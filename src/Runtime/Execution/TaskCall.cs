namespace StateMachineGen.Execution;

/// <summary>What an attempt of a task calls, with the limits that were found for it. Attempts without paths share one.</summary>
/// <param name="StateName">The state.</param>
/// <param name="Resource">The resource.</param>
/// <param name="TimeoutSeconds">The state's <c>TimeoutSeconds</c>, or null when it has none.</param>
/// <param name="HeartbeatSeconds">The state's <c>HeartbeatSeconds</c>, or null when it has none.</param>
internal sealed record TaskCall(string StateName, TaskResource Resource, long? TimeoutSeconds, long? HeartbeatSeconds)
{
    public string HistoryResource => Resource.Api ?? Resource.Text;

    public string? ResourceType => Resource.Service;
}
