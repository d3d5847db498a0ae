using System;
using System.Buffers.Binary;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>Reads OTLP's binary form, and shows it in its JSON form.</summary>
internal static class OtlpProtobuf
{
    /// <summary>A message; fields that have their default are left off.</summary>
    public static JsonObject Read(ReadOnlySpan<byte> bytes, string message = OtlpSchema.Request)
    {
        var json = new JsonObject();
        while (!bytes.IsEmpty)
        {
            ulong tag = ReadVarint(ref bytes);
            OtlpField field = OtlpSchema.Messages[message].SingleOrDefault(f => (ulong)f.Number == tag >> 3)
                ?? throw new InvalidDataException($"{message} has no field {tag >> 3}.");
            JsonNode? value = (tag & 7) switch
            {
                0 => FromVarint(field, ReadVarint(ref bytes)),
                1 => FromFixed64(field, BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8))),
                2 => FromBytes(field, Take(ref bytes, (int)ReadVarint(ref bytes))),
                5 => JsonValue.Create(BinaryPrimitives.ReadUInt32LittleEndian(Take(ref bytes, 4))),
                var wire => throw new InvalidDataException($"{message}.{field.Name} has the wire type {wire}."),
            };
            if (field.IsRepeated)
            {
                if (json[field.Name] is null)
                {
                    json[field.Name] = new JsonArray();
                }

                json[field.Name]!.AsArray().Add(value);
            }
            else if (message == OtlpSchema.AnyValue || value!.ToJsonString() is not ("\"\"" or "0"))
            {
                json[field.Name] = value;
            }
        }

        return json;
    }

    private static JsonValue FromVarint(OtlpField field, ulong value) => field.Type switch
    {
        OtlpType.Boolean => JsonValue.Create(value != 0),
        OtlpType.UInt32 => JsonValue.Create((uint)value),
        OtlpType.Int64 => JsonValue.Create(((long)value).ToString(CultureInfo.InvariantCulture)),
        _ => throw new InvalidDataException($"{field.Name} is no integer."),
    };

    private static JsonValue FromFixed64(OtlpField field, ulong value) => field.Type switch
    {
        OtlpType.Fixed64 => JsonValue.Create(value.ToString(CultureInfo.InvariantCulture)),
        OtlpType.Double when BitConverter.UInt64BitsToDouble(value) is var number => double.IsFinite(number)
            ? JsonValue.Create(number)
            : JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        _ => throw new InvalidDataException($"{field.Name} has no 64 bits."),
    };

    private static JsonNode FromBytes(OtlpField field, ReadOnlySpan<byte> bytes) => field.Type switch
    {
        OtlpType.Text => JsonValue.Create(Encoding.UTF8.GetString(bytes)),
        OtlpType.TraceId or OtlpType.SpanId => JsonValue.Create(Convert.ToHexStringLower(bytes)),
        OtlpType.Message => Read(bytes, field.Message!),
        _ => throw new InvalidDataException($"{field.Name} has no length."),
    };

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        ReadOnlySpan<byte> taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }

    private static ulong ReadVarint(ref ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = Take(ref bytes, 1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
