using System;
using System.IO;
using System.Security.Cryptography;

namespace StateMachineGen.Storage;

/// <summary>The entity tag of an object, as S3 makes it of one that is written in a piece: the MD5 of its content.</summary>
internal static class EntityTag
{
#pragma warning disable CA5351 // It protects nothing; it is what S3 says.
    public static string Of(ReadOnlySpan<byte> content) => Quote(MD5.HashData(content));

    public static string Of(Stream content) => Quote(MD5.HashData(content));
#pragma warning restore CA5351

    private static string Quote(byte[] hash) => $"\"{Convert.ToHexStringLower(hash)}\"";
}
