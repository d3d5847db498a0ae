using System;
using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Execution;

/// <summary>The variables of a scope. Those of the scopes around it can be read too: while this one runs, nothing sets them.</summary>
internal sealed class Variables(Variables? outer)
{
    private Dictionary<string, JsonValue>? _values;
    private long _size;

    /// <summary>How large all variables would be that can be read here, with some set; names count as AWS's limit does not say, so they do not.</summary>
    public long SizeWith(JsonObject assigned)
    {
        long size = _size + (outer?.Size ?? 0);
        for (int i = 0; i < assigned.Count; i++)
        {
            size += assigned.Values[i].Size - (_values?.GetValueOrDefault(assigned.Names[i])?.Size ?? 0);
        }

        return size;
    }

    private long Size => _size + (outer?.Size ?? 0);

    public JsonValue? Find(string name) => _values?.GetValueOrDefault(name) ?? outer?.Find(name);

    public void Set(JsonObject assigned)
    {
        _values ??= new Dictionary<string, JsonValue>(StringComparer.Ordinal);
        for (int i = 0; i < assigned.Count; i++)
        {
            JsonValue value = assigned.Values[i];
            _size += value.Size - (_values.GetValueOrDefault(assigned.Names[i])?.Size ?? 0);
            _values[assigned.Names[i]] = value;
        }
    }
}
