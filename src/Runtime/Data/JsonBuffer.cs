using System;
using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace StateMachineGen.Data;

/// <summary>A writer and its bytes, kept per thread because conversions are frequent and short.</summary>
internal sealed class JsonBuffer : IDisposable
{
    private const int KeptCapacity = 1 << 20;

    [ThreadStatic]
    private static JsonBuffer? t_kept;

    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    // A history is shown to people, so little is escaped. The writer's own check of structure stays on: user converters write
    // through it.
    private JsonBuffer() => Writer = new Utf8JsonWriter(
        _bytes,
        new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2 * JsonValue.MaxDepth });

    public Utf8JsonWriter Writer { get; }

    public ReadOnlySpan<byte> Written
    {
        get
        {
            Writer.Flush();
            return _bytes.WrittenSpan;
        }
    }

    /// <summary>A buffer of this thread, or a new one while that is in use: a converter may convert.</summary>
    public static JsonBuffer Rent()
    {
        JsonBuffer buffer = t_kept ?? new JsonBuffer();
        t_kept = null;
        return buffer;
    }

    public string GetText() => Encoding.UTF8.GetString(Written);

    public void Dispose()
    {
        // A converter that threw leaves the writer in the middle of a value.
        _bytes.ResetWrittenCount();
        Writer.Reset(_bytes);
        if (_bytes.Capacity <= KeptCapacity)
        {
            t_kept = this;
        }
    }
}
