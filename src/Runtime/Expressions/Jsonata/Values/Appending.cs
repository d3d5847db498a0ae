using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>Values appended to one another: nothing adds nothing, and arrays add their elements. A single value stays what it is.</summary>
internal struct Appending
{
    private JsonValue? _first;
    private SequenceBuilder _all;
    private bool _hasSeveral;

    public void Add(JsonValue? value)
    {
        if (value is null)
        {
            return;
        }

        if (_first is null)
        {
            _first = value;
            return;
        }

        if (!_hasSeveral)
        {
            _hasSeveral = true;
            AddItems(_first);
        }

        AddItems(value);
    }

    /// <summary>The values; nothing is to be appended afterwards.</summary>
    public JsonValue? ToValue() => _hasSeveral ? new JsonArray(_all.ToArray()) : _first;

    private void AddItems(JsonValue value)
    {
        if (value is JsonArray array)
        {
            _all.AddRange(array.Items);
        }
        else
        {
            _all.Add(value);
        }
    }
}
