using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Tracing;

/// <summary>Sends datagrams over UDP; the host's name is looked up when the first one is sent.</summary>
internal sealed class UdpTransport(DnsEndPoint daemon) : IDatagramTransport
{
    private Socket? _socket;

    public async ValueTask SendAsync(ReadOnlyMemory<byte> datagram, CancellationToken cancellationToken)
    {
        _socket ??= await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await _socket.SendAsync(datagram, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _socket?.Dispose();

    /// <summary>A connected socket is told when nobody listens at the other end.</summary>
    private async Task<Socket> ConnectAsync(CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(daemon.Host, cancellationToken).ConfigureAwait(false);
        // The daemon listens on IPv4 only, unless told otherwise, and 'localhost' often means IPv6 first.
        IPAddress address = addresses.OrderBy(a => a.AddressFamily == AddressFamily.InterNetwork ? 0 : 1).FirstOrDefault()
            ?? throw new SocketException((int)SocketError.HostNotFound);
        var socket = new Socket(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, daemon.Port), cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
