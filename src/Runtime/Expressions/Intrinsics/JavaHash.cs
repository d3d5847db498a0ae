using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>Equality and hash codes as Java has them, and the order that a hash set of Java gives its elements.</summary>
internal sealed class JavaHash : IEqualityComparer<JsonValue>
{
    public static readonly JavaHash Comparer = new();

    /// <summary>Orders elements that differ as a hash set gives them that was made for so many.</summary>
    public static JsonValue[] Order(IReadOnlyList<JsonValue> items, int capacity)
    {
        // A set is at most three quarters full, has at least 16 places, and the number of places is a power of two.
        uint places = BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, (capacity / 3 * 4) + (capacity % 3) + 1));
        var order = new ulong[items.Count];
        var ordered = new JsonValue[items.Count];
        for (int i = 0; i < order.Length; i++)
        {
            ordered[i] = items[i];
            uint hash = (uint)Comparer.GetHashCode(items[i]);
            order[i] = ((ulong)((hash ^ (hash >> 16)) & (places - 1)) << 32) | (uint)i;
        }

        Array.Sort(order, ordered);
        return ordered;
    }

    /// <summary>An integer never equals a number with a fraction or an exponent.</summary>
    public bool Equals(JsonValue? x, JsonValue? y)
    {
        switch (x, y)
        {
            case (JsonNumber first, JsonNumber second):
                return JavaText.IsInteger(first) == JavaText.IsInteger(second) && JavaText.Of(first) == JavaText.Of(second);
            case (JsonArray first, JsonArray second):
                return first.Items.SequenceEqual(second.Items, this);
            case (JsonObject first, JsonObject second):
                return first.Count == second.Count && HasEqualMembers(first, second);
            case (not null, not null):
                return JsonEquality.AreEqual(x, y);
            default:
                return ReferenceEquals(x, y);
        }
    }

    public int GetHashCode([DisallowNull] JsonValue obj)
    {
        unchecked
        {
            switch (obj)
            {
                case JsonBoolean boolean:
                    return boolean.Value ? 1231 : 1237;
                case JsonString text:
                    return Hash(text.Value);
                case JsonNumber number:
                    return Hash(number);
                case JsonArray array:
                    int list = 1;
                    foreach (JsonValue item in array.Items)
                    {
                        list = (31 * list) + GetHashCode(item);
                    }

                    return list;
                case JsonObject @object:
                    int map = 0;
                    for (int i = 0; i < @object.Count; i++)
                    {
                        map += Hash(@object.Names[i]) ^ GetHashCode(@object.Values[i]);
                    }

                    return map;
                default:
                    return 0;
            }
        }
    }

    private bool HasEqualMembers(JsonObject first, JsonObject second)
    {
        for (int i = 0; i < first.Count; i++)
        {
            if (second[first.Names[i]] is not { } other || !Equals(first.Values[i], other))
            {
                return false;
            }
        }

        return true;
    }

    private static int Hash(string text)
    {
        int hash = 0;
        foreach (char c in text)
        {
            hash = unchecked((31 * hash) + c);
        }

        return hash;
    }

    private static int Hash(JsonNumber number)
    {
        if (!JavaText.IsInteger(number))
        {
            return Fold(BitConverter.DoubleToInt64Bits(number.Value));
        }

        if (long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
        {
            return value is >= int.MinValue and <= int.MaxValue ? (int)value : Fold(value);
        }

        // What 64 bits do not hold hardly occurs, and any place among the others is as good.
        return Fold(BitConverter.DoubleToInt64Bits(number.Value));
    }

    private static int Fold(long bits) => unchecked((int)(bits ^ (bits >>> 32)));
}
