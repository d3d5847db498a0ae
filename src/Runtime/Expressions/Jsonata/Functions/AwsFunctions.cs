using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>The functions that AWS adds to JSONata's.</summary>
internal static class AwsFunctions
{
    private const double MaxRange = 1e7;

    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("partition", Partition);
        bodies.Add("range", Range);
        bodies.Add("hash", Hash);
        bodies.Add("random", static (a, c) => JsonNumber.Of(a.TryGetNumber(0, out double seed)
            ? new JavaRandom((long)seed).NextDouble()
            : c.Run.Environment.Random.NextDouble()));
        bodies.Add("uuid", static (_, c) => new JsonString(c.Run.Environment.NewId()));
        bodies.Add("parse", Parse);
    }

    private static JsonataSequence? Partition(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray array || !arguments.TryGetNumber(1, out double given) || given < 1)
        {
            return null;
        }

        int size = (int)Math.Min(given, int.MaxValue);
        caller.Run.Spend(array.Items.Length);
        var chunks = default(SequenceBuilder);
        for (int i = 0; i < array.Items.Length; i += size)
        {
            size = Math.Min(size, array.Items.Length - i);
            chunks.Add(new JsonArray(array.Items.Slice(i, size).ToArray()));
        }

        return chunks.ToSequence(caller.Run);
    }

    private static JsonataSequence? Range(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetNumber(0, out double first)
            || !arguments.TryGetNumber(1, out double last)
            || !arguments.TryGetNumber(2, out double step)
            || step == 0)
        {
            return null;
        }

        double count = Math.Floor((last - first) / step) + 1;
        if (count > MaxRange)
        {
            throw Failures.RangeTooLong(count, -1);
        }

        caller.Run.Allocate(8 * count);
        caller.Run.Spend((long)Math.Max(0, count));
        var values = default(SequenceBuilder);
        for (int i = 0; i < count; i++)
        {
            values.Add(Numbers.Of(first + (i * step)));
        }

        return values.ToSequence(caller.Run);
    }

    private static JsonString? Hash(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not { } data || arguments.Text(1) is not { } algorithm)
        {
            return null;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(ValueText.Of(data));
        caller.Run.Spend(bytes.Length >> 4);
        return new JsonString(Convert.ToHexStringLower(Digest(algorithm, bytes)));
    }

#pragma warning disable CA5350, CA5351 // The expression chooses.
    private static byte[] Digest(string algorithm, byte[] bytes) => algorithm switch
    {
        "MD5" => MD5.HashData(bytes),
        "SHA-1" => SHA1.HashData(bytes),
        "SHA-256" => SHA256.HashData(bytes),
        "SHA-384" => SHA384.HashData(bytes),
        "SHA-512" => SHA512.HashData(bytes),
        _ => throw new JsonataFailure("D3137", $"Unsupported hashing algorithm: {algorithm}"),
    };
#pragma warning restore CA5350, CA5351

    private static JsonValue? Parse(JsonValue?[] arguments, Caller caller)
    {
        if (!arguments.TryGetText(0, out string? text))
        {
            return null;
        }

        caller.Run.Spend(text.Length >> 4);
        try
        {
            return JsonConversion.Parse(text);
        }
        catch (JsonException)
        {
            throw new JsonataFailure("D3137", "The argument of the parse function must be a string of valid JSON");
        }
    }
}
