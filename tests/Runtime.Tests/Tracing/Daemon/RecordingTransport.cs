using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>A daemon that takes everything, until it is told to take nothing more.</summary>
internal sealed class RecordingTransport : IDatagramTransport
{
    private const string Header = "{\"format\":\"json\",\"version\":1}\n";

    private readonly Channel<JsonElement> _arriving = Channel.CreateUnbounded<JsonElement>();
    private readonly ConcurrentQueue<string> _documents = [];

    /// <summary>What each datagram waits for, or fails by.</summary>
    public Func<CancellationToken, Task> BeforeEach { get; init; } = _ => Task.CompletedTask;

    /// <summary>The documents that came, in their order.</summary>
    public IEnumerable<(string Id, string Document)> Documents => _documents.Select(text => (JsonDocument.Parse(text).RootElement.GetProperty("id").GetString()!, text));

    public async ValueTask SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken)
    {
        await BeforeEach(cancellationToken);
        string document = DocumentIn(datagram.Span);
        _documents.Enqueue(document);
        _arriving.Writer.TryWrite(JsonDocument.Parse(document).RootElement);
    }

    /// <summary>Waits for the next documents.</summary>
    public async Task<JsonElement[]> ReceiveAsync(int count)
    {
        var received = new JsonElement[count];
        for (int i = 0; i < count; i++)
        {
            received[i] = await _arriving.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }

        return received;
    }

    public void Dispose() => _arriving.Writer.TryComplete();

    /// <summary>The document of a datagram that a daemon would take.</summary>
    public static string DocumentIn(ReadOnlySpan<byte> datagram)
    {
        datagram.Length.ShouldBeLessThan(65_507);
        string text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(datagram);
        text.ShouldStartWith(Header);
        return text[Header.Length..];
    }
}
