using System;
using System.Security.Cryptography;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>The functions that encode and hash.</summary>
internal static class EncodingFunctions
{
    private const int LongestText = 10_000;

    public static IntrinsicResult Base64Encode(ReadOnlySpan<JsonValue> arguments) =>
        arguments is [JsonString { Value.Length: <= LongestText } text]
            ? new JsonString(Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Value)))
            : IntrinsicResult.InvalidArguments;

    public static IntrinsicResult Base64Decode(ReadOnlySpan<JsonValue> arguments) =>
        arguments is [JsonString { Value.Length: <= LongestText } text]
            ? new JsonString(Encoding.UTF8.GetString(DecodeBase64(text.Value)))
            : IntrinsicResult.InvalidArguments;

    /// <summary>The hash of a text; AWS hashes other values as the text that they are in Java (measured).</summary>
    public static IntrinsicResult Hash(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [var data, JsonString algorithm]
            || ToAlgorithm(algorithm.Value) is not { } known
            || JavaText.Of(data) is not { Length: <= LongestText } text)
        {
            return IntrinsicResult.InvalidArguments;
        }

        return new JsonString(Convert.ToHexStringLower(CryptographicOperations.HashData(known, Encoding.UTF8.GetBytes(text))));
    }

    private static HashAlgorithmName? ToAlgorithm(string name) => name switch
    {
        "MD5" => HashAlgorithmName.MD5,
        "SHA-1" => HashAlgorithmName.SHA1,
        "SHA-256" => HashAlgorithmName.SHA256,
        "SHA-384" => HashAlgorithmName.SHA384,
        "SHA-512" => HashAlgorithmName.SHA512,
        _ => null,
    };

    /// <summary>
    /// Decodes as leniently as AWS does (measured): characters that do not belong are passed over, missing padding is none too much, and
    /// what comes after padding is not looked at.
    /// </summary>
    private static ReadOnlySpan<byte> DecodeBase64(string text)
    {
        var bytes = new byte[text.Length];
        int count = 0;
        int buffer = 0;
        int bits = 0;
        foreach (char c in text)
        {
            if (c == '=')
            {
                break;
            }

            if (ToSextet(c) is { } sextet)
            {
                buffer = (buffer << 6) | sextet;
                bits += 6;
                if (bits >= 8)
                {
                    bits -= 8;
                    bytes[count++] = (byte)(buffer >> bits);
                    buffer &= (1 << bits) - 1;
                }
            }
        }

        return bytes.AsSpan(0, count);
    }

    private static int? ToSextet(char c) => c switch
    {
        >= 'A' and <= 'Z' => c - 'A',
        >= 'a' and <= 'z' => c - 'a' + 26,
        >= '0' and <= '9' => c - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => null,
    };
}
