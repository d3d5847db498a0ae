using System;
using System.Buffers;
using System.Text;

namespace StateMachineGen.Data;

/// <summary>
/// Writes compact JSON as UTF-8. It escapes what JSON demands and nothing else, as AWS does, so that the text is exactly as
/// long as <see cref="JsonValue.Size"/> says. The encoders of System.Text.Json all escape more, such as emoji.
/// </summary>
internal ref struct JsonTextWriter(Span<byte> destination)
{
    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        "\"\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private readonly Span<byte> _destination = destination;
    private int _position;

    /// <summary>How many bytes are written.</summary>
    public readonly int Length => _position;

    /// <summary>The size of a string with its quotes and escapes, in bytes.</summary>
    public static long MeasureString(string value)
    {
        // A lone surrogate counts as the replacement character that stands for it in UTF-8.
        long size = 2 + Encoding.UTF8.GetByteCount(value);
        ReadOnlySpan<char> rest = value;
        while (rest.IndexOfAny(s_escaped) is >= 0 and int index)
        {
            size += ShortEscape(rest[index]) is null ? 5 : 1;
            rest = rest[(index + 1)..];
        }

        return size;
    }

    /// <summary>Writes a character of JSON's own, which is ASCII.</summary>
    public void Write(char c) => _destination[_position++] = (byte)c;

    /// <summary>Writes text as it is.</summary>
    public void WriteRaw(ReadOnlySpan<char> text) => _position += Encoding.UTF8.GetBytes(text, _destination[_position..]);

    /// <summary>Writes a string with its quotes.</summary>
    public void WriteString(string value)
    {
        Write('"');
        ReadOnlySpan<char> rest = value;
        while (rest.IndexOfAny(s_escaped) is >= 0 and int index)
        {
            WriteRaw(rest[..index]);
            Write('\\');
            if (ShortEscape(rest[index]) is { } escape)
            {
                Write(escape);
            }
            else
            {
                WriteRaw("u00");
                Write((char)('0' + (rest[index] >> 4)));
                Write("0123456789abcdef"[rest[index] & 0xF]);
            }

            rest = rest[(index + 1)..];
        }

        WriteRaw(rest);
        Write('"');
    }

    private static char? ShortEscape(char c) => c switch
    {
        '"' or '\\' => c,
        '\b' => 'b',
        '\f' => 'f',
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        _ => null,
    };
}
