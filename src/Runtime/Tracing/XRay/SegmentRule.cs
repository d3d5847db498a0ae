using System.Diagnostics;

namespace StateMachineGen.Tracing;

/// <summary>What becomes a segment of its own, and not a part of one: each execution, and whatever stands for a service or begins a trace in this process.</summary>
internal static class SegmentRule
{
    /// <summary>Whether it becomes a segment.</summary>
    /// <param name="kind">The kind of the activity.</param>
    /// <param name="hasRemoteParent">Whether it was started by another process.</param>
    /// <param name="hasParentHere">Whether an activity above it in this process is listened to.</param>
    /// <param name="isExecution">Whether it stands for an execution.</param>
    public static bool Applies(ActivityKind kind, bool hasRemoteParent, bool hasParentHere, bool isExecution) =>
        kind is ActivityKind.Server or ActivityKind.Consumer || hasRemoteParent || !hasParentHere || isExecution;

    /// <summary>Whether an activity becomes a segment, also while it runs.</summary>
    public static bool Applies(Activity activity, ListenedSources sources) => Applies(
        activity.Kind,
        activity.HasRemoteParent,
        sources.ParentOf(activity) is not null,
        activity.Source.Name == TelemetryNames.Source && activity.GetTagItem(TelemetryNames.ExecutionName) is not null);
}
