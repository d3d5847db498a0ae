using System;
using System.Diagnostics;

namespace StateMachineGen.Tracing;

/// <summary>
/// Listens to the spans of executions and to those of further sources, except to those of traces whose caller decided not
/// to sample.
/// </summary>
internal sealed class SpanListener : IDisposable
{
    private readonly ActivityListener _listener;

    /// <summary>Starts to listen.</summary>
    /// <param name="sources">What is listened to.</param>
    /// <param name="started">Called for each recorded activity that starts, on its thread.</param>
    /// <param name="stopped">Called for each recorded activity that ends, on its thread.</param>
    public SpanListener(ListenedSources sources, Action<Activity> started, Action<Activity> stopped)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = sources.Contains,
            Sample = (ref ActivityCreationOptions<ActivityContext> creation) =>
                IsSampledOut(creation.Parent) ? ActivitySamplingResult.PropagationData : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => IfRecorded(activity, started),
            ActivityStopped = activity => IfRecorded(activity, stopped),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Stops to listen.</summary>
    public void Dispose() => _listener.Dispose();

    private static void IfRecorded(Activity activity, Action<Activity> action)
    {
        if (activity.Recorded && !TraceRoot.IsSampledOut(activity))
        {
            action(activity);
        }
    }

    /// <summary>Whether the caller of what is to be made decided that the trace is not recorded.</summary>
    private static bool IsSampledOut(ActivityContext parent)
    {
        if (parent.TraceId == default)
        {
            return false;
        }

        if (parent.IsRemote || FindCurrent(parent) is not { } activity)
        {
            return !parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded);
        }

        return TraceRoot.IsSampledOut(activity);
    }

    private static Activity? FindCurrent(ActivityContext context)
    {
        Activity? activity = Activity.Current;
        while (activity is not null && (activity.SpanId != context.SpanId || activity.TraceId != context.TraceId))
        {
            activity = activity.Parent;
        }

        return activity;
    }
}
