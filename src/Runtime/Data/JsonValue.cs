using System;
using System.Buffers;
using System.Text;

namespace StateMachineGen.Data;

/// <summary>What a JSON value is.</summary>
internal enum JsonKind : byte
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,

    /// <summary>A function, which only JSONata has, while it evaluates.</summary>
    Function,
}

/// <summary>
/// The value that flows between states. Values are immutable and shared: a state that passes its input on passes the same
/// object on, and a change copies only the objects on the way to it. Each value knows the size of its compact UTF-8 text,
/// so that the limit on payloads needs no walk.
/// </summary>
internal abstract class JsonValue
{
    /// <summary>How deep arrays and objects may nest before a payload is refused: reading and writing are recursive.</summary>
    public const int MaxDepth = 512;

    // Negative until somebody asks. Most values that expressions make on their way are never measured.
    private long _size;

    private protected JsonValue(JsonKind kind, int depth, long size = -1)
    {
        Kind = kind;
        Depth = depth;
        _size = size;
    }

    public JsonKind Kind { get; }

    /// <summary>The length of the compact text in bytes of UTF-8. It is measured once; that of a changed value costs only what changed.</summary>
    public long Size => _size >= 0 ? _size : _size = Measure();

    /// <summary>How many arrays and objects nest in the value; 0 for scalars.</summary>
    public int Depth { get; }

    public abstract void WriteTo(ref JsonTextWriter writer);

    private protected abstract long Measure();

    /// <summary>Reads something from the compact text in UTF-8, which is valid for as long as that takes.</summary>
    public T Read<T>(Func<ReadOnlyMemory<byte>, T> read)
    {
        byte[] bytes = ArrayPool<byte>.Shared.Rent(checked((int)Size));
        try
        {
            var writer = new JsonTextWriter(bytes);
            WriteTo(ref writer);
            return read(bytes.AsMemory(0, writer.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>The compact JSON text.</summary>
    public override string ToString() => Read(static utf8 => Encoding.UTF8.GetString(utf8.Span));
}
