using System;
using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>
/// Changes of objects within a value. The value itself never changes: the changes are kept by the identity of the objects, and
/// <see cref="ApplyTo"/> copies what they reach.
/// </summary>
internal sealed class ObjectChanges(Evaluation run)
{
    private readonly Dictionary<JsonObject, JsonObject> _changed = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<JsonObject> _open = new(ReferenceEqualityComparer.Instance);

    public void Set(JsonObject target, JsonObject fields)
    {
        var members = default(JsonObject.Builder);
        members.SetAll(Current(target));
        members.SetAll(fields);
        _changed[target] = members.ToObject();
    }

    /// <param name="target">The object.</param>
    /// <param name="names">A string or an array of strings.</param>
    public void Remove(JsonObject target, JsonValue names)
    {
        JsonObject current = Current(target);
        var kept = default(JsonObject.Builder);
        for (int i = 0; i < current.Count; i++)
        {
            if (!Names(names, current.Names[i]))
            {
                kept.Set(current.Names[i], current.Values[i]);
            }
        }

        _changed[target] = kept.ToObject();
    }

    /// <summary>The value with all changes of what is in it.</summary>
    public JsonValue ApplyTo(JsonValue value)
    {
        if (_changed.Count == 0)
        {
            return value;
        }

        run.Spend(1);
        switch (value)
        {
            case JsonArray array:
                return Copy(array.Items) is { } items ? new JsonArray(items) : value;
            case JsonObject @object when _open.Add(@object):
                // An object that an update has put into itself is there as it was.
                JsonObject current = Current(@object);
                if (Copy(current.Values) is { } values)
                {
                    var members = default(JsonObject.Builder);
                    for (int i = 0; i < values.Length; i++)
                    {
                        members.Set(current.Names[i], values[i]);
                    }

                    current = members.ToObject();
                }

                _open.Remove(@object);
                return current;
            default:
                return value;
        }
    }

    private JsonObject Current(JsonObject target) => _changed.GetValueOrDefault(target, target);

    /// <summary>The values with all changes; null when there is none.</summary>
    private JsonValue[]? Copy(ReadOnlySpan<JsonValue> values)
    {
        JsonValue[]? copy = null;
        for (int i = 0; i < values.Length; i++)
        {
            JsonValue changed = ApplyTo(values[i]);
            if (changed != values[i])
            {
                copy ??= values.ToArray();
                copy[i] = changed;
            }
        }

        return copy;
    }

    private static bool Names(JsonValue names, string name)
    {
        foreach (JsonValue each in names is JsonArray array ? array.Items : [names])
        {
            if (((JsonString)each).Value == name)
            {
                return true;
            }
        }

        return false;
    }
}
