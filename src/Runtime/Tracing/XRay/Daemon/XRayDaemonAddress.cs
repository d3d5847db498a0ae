using System;
using System.Globalization;
using System.Net;

namespace StateMachineGen.Tracing;

/// <summary>Reads the address of an X-Ray daemon, in the two forms of <c>AWS_XRAY_DAEMON_ADDRESS</c>.</summary>
internal static class XRayDaemonAddress
{
    private const string UdpPrefix = "udp:";
    private const string TcpPrefix = "tcp:";

    /// <summary>The host and port that take segments.</summary>
    /// <exception cref="ArgumentException">The text is no address.</exception>
    public static DnsEndPoint Parse(string address) =>
        Udp(address.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { } udp && EndPoint(udp) is { } endPoint
            ? endPoint
            : throw new ArgumentException($"'{address}' is no address of an X-Ray daemon: it is written 'host:port' or 'tcp:host:port udp:host:port'.", nameof(address));

    private static string? Udp(string[] parts) => parts switch
    {
        [var only] => After(UdpPrefix, only) ?? only,
        [var first, var second] when After(TcpPrefix, first) is not null => After(UdpPrefix, second),
        [var first, var second] when After(TcpPrefix, second) is not null => After(UdpPrefix, first),
        _ => null,
    };

    private static string? After(string prefix, string text) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..] : null;

    private static DnsEndPoint? EndPoint(string text)
    {
        int colon = text.LastIndexOf(':');
        string host = colon < 0 ? "" : text[..colon];
        return Uri.CheckHostName(host) != UriHostNameType.Unknown
            && (!host.Contains(':', StringComparison.Ordinal) || host is ['[', .., ']'])
            && ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) && port > 0
            ? new DnsEndPoint(host.Trim('[', ']'), port)
            : null;
    }
}
