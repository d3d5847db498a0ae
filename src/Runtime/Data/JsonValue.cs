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

    private protected JsonValue(JsonKind kind, long size, int depth)
    {
        Kind = kind;
        Size = size;
        Depth = depth;
    }

    public JsonKind Kind { get; }

    /// <summary>The length of the compact text in bytes of UTF-8.</summary>
    public long Size { get; }

    /// <summary>How many arrays and objects nest in the value; 0 for scalars.</summary>
    public int Depth { get; }

    public abstract void WriteTo(ref JsonTextWriter writer);

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

/// <summary>JSON's <c>null</c>.</summary>
internal sealed class JsonNull : JsonValue
{
    public static readonly JsonNull Instance = new();

    private JsonNull()
        : base(JsonKind.Null, 4, 0)
    {
    }

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteRaw("null");
}

/// <summary>JSON's <c>true</c> or <c>false</c>.</summary>
internal sealed class JsonBoolean : JsonValue
{
    public static readonly JsonBoolean True = new(true);
    public static readonly JsonBoolean False = new(false);

    private JsonBoolean(bool value)
        : base(JsonKind.Boolean, value ? 4 : 5, 0) => Value = value;

    public bool Value { get; }

    public static JsonBoolean Of(bool value) => value ? True : False;

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteRaw(Value ? "true" : "false");
}

/// <summary>A JSON number. It keeps its text, so that passing a value on never changes it.</summary>
internal sealed class JsonNumber(string text) : JsonValue(JsonKind.Number, text.Length, 0)
{
    private double _value = double.NaN;

    public string Text { get; } = text;

    /// <summary>The nearest binary64 number; ASL compares numbers as such.</summary>
    public double Value
    {
        get
        {
            // JSON has no NaN, so NaN stands for "not read yet".
            if (double.IsNaN(_value))
            {
                _value = double.Parse(Text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
            }

            return _value;
        }
    }

    public static JsonNumber Of(long value) => new(value.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteRaw(Text);
}

/// <summary>A JSON string.</summary>
internal sealed class JsonString(string value) : JsonValue(JsonKind.String, JsonTextWriter.MeasureString(value), 0)
{
    public string Value { get; } = value;

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteString(Value);
}

/// <summary>A JSON array.</summary>
internal sealed class JsonArray : JsonValue
{
    public static readonly JsonArray Empty = new([]);

    private readonly JsonValue[] _items;

    /// <summary>Takes the items over; the caller must not change them afterwards.</summary>
    public JsonArray(JsonValue[] items)
        : base(JsonKind.Array, Measure(items), 1 + DepthOf(items)) => _items = items;

    public ReadOnlySpan<JsonValue> Items => _items;

    public JsonArray With(int index, JsonValue value)
    {
        var items = (JsonValue[])_items.Clone();
        items[index] = value;
        return new JsonArray(items);
    }

    public override void WriteTo(ref JsonTextWriter writer)
    {
        writer.Write('[');
        for (int i = 0; i < _items.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            _items[i].WriteTo(ref writer);
        }

        writer.Write(']');
    }

    internal static int DepthOf(ReadOnlySpan<JsonValue> items)
    {
        int depth = 0;
        foreach (JsonValue item in items)
        {
            depth = Math.Max(depth, item.Depth);
        }

        return depth;
    }

    private static long Measure(JsonValue[] items)
    {
        long size = 2 + Math.Max(0, items.Length - 1);
        foreach (JsonValue item in items)
        {
            size += item.Size;
        }

        return size;
    }
}
