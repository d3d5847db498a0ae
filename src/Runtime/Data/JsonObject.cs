using System;
using System.Collections.Generic;

namespace StateMachineGen.Data;

/// <summary>A JSON object. Members keep their order; of members with one name the last one counts.</summary>
internal sealed class JsonObject : JsonValue
{
    public static readonly JsonObject Empty = new([], []);

    /// <summary>Up to this many members, comparing names one by one is faster than hashing.</summary>
    private const int LinearLookup = 8;

    private readonly string[] _names;
    private readonly JsonValue[] _values;
    private Dictionary<string, int>? _index;

    /// <summary>Takes the arrays over; the names must differ, and the caller must not change them afterwards.</summary>
    private JsonObject(string[] names, JsonValue[] values)
        : base(JsonKind.Object, 1 + JsonArray.DepthOf(values))
    {
        _names = names;
        _values = values;
    }

    /// <summary>
    /// An object of these members. The names must differ; neither array may change afterwards, but objects may have their names in common.
    /// </summary>
    public static JsonObject Of(string[] names, JsonValue[] values) => new(names, values);

    public int Count => _names.Length;

    public ReadOnlySpan<string> Names => _names;

    public ReadOnlySpan<JsonValue> Values => _values;

    /// <summary>The member's value, or null when there is none of this name.</summary>
    public JsonValue? this[string name] => Find(name) is >= 0 and int index ? _values[index] : null;

    /// <summary>The object with one member set: in its place when there is one of this name, else last.</summary>
    public JsonObject With(string name, JsonValue value)
    {
        int index = Find(name);
        if (index >= 0)
        {
            var values = (JsonValue[])_values.Clone();
            values[index] = value;
            return new JsonObject(_names, values) { _index = _index };
        }

        return new JsonObject([.. _names, name], [.. _values, value]);
    }

    public override void WriteTo(ref JsonTextWriter writer)
    {
        writer.Write('{');
        for (int i = 0; i < _names.Length; i++)
        {
            if (i > 0)
            {
                writer.Write(',');
            }

            writer.WriteString(_names[i]);
            writer.Write(':');
            _values[i].WriteTo(ref writer);
        }

        writer.Write('}');
    }

    private int Find(string name)
    {
        if (_names.Length > LinearLookup)
        {
            // Two threads may both build the index; either one is right.
            _index ??= BuildIndex();
            return _index.TryGetValue(name, out int found) ? found : -1;
        }

        for (int i = 0; i < _names.Length; i++)
        {
            if (_names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (int i = 0; i < _names.Length; i++)
        {
            index.Add(_names[i], i);
        }

        return index;
    }

    private protected override long Measure()
    {
        long size = 2 + Math.Max(0, _names.Length - 1);
        for (int i = 0; i < _names.Length; i++)
        {
            size += JsonTextWriter.MeasureString(_names[i]) + 1 + _values[i].Size;
        }

        return size;
    }

    /// <summary>Collects the members of an object.</summary>
    internal struct Builder
    {
        private string[]? _names;
        private JsonValue[]? _values;
        private Dictionary<string, int>? _index;
        private int _count;

        public void Set(string name, JsonValue value)
        {
            if (Find(name) is >= 0 and int existing)
            {
                _values![existing] = value;
                return;
            }

            if (_names is null || _values is null)
            {
                _names = new string[4];
                _values = new JsonValue[4];
            }
            else if (_count == _names.Length)
            {
                Array.Resize(ref _names, 2 * _count);
                Array.Resize(ref _values, 2 * _count);
            }

            _names[_count] = name;
            _values[_count] = value;
            _index?.Add(name, _count);
            _count++;
        }

        public void SetAll(JsonObject members)
        {
            for (int i = 0; i < members.Count; i++)
            {
                Set(members._names[i], members._values[i]);
            }
        }

        public JsonObject ToObject()
        {
            if (_names is null || _values is null)
            {
                return Empty;
            }

            if (_names.Length != _count)
            {
                Array.Resize(ref _names, _count);
                Array.Resize(ref _values, _count);
            }

            return new JsonObject(_names, _values) { _index = _index };
        }

        private int Find(string name)
        {
            if (_index is null && _count >= LinearLookup)
            {
                _index = new Dictionary<string, int>(2 * _count, StringComparer.Ordinal);
                for (int i = 0; i < _count; i++)
                {
                    _index.Add(_names![i], i);
                }
            }

            if (_index is not null)
            {
                return _index.TryGetValue(name, out int found) ? found : -1;
            }

            for (int i = 0; i < _count; i++)
            {
                if (_names![i] == name)
                {
                    return i;
                }
            }

            return -1;
        }
    }
}
