using System;
using System.Collections.Concurrent;
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
/// All members may be called from any thread, also while executions run: what has not ended is marked as in progress.
/// </summary>
/// <remarks>
/// A trace has a segment for the state machine with a subsegment for each visit of a state, in it one for each attempt
/// and each wait before a retry (only for states with Retry), one for each branch or iteration, and one for the call; then,
/// for each run of a function, a segment of the Lambda service and one of the function's code, in whose <c>Invocation</c>
/// the activities of the user's own code are nested (<see cref="XRayTraceCollectorOptions.Sources"/>).
/// <para>
/// What an activity says when it ends is what counts: tags that are added later are not seen. A span takes about half a kilobyte and what its tags hold, until
/// <see cref="Clear"/>, so what collects for long is to be cleared. An activity that is never stopped stays, as in progress, and its trace with it.
/// </para>
/// </remarks>
public sealed class XRayTraceCollector : IDisposable
{
    private readonly ListenedSources _sources;
    private readonly SpanListener _listener;
    private readonly XRayTraceCollectorOptions _options;
    private readonly ConcurrentDictionary<string, CollectedTrace> _traces = [];

    // What an X-Ray header led to has the trace's X-Ray id for its W3C id, which may be another one than that of what sent the header.
    private readonly ConcurrentDictionary<string, CollectedTrace> _named = [];
    private long _sequence;

    /// <summary>Starts to collect.</summary>
    /// <param name="options">What to collect; null for the defaults.</param>
    public XRayTraceCollector(XRayTraceCollectorOptions? options = null)
    {
        _options = options ?? new();
        _sources = new ListenedSources(_options.Sources);
        _listener = new SpanListener(_sources, OnStarted, OnStopped);
    }

    /// <summary>The traces collected so far, by their start.</summary>
    public ImmutableArray<XRayTrace> GetTraces() =>
    [
        .. BuildTraces().Select(trace => new XRayTrace(
            trace.Id,
            trace.Segments.Max(s => s.End) - trace.Segments.Min(s => s.Start),
            [.. trace.Segments.SelectMany(s => SegmentWriter.Write(s))])),
    ];

    /// <summary>Who called whom, and how that went, in all that was collected so far.</summary>
    public ServiceMap GetServiceMap() => ServiceMap.Of(BuildTraces().SelectMany(trace => trace.Segments));

    /// <summary>The timelines of the executions that ended so far, by their start.</summary>
    public ImmutableArray<ExecutionTimeline> GetTimelines() => [.. Snapshot().SelectMany(trace => ExecutionTimeline.Of(trace.Spans))];

    /// <summary>
    /// Writes the traces collected so far as a file in the shape of BatchGetTraces
    /// (<c>{"Traces":[{"Id","Duration","LimitExceeded","Segments":[{"Id","Document"}]}]}</c>). An existing file is replaced.
    /// </summary>
    /// <param name="path">The file; its folder is made if need be.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void WriteFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        XRayTraceFile.Write(path, GetTraces());
    }

    /// <summary>
    /// Writes the spans that have ended so far in the JSON form of OTLP (an <c>ExportTraceServiceRequest</c> on one line),
    /// which OpenTelemetry's tools read. An existing file is replaced.
    /// </summary>
    /// <param name="path">The file; its folder is made if need be.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public void WriteOtlpFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        OtlpTraceFile.Write(path, _options.ServiceName, _options.ServiceVersion, Snapshot().SelectMany(trace => trace.Spans).Where(span => span.IsFinished));
    }

    /// <summary>Forgets the traces in which nothing runs any more. The others stay whole.</summary>
    public void Clear()
    {
        foreach (KeyValuePair<string, CollectedTrace> trace in _traces)
        {
            if (trace.Value.TryClose())
            {
                Remove(trace.Key, trace.Value);
            }
        }
    }

    /// <summary>Stops to collect.</summary>
    public void Dispose() => _listener.Dispose();

    /// <summary>The traces collected so far, by their start, before they are written.</summary>
    internal IEnumerable<(string Id, IReadOnlyList<Segment> Segments)> BuildTraces() =>
        Snapshot().Select(trace => (trace.Id, SegmentBuilder.Build(trace.Id, trace.Spans, _options.ServiceVersion)));

    private void OnStarted(Activity activity)
    {
        string id = activity.TraceId.ToHexString();
        long sequence = Interlocked.Increment(ref _sequence);
        CollectedTrace trace = GetOrAdd();
        while (!trace.TryStart(activity, sequence))
        {
            // It was closed meanwhile, and is about to be removed.
            Remove(id, trace);
            trace = GetOrAdd();
        }

        CollectedTrace GetOrAdd() => _traces.TryGetValue(id, out CollectedTrace? known)
            ? known
            : _traces.GetOrAdd(id, _named.GetOrAdd(TraceRoot.XRayTraceId(activity), name => new CollectedTrace(name, activity.StartTimeUtc, sequence)));
    }

    private void Remove(string id, CollectedTrace trace)
    {
        _traces.TryRemove(KeyValuePair.Create(id, trace));
        _named.TryRemove(KeyValuePair.Create(trace.Id, trace));
    }

    private void OnStopped(Activity activity)
    {
        // A span that began before the collector has no entry, and would be a trace without its beginning.
        if (_traces.TryGetValue(activity.TraceId.ToHexString(), out CollectedTrace? trace))
        {
            trace.Stop(activity, new RecordedSpan(activity, _sources, Interlocked.Increment(ref _sequence)));
        }
    }

    private IEnumerable<(string Id, IReadOnlyList<RecordedSpan> Spans)> Snapshot() =>
        _named.Values.OrderBy(trace => trace.Start).ThenBy(trace => trace.Sequence).Select(trace => (trace.Id, Spans: trace.Copy(_sources))).Where(trace => trace.Spans.Count > 0);
}
