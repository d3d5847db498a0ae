using System;

namespace StateMachineGen.Data;

/// <summary>A JSON array. JSONata marks some of its own by deriving from it.</summary>
internal class JsonArray : JsonValue
{
    public static readonly JsonArray Empty = new([]);

    private readonly JsonValue[] _items;

    /// <summary>Takes the items over; the caller must not change them afterwards.</summary>
    public JsonArray(JsonValue[] items)
        : base(JsonKind.Array, 1 + DepthOf(items)) => _items = items;

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

    private protected override long Measure()
    {
        long size = 2 + Math.Max(0, _items.Length - 1);
        foreach (JsonValue item in _items)
        {
            size += item.Size;
        }

        return size;
    }
}
