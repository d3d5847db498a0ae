using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>
/// Records the spans of one trace, as OpenTelemetry's SDK does: what the trace's caller does not want recorded is passed on and no more. Other
/// tests trace at the same time.
/// </summary>
internal sealed class SpanRecording : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<Activity> _started = [];
    private readonly List<Activity> _ended = [];
    private readonly ActivityListener _listener;
    private readonly Activity _caller;

    public SpanRecording()
    {
        _caller = new Activity("test");
        _caller.SetParentId(TraceId, ActivitySpanId.CreateRandom(), ActivityTraceFlags.Recorded);
        _caller.Start();
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is TelemetryNames.Source or TelemetryNames.TasksSource,
            Sample = (ref ActivityCreationOptions<ActivityContext> creation) =>
                creation.Parent.TraceId != TraceId ? ActivitySamplingResult.None
                : creation.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.PropagationData,
            ActivityStarted = span => Add(_started, span),
            ActivityStopped = span => Add(_ended, span),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public ActivityTraceId TraceId { get; } = ActivityTraceId.CreateRandom();

    /// <summary>The trace id as X-Ray writes it.</summary>
    public string Root => $"1-{TraceId.ToHexString()[..8]}-{TraceId.ToHexString()[8..]}";

    /// <summary>What has ended, innermost first.</summary>
    public IReadOnlyList<Activity> Spans => Copy(_ended);

    /// <summary>The names of what was started and has not ended.</summary>
    public IEnumerable<string> Open => Copy(_started).Except(Copy(_ended)).Select(span => span.DisplayName);

    public Activity Single(string name) => Spans.Single(span => span.DisplayName == name);

    public IEnumerable<Activity> All(string name) => Spans.Where(span => span.DisplayName == name).OrderBy(span => span.StartTimeUtc);

    public void Dispose()
    {
        _listener.Dispose();
        _caller.Dispose();
    }

    /// <summary>Adds a span of the trace: a listener is told of whatever any listener has made.</summary>
    private void Add(List<Activity> spans, Activity span)
    {
        if (span.TraceId != TraceId)
        {
            return;
        }

        lock (_gate)
        {
            spans.Add(span);
        }
    }

    private Activity[] Copy(List<Activity> spans)
    {
        lock (_gate)
        {
            return [.. spans];
        }
    }
}
