using System;

namespace StateMachineGen.Data;

/// <summary>Whether values are equal as JSON: numbers by value, members in any order.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonValue left, JsonValue right)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        return (left, right) switch
        {
            (JsonString first, JsonString second) => first.Value == second.Value,
            (JsonNumber first, JsonNumber second) => first.Value == second.Value,
            (JsonArray first, JsonArray second) => AreEqual(first.Items, second.Items),
            (JsonObject first, JsonObject second) => AreEqual(first, second),
            _ => false,
        };
    }

    private static bool AreEqual(ReadOnlySpan<JsonValue> left, ReadOnlySpan<JsonValue> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (int i = 0; i < left.Length; i++)
        {
            if (!AreEqual(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqual(JsonObject left, JsonObject right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (right[left.Names[i]] is not { } other || !AreEqual(left.Values[i], other))
            {
                return false;
            }
        }

        return true;
    }
}
