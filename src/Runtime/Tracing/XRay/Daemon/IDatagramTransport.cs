using System;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Tracing;

/// <summary>Takes datagrams to a daemon.</summary>
internal interface IDatagramTransport : IDisposable
{
    ValueTask SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken);
}
