using System;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>Collects the values of a sequence.</summary>
internal struct SequenceBuilder
{
    private const int FirstCapacity = 4;

    private JsonValue[]? _items;
    private int _count;

    public readonly int Count => _count;

    public readonly ReadOnlySpan<JsonValue> Items => _items.AsSpan(0, _count);

    public void Add(JsonValue value)
    {
        if (_items is null || _items.Length == 0)
        {
            _items = new JsonValue[FirstCapacity];
        }
        else if (_count == _items.Length)
        {
            Array.Resize(ref _items, 2 * _count);
        }

        _items[_count++] = value;
    }

    public void AddRange(ReadOnlySpan<JsonValue> values)
    {
        int needed = _count + values.Length;
        if (_items is null || needed > _items.Length)
        {
            Array.Resize(ref _items, Math.Max(needed, 2 * _count));
        }

        values.CopyTo(_items.AsSpan(_count));
        _count = needed;
    }

    /// <summary>Adds a value as a path does: the values of an array one by one, unless a step of the path constructed it.</summary>
    public void AddFlat(JsonValue value, Evaluation run)
    {
        if (value is JsonArray array && !(array is ConstructedArray constructed && constructed.Owner == run.Owner))
        {
            AddRange(array.Items);
        }
        else
        {
            Add(value);
        }
    }

    /// <summary>The values as an array of its own; the builder is empty afterwards.</summary>
    public JsonValue[] ToArray()
    {
        JsonValue[] items = _items ?? [];
        if (items.Length != _count)
        {
            Array.Resize(ref items, _count);
        }

        this = default;
        return items;
    }

    /// <summary>The values as a sequence that nothing has been made of yet, as functions return it.</summary>
    public JsonataSequence ToSequence(Evaluation run) => new(ToArray(), run.Owner);

    /// <summary>What the sequence of the values is once it has been evaluated.</summary>
    public JsonValue? ToValue(Evaluation run, bool keepsSingleton = false) => _count switch
    {
        0 => null,
        1 when !keepsSingleton => _items![0],
        _ => new JsonataSequence(ToArray(), run.Owner, keepsSingleton),
    };
}
