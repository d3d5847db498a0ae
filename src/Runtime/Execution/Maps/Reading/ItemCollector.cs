using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Maps.Reading;

/// <summary>Takes the items that are read, up to <c>MaxItems</c>.</summary>
internal sealed class ItemCollector(long limit)
{
    private readonly List<DatasetItem> _items = [];

    public bool IsFull => _items.Count >= limit;

    /// <summary>Takes an item, and tells whether more are wanted.</summary>
    public bool Add(JsonValue value, string source, string? key = null)
    {
        if (!IsFull)
        {
            _items.Add(new DatasetItem(value, key, source));
        }

        return !IsFull;
    }

    public Dataset ToDataset() => new(_items);
}
