using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace StateMachineGen.Tracing;

/// <summary>Takes spans, groups them, turns them into documents and sends these, in the background: whoever posts a span never waits.</summary>
internal sealed class XRayDaemonSender : IAsyncDisposable
{
    private readonly XRayDaemonOptions _options;
    private readonly IDatagramTransport _transport;
    private readonly SegmentStream _stream;
    private readonly Channel<(RecordedSpan Span, Activity Activity)> _queue;
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationToken _stopped;
    private readonly Task _sending;
    private long _sent;
    private long _failed;
    private long _dropped;
    private long _pending;
    private bool _hasLeft;

    public XRayDaemonSender(XRayDaemonOptions options, IDatagramTransport transport, ListenedSources sources)
    {
        _options = options;
        _transport = transport;
        _stream = new SegmentStream(sources, options.QueueCapacity);
        _stopped = _stop.Token;
        _queue = Channel.CreateBounded<(RecordedSpan Span, Activity Activity)>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        // The loop outlives what runs now, and must not be taken for a part of it.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        _sending = Task.Run(SendAllAsync);
    }

    public long SentDocuments => Interlocked.Read(ref _sent);

    public long FailedDocuments => Interlocked.Read(ref _failed);

    public long DroppedSpans => Interlocked.Read(ref _dropped);

    private static ReadOnlySpan<byte> Header => "{\"format\":\"json\",\"version\":1}\n"u8;

    /// <summary>Takes a span that has ended.</summary>
    public void Post(RecordedSpan span, Activity activity)
    {
        Interlocked.Increment(ref _pending);
        if (!_queue.Writer.TryWrite((span, activity)))
        {
            Interlocked.Decrement(ref _pending);
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Sends what waits, as long as the time allows.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        try
        {
            await _sending.WaitAsync(_options.FlushTimeout, _options.TimeProvider).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Interlocked.Add(ref _dropped, Interlocked.Exchange(ref _pending, 0));
            await _stop.CancelAsync().ConfigureAwait(false);
        }

        _transport.Dispose();
        _stop.Dispose();
    }

    private async Task SendAllAsync()
    {
        long dropped = 0;
        while (!_stopped.IsCancellationRequested && await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (!_stopped.IsCancellationRequested && _queue.Reader.TryRead(out var ended))
            {
                await SendAsync(_stream.Add(ended.Span, ended.Activity)).ConfigureAwait(false);
            }

            // Of what found no room, some may have been the ends of segments that spans are held for.
            if (dropped != DroppedSpans)
            {
                dropped = DroppedSpans;
                await SendAsync(_stream.TakeStopped()).ConfigureAwait(false);
            }
        }

        await SendAsync(_stream.TakeAll()).ConfigureAwait(false);
    }

    private async ValueTask SendAsync(IReadOnlyList<SegmentBatch> batches)
    {
        foreach (SegmentBatch batch in batches)
        {
            foreach (Segment segment in Try(() => batch.Build(_options.ServiceVersion)))
            {
                foreach (XRayDocument document in Try(() => SegmentWriter.Write(segment)))
                {
                    if (_stopped.IsCancellationRequested)
                    {
                        return;
                    }

                    await SendAsync(document).ConfigureAwait(false);
                }
            }

            Interlocked.Add(ref _pending, -batch.Count);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with one document, the next ones are sent.")]
    private IReadOnlyList<T> Try<T>(Func<IReadOnlyList<T>> write)
    {
        try
        {
            return write();
        }
        catch (Exception)
        {
            Interlocked.Increment(ref _failed);
            return [];
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever keeps a datagram from being sent, the next one is tried.")]
    private async ValueTask SendAsync(XRayDocument document)
    {
        byte[] datagram = new byte[Header.Length + Encoding.UTF8.GetByteCount(document.Document)];
        Header.CopyTo(datagram);
        Encoding.UTF8.GetBytes(document.Document, datagram.AsSpan(Header.Length));
        try
        {
            if (!await TrySendAsync(datagram).ConfigureAwait(false))
            {
                CountRefused();
                _hasLeft = await TrySendAsync(datagram).ConfigureAwait(false);
            }
            else
            {
                _hasLeft = true;
            }
        }
        catch (Exception)
        {
            _hasLeft = false;
        }

        Interlocked.Increment(ref _hasLeft ? ref _sent : ref _failed);
    }

    /// <summary>Sends, unless it is said instead that nobody was there for the datagram before.</summary>
    private async ValueTask<bool> TrySendAsync(byte[] datagram)
    {
        try
        {
            await _transport.SendAsync(datagram, _stopped).ConfigureAwait(false);
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return false;
        }
    }

    private void CountRefused()
    {
        if (_hasLeft)
        {
            Interlocked.Decrement(ref _sent);
            Interlocked.Increment(ref _failed);
        }
    }
}
