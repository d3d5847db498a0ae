using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace StateMachineGen.Tracing;

/// <summary>
/// Listens to the spans of executions and to those of further sources, except to those of traces whose caller decided not
/// to sample.
/// </summary>
internal sealed class SpanListener : IDisposable
{
    private const string XRayTraceIdProperty = "StateMachineGen.XRayTraceId";

    private static readonly Lock s_naming = new();

    private readonly FrozenSet<string> _sources;
    private readonly ActivityListener _listener;

    /// <summary>Starts to listen.</summary>
    /// <param name="sources">Further sources, by exact name.</param>
    /// <param name="started">Called for each recorded activity that starts, on its thread.</param>
    /// <param name="stopped">Called for each recorded activity that ends, on its thread.</param>
    public SpanListener(IEnumerable<string> sources, Action<Activity> started, Action<Activity> stopped)
    {
        _sources = FrozenSet.Create(StringComparer.Ordinal, [TelemetryNames.Source, TelemetryNames.TasksSource, .. sources]);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => _sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> creation) =>
                IsSampledOut(creation.Parent) ? ActivitySamplingResult.PropagationData : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = activity => IfRecorded(activity, started),
            ActivityStopped = activity => IfRecorded(activity, stopped),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Stops to listen.</summary>
    public void Dispose() => _listener.Dispose();

    /// <summary>The nearest ancestor that is listened to.</summary>
    public Activity? ParentOf(Activity activity)
    {
        Activity? parent = activity.Parent;
        while (parent is not null && !_sources.Contains(parent.Source.Name))
        {
            parent = parent.Parent;
        }

        return parent;
    }

    /// <summary>The id of the nearest ancestor that is listened to, or else of the caller outside of this process.</summary>
    public string? ParentIdOf(Activity activity)
    {
        if (ParentOf(activity) is { } parent)
        {
            return parent.SpanId.ToHexString();
        }

        ActivitySpanId caller = RootOf(activity).ParentSpanId;
        return caller == default ? null : caller.ToHexString();
    }

    /// <summary>
    /// The X-Ray id of an activity's trace. It must not change when more of the trace is known later, nor between those
    /// who ask, so it is kept with the trace's root; the first activity that was asked for decides.
    /// </summary>
    public static string XRayTraceId(Activity activity)
    {
        Activity root = RootOf(activity);
        lock (s_naming)
        {
            if (root.GetCustomProperty(XRayTraceIdProperty) is string known)
            {
                return known;
            }

            string w3cId = activity.TraceId.ToHexString();
            string id = HasCaller(root) ? XRayIds.TraceId(w3cId) : XRayIds.TraceId(w3cId, activity.StartTimeUtc);
            root.SetCustomProperty(XRayTraceIdProperty, id);
            return id;
        }
    }

    private static void IfRecorded(Activity activity, Action<Activity> action)
    {
        if (activity.Recorded)
        {
            action(activity);
        }
    }

    /// <summary>
    /// Whether the caller decided that the trace is not recorded. A caller is whoever set the parent by its ids, with
    /// <see cref="ActivityContext"/> or <see cref="Activity.SetParentId(string)"/>. A parent that is an activity of this
    /// process says nothing by itself: frameworks make such activities without the flag for propagation alone.
    /// </summary>
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

        Activity root = RootOf(activity);
        return HasCaller(root) && !root.Recorded;
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

    private static Activity RootOf(Activity activity)
    {
        while (activity.Parent is { } parent)
        {
            activity = parent;
        }

        return activity;
    }

    private static bool HasCaller(Activity root) => root.HasRemoteParent || root.ParentSpanId != default;
}
