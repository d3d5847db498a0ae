using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;

namespace StateMachineGen.Tracing;

/// <summary>
/// Collects the traces of executions in memory, as AWS X-Ray would show them, from when it is made until it is disposed
/// of; what was collected stays readable afterwards. Executions whose caller decided not to sample are left out.
/// All members may be called from any thread, also while executions run: then only finished spans are there.
/// </summary>
/// <remarks>
/// A trace has a segment for the state machine with a subsegment for each visit of a state, in it one for each attempt
/// and each wait before a retry (only for states with Retry), one for each branch or iteration, and one for the call; then,
/// for each run of a function, a segment of the Lambda service and one of the function's code, in whose <c>Invocation</c>
/// the activities of the user's own code are nested (<see cref="XRayTraceCollectorOptions.Sources"/>).
/// </remarks>
public sealed class XRayTraceCollector : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ImmutableHashSet<string> _sources;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CollectedTrace> _traces = [];
    private long _sequence;

    /// <summary>Starts to collect.</summary>
    /// <param name="options">What to collect; null for the defaults.</param>
    public XRayTraceCollector(XRayTraceCollectorOptions? options = null)
    {
        options ??= new();
        _sources = [TelemetryNames.Source, TelemetryNames.TasksSource, .. options.Sources];
        _listener = new ActivityListener
        {
            ShouldListenTo = source => _sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> creation) =>
                IsSampledOut(creation.Parent) ? ActivitySamplingResult.PropagationData : ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = OnStarted,
            ActivityStopped = OnStopped,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The traces collected so far, by their start.</summary>
    public ImmutableArray<XRayTrace> GetTraces() =>
    [
        .. BuildTraces().Select(trace => new XRayTrace(
            trace.Id,
            trace.Segments.Max(s => s.End) - trace.Segments.Min(s => s.Start),
            [.. trace.Segments.SelectMany(s => SegmentWriter.Write(s))])),
    ];

    /// <summary>How often each node of the service map was asked, and how that ended; by name, then type.</summary>
    public ImmutableArray<ServiceStatistics> GetServiceStatistics() =>
        ServiceStatistics.Count(BuildTraces().SelectMany(trace => trace.Segments));

    /// <summary>The timelines of the executions that ended so far, by their start.</summary>
    public ImmutableArray<ExecutionTimeline> GetTimelines() => [.. Snapshot().SelectMany(trace => ExecutionTimeline.Of(trace.Spans))];

    /// <summary>
    /// Writes the traces collected so far as a file in the shape of BatchGetTraces
    /// (<c>{"Traces":[{"Id","Duration","Segments":[{"Id","Document"}]}]}</c>). An existing file is replaced.
    /// </summary>
    /// <param name="path">The file; its folder is made if need be.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void WriteFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        XRayTraceFile.Write(path, GetTraces());
    }

    /// <summary>Stops to collect.</summary>
    public void Dispose() => _listener.Dispose();

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

    private void OnStarted(Activity activity)
    {
        if (activity.Recorded)
        {
            lock (_lock)
            {
                string id = activity.TraceId.ToHexString();
                if (!_traces.ContainsKey(id))
                {
                    // The trace's id must not change when more of it is known later, so the first start decides.
                    string xrayId = HasCaller(RootOf(activity)) ? XRayIds.TraceId(id) : XRayIds.TraceId(id, activity.StartTimeUtc);
                    _traces.Add(id, new CollectedTrace(xrayId, activity.StartTimeUtc, _sequence++));
                }
            }
        }
    }

    private void OnStopped(Activity activity)
    {
        if (!activity.Recorded)
        {
            return;
        }

        string traceId = activity.TraceId.ToHexString();
        lock (_lock)
        {
            // A span that began before the collector has no entry, and would be a trace without its beginning.
            if (_traces.TryGetValue(traceId, out CollectedTrace? trace))
            {
                trace.Spans.Add(new RecordedSpan(activity, CollectedParent(activity), _sequence++));
            }
        }
    }

    private string? CollectedParent(Activity activity)
    {
        Activity last = activity;
        while (last.Parent is { } parent)
        {
            if (_sources.Contains(parent.Source.Name))
            {
                return parent.SpanId.ToHexString();
            }

            last = parent;
        }

        return last.ParentSpanId == default ? null : last.ParentSpanId.ToHexString();
    }

    private CollectedTrace[] Snapshot()
    {
        lock (_lock)
        {
            return
            [
                .. _traces.Values
                    .Where(trace => trace.Spans.Count > 0)
                    .OrderBy(trace => trace.Start)
                    .ThenBy(trace => trace.Sequence)
                    .Select(trace => trace with { Spans = [.. trace.Spans] }),
            ];
        }
    }

    private IEnumerable<(string Id, IReadOnlyList<Segment> Segments)> BuildTraces() =>
        Snapshot().Select(trace => (trace.Id, SegmentBuilder.Build(trace.Id, trace.Spans)));

    private sealed record CollectedTrace(string Id, DateTime Start, long Sequence)
    {
        public List<RecordedSpan> Spans { get; init; } = [];
    }
}
