using System;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>When values are equal.</summary>
internal static class Equality
{
    /// <summary>Whether two values are equal through and through.</summary>
    public static bool AreEqual(JsonValue left, JsonValue right, Evaluation run)
    {
        if (ReferenceEquals(left, right))
        {
            return true;
        }

        switch (left)
        {
            case JsonArray first when right is JsonArray second:
                return AreEqual(first.Items, second.Items, run);
            case JsonObject first when right is JsonObject second:
                if (first.Count != second.Count)
                {
                    return false;
                }

                run.Spend(first.Count);
                for (int i = 0; i < first.Count; i++)
                {
                    if (second[first.Names[i]] is not { } value || !AreEqual(first.Values[i], value, run))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return AreIdentical(left, right);
        }
    }

    /// <summary>Whether two values are the same scalar, or the same array, object or function and not just an equal one.</summary>
    public static bool AreIdentical(JsonValue left, JsonValue right) => (left, right) switch
    {
        (JsonNumber first, JsonNumber second) => first.Value == second.Value,
        (JsonString first, JsonString second) => first.Value == second.Value,
        _ => ReferenceEquals(left, right),
    };

    private static bool AreEqual(ReadOnlySpan<JsonValue> left, ReadOnlySpan<JsonValue> right, Evaluation run)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        run.Spend(left.Length);
        for (int i = 0; i < left.Length; i++)
        {
            if (!AreEqual(left[i], right[i], run))
            {
                return false;
            }
        }

        return true;
    }
}
