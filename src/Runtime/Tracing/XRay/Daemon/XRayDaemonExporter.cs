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

    private readonly ListenedSources _sources;
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
        _sources = new ListenedSources(options.Sources);
        _sender = new XRayDaemonSender(options, transport, _sources);
        _listener = new SpanListener(_sources, OnStarted, OnStopped);
    }

    /// <summary>How many documents were sent. Whether they arrived is not known: UDP does not tell, except that on this machine nobody listens.</summary>
    public long SentDocuments => _sender.SentDocuments;

    /// <summary>How many documents could not be written or sent, for instance because nobody listens at the address.</summary>
    public long FailedDocuments => _sender.FailedDocuments;

    /// <summary>How many spans found no room in the queue, or were not sent when time was up.</summary>
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
        return _sender.DisposeAsync();
    }

    // The first activity of a trace decides on its id.
    private void OnStarted(Activity activity)
    {
        if (_sources.ParentOf(activity) is null)
        {
            TraceRoot.XRayTraceId(activity);
        }
    }

    private void OnStopped(Activity activity) =>
        _sender.Post(new RecordedSpan(activity, _sources, Interlocked.Increment(ref _sequence)), activity);
}
