using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Maps;

/// <summary>An item that was read.</summary>
/// <param name="Value">The item.</param>
/// <param name="Key">The member's name when it is one of an object, else null.</param>
/// <param name="Source">Where it was read from, as <c>$$.Map.Item.Source</c> tells.</param>
internal readonly record struct DatasetItem(JsonValue Value, string? Key, string Source);

/// <summary>The items of a map run: those of the state's data, or those that were read.</summary>
internal sealed class Dataset
{
    public static readonly Dataset Empty = new(JsonArray.Empty);

    private const string StateData = "STATE_DATA";

    private readonly JsonArray _array;
    private readonly IReadOnlyList<DatasetItem>? _read;

    public Dataset(JsonArray array) => _array = array;

    public Dataset(IReadOnlyList<DatasetItem> read)
    {
        _array = JsonArray.Empty;
        _read = read;
    }

    public int Count => _read?.Count ?? _array.Items.Length;

    public MapItem this[int index] => _read is null
        ? new MapItem(index, _array.Items[index], Source: StateData)
        : new MapItem(index, _read[index].Value, _read[index].Key, _read[index].Source);
}
