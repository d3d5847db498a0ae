using System;
using System.Text;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace StateMachineGen.Tracing;

/// <summary>Turns spans into documents and sends them, in the background: whoever posts them never waits.</summary>
internal sealed class XRayDaemonSender : IAsyncDisposable
{
    private readonly XRayDaemonOptions _options;
    private readonly IDatagramTransport _transport;
    private readonly Channel<SegmentBatch> _queue;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sending;
    private long _sent;
    private long _failed;
    private long _dropped;

    public XRayDaemonSender(XRayDaemonOptions options, IDatagramTransport transport)
    {
        _options = options;
        _transport = transport;
        _queue = Channel.CreateBounded<SegmentBatch>(options.QueueCapacity);
        // The loop outlives what runs now, and must not be taken for a part of it.
        using AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
        _sending = Task.Run(SendAllAsync);
    }

    public long SentDocuments => Interlocked.Read(ref _sent);

    public long FailedDocuments => Interlocked.Read(ref _failed);

    public long DroppedSpans => Interlocked.Read(ref _dropped);

    private static ReadOnlySpan<byte> Header => "{\"format\":\"json\",\"version\":1}\n"u8;

    public void Post(SegmentBatch batch)
    {
        if (!_queue.Writer.TryWrite(batch))
        {
            Drop(batch);
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
            await _stop.CancelAsync().ConfigureAwait(false);
            while (_queue.Reader.TryRead(out SegmentBatch? batch))
            {
                Drop(batch);
            }
        }

        _transport.Dispose();
        _stop.Dispose();
    }

    private async Task SendAllAsync()
    {
        await foreach (SegmentBatch batch in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            foreach (XRayDocument document in batch.Write(_options.ServiceVersion))
            {
                await SendAsync(document).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask SendAsync(XRayDocument document)
    {
        byte[] datagram = new byte[Header.Length + Encoding.UTF8.GetByteCount(document.Document)];
        Header.CopyTo(datagram);
        Encoding.UTF8.GetBytes(document.Document, datagram.AsSpan(Header.Length));
        try
        {
            await _transport.SendAsync(datagram, _stop.Token).ConfigureAwait(false);
            Interlocked.Increment(ref _sent);
        }
#pragma warning disable CA1031 // Whatever keeps a datagram from being sent, the next one is tried.
        catch (Exception)
#pragma warning restore CA1031
        {
            Interlocked.Increment(ref _failed);
        }
    }

    private void Drop(SegmentBatch batch) => Interlocked.Add(ref _dropped, batch.Spans.Count);
}
