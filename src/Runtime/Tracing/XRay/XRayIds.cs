using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StateMachineGen.Tracing;

/// <summary>X-Ray's ids and times.</summary>
internal static class XRayIds
{
    /// <summary>How old, and how far ahead, the time in a trace id may be for X-Ray to accept it.</summary>
    private static readonly TimeSpan s_oldest = TimeSpan.FromDays(28);
    private static readonly TimeSpan s_newest = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The X-Ray id of a W3C trace id that a caller gave. It is kept as it is: the caller's segments have it, and the time in
    /// it is the caller's, whatever clock the execution has.
    /// </summary>
    public static string TraceId(string w3cTraceId) => $"1-{w3cTraceId[..8]}-{w3cTraceId[8..]}";

    /// <summary>
    /// The X-Ray id of a W3C trace id that was made in this process. X-Ray reads the first eight digits as epoch seconds
    /// and drops traces that are too old; where they are no plausible time for a trace that starts at
    /// <paramref name="start"/>, they are replaced by that second, and the other 24 digits, random in both formats, are kept.
    /// </summary>
    public static string TraceId(string w3cTraceId, DateTime start)
    {
        long startSeconds = Microseconds(start) / 1_000_000;
        long idSeconds = long.Parse(w3cTraceId.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        bool isEpochId = idSeconds >= startSeconds - s_oldest.TotalSeconds && idSeconds <= startSeconds + s_newest.TotalSeconds;
        uint seconds = (uint)(isEpochId ? idSeconds : Math.Clamp(startSeconds, 0, uint.MaxValue));
        return string.Create(CultureInfo.InvariantCulture, $"1-{seconds:x8}-{w3cTraceId.AsSpan(8)}");
    }

    /// <summary>An X-Ray id as W3C writes it.</summary>
    public static ActivityTraceId W3CTraceId(string xrayId) => ActivityTraceId.CreateFromString(string.Concat(xrayId.AsSpan(2, 8), xrayId.AsSpan(11)));

    /// <summary>
    /// The id of something that belongs to a span without being one, as the segment of the Lambda service around a run.
    /// Derived and not drawn, so that the same spans always give the same documents.
    /// </summary>
    public static string Derive(string spanId, string part)
    {
        ulong id = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{spanId}/{part}")));
        return id.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>The time in seconds since 1970, with six decimals: a double would be printed with too few or too many.</summary>
    public static string Time(DateTime time)
    {
        long microseconds = Math.Max(0, Microseconds(time));
        return string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1_000_000}.{microseconds % 1_000_000:D6}");
    }

    private static long Microseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
