using System;

namespace StateMachineGen.Execution;

/// <summary>UUIDs from a stream of chance that is given, so that a seed makes them repeatable.</summary>
internal static class RandomUuid
{
    /// <summary>The next UUID of the stream: version 4, variant 1, which is what people and tools expect of a random one.</summary>
    public static string Next(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
