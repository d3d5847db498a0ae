using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Tracing;

/// <summary>
/// Sends the traces of executions to an X-Ray daemon, or to whatever takes its place, from when it is made until it is
/// disposed of. Segments are sent over UDP as they end, and parts of a segment that has many before it ends. Sending is done in
/// the background: a daemon that is absent, slow or full costs executions nothing, what it misses is counted. Executions
/// whose caller decided not to sample are left out.
/// </summary>
public sealed class XRayDaemonExporter : IAsyncDisposable
{
    /// <summary>The environment variable that names the daemon's address: <c>AWS_XRAY_DAEMON_ADDRESS</c>.</summary>
    public const string AddressVariable = "AWS_XRAY_DAEMON_ADDRESS";

    private readonly SegmentStream _stream = new();
    private readonly XRayDaemonSender _sender;
    private readonly SpanListener _listener;
    private long _sequence;

    /// <summary>Starts to send.</summary>
    /// <param name="options">Where to, and what; null for the defaults.</param>
    /// <exception cref="ArgumentException">The address is none, or the queue has no room.</exception>
    public XRayDaemonExporter(XRayDaemonOptions? options = null)
        : this(options ??= new(), new UdpTransport(XRayDaemonAddress.Parse(options.Address)))
    {
    }

    internal XRayDaemonExporter(XRayDaemonOptions options, IDatagramTransport transport)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueueCapacity, 1, nameof(options));
        _sender = new XRayDaemonSender(options, transport);
        _listener = new SpanListener(options.Sources, OnStarted, OnStopped);
    }

    /// <summary>How many documents were sent. Whether they arrived is not known: UDP does not tell.</summary>
    public long SentDocuments => _sender.SentDocuments;

    /// <summary>How many documents could not be sent, for instance because nobody listens at the address.</summary>
    public long FailedDocuments => _sender.FailedDocuments;

    /// <summary>How many spans found no room in the queue, or were still in it when time was up.</summary>
    public long DroppedSpans => _sender.DroppedSpans;

    /// <summary>Starts to send if the environment variable <see cref="AddressVariable"/> is set.</summary>
    /// <param name="options">What to send; the address is the variable's. Null for the defaults.</param>
    /// <returns>The exporter, or null when the variable is not set.</returns>
    /// <exception cref="ArgumentException">The variable's value is no address.</exception>
    public static XRayDaemonExporter? FromEnvironment(XRayDaemonOptions? options = null) =>
        Environment.GetEnvironmentVariable(AddressVariable) is { Length: > 0 } address
            ? new XRayDaemonExporter((options ?? new()) with { Address = address })
            : null;

    /// <summary>Stops to listen, and waits until all is sent, at most for the options' <see cref="XRayDaemonOptions.FlushTimeout"/>.</summary>
    public ValueTask DisposeAsync()
    {
        _listener.Dispose();
        foreach (SegmentBatch batch in _stream.TakeAll())
        {
            _sender.Post(batch);
        }

        return _sender.DisposeAsync();
    }

    // The first activity of a trace decides on its id.
    private static void OnStarted(Activity activity) => SpanListener.XRayTraceId(activity);

    private void OnStopped(Activity activity)
    {
        var span = new RecordedSpan(activity, _listener.ParentIdOf(activity), Interlocked.Increment(ref _sequence));
        foreach (SegmentBatch batch in _stream.Add(span, SpanListener.XRayTraceId(activity), RunningSegmentAbove(activity)))
        {
            _sender.Post(batch);
        }
    }

    private string? RunningSegmentAbove(Activity activity)
    {
        Activity? above = _listener.ParentOf(activity);
        while (above is not null && !IsSegment(above))
        {
            above = _listener.ParentOf(above);
        }

        return above is { IsStopped: false } ? above.SpanId.ToHexString() : null;
    }

    /// <summary>As <see cref="SegmentBuilder.IsSegment"/>, of an activity that still runs.</summary>
    private bool IsSegment(Activity activity) =>
        activity.Kind is ActivityKind.Server or ActivityKind.Consumer
        || activity.HasRemoteParent
        || activity.GetTagItem(TelemetryNames.ExecutionName) is not null
        || _listener.ParentOf(activity) is null;
}
