using System;
using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>The functions of arrays. AWS cuts fractions off where its documentation says that it rounds (measured).</summary>
internal static class ArrayFunctions
{
    private const int LongestRange = 1000;

    public static IntrinsicResult Array(ReadOnlySpan<JsonValue> arguments) => new JsonArray([.. arguments]);

    public static IntrinsicResult ArrayPartition(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonArray array, JsonNumber number] || IntegerArgument.Truncate(number) is not (> 0 and var size))
        {
            return IntrinsicResult.InvalidArguments;
        }

        ReadOnlySpan<JsonValue> items = array.Items;
        var parts = new JsonValue[(items.Length + (long)size - 1) / size];
        for (int i = 0; i < parts.Length; i++)
        {
            int start = i * size;
            parts[i] = new JsonArray(items.Slice(start, Math.Min(size, items.Length - start)).ToArray());
        }

        return new JsonArray(parts);
    }

    /// <summary>AWS compares texts: <c>true</c> is found where the string <c>'true'</c> is, and members in another order make another object.</summary>
    public static IntrinsicResult ArrayContains(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonArray array, var value])
        {
            return IntrinsicResult.InvalidArguments;
        }

        string text = JavaText.Of(value);
        foreach (JsonValue item in array.Items)
        {
            if (JavaText.Of(item) == text)
            {
                return JsonBoolean.True;
            }
        }

        return JsonBoolean.False;
    }

    public static IntrinsicResult ArrayRange(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonNumber from, JsonNumber to, JsonNumber by]
            || IntegerArgument.Truncate(from) is not { } first
            || IntegerArgument.Truncate(to) is not { } last
            || IntegerArgument.Truncate(by) is not { } step
            || step == 0)
        {
            return IntrinsicResult.InvalidArguments;
        }

        long steps = ((long)last - first) / step;
        bool isBackwards = last != first && last > first != step > 0;
        if (isBackwards)
        {
            return JsonArray.Empty;
        }

        if (steps >= LongestRange)
        {
            return IntrinsicResult.InvalidArguments;
        }

        var items = new JsonValue[steps + 1];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = JsonNumber.Of(first + ((long)i * step));
        }

        return new JsonArray(items);
    }

    public static IntrinsicResult ArrayGetItem(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonArray array, JsonNumber number] || IntegerArgument.Truncate(number) is not { } index)
        {
            return IntrinsicResult.InvalidArguments;
        }

        if (array.Items.IsEmpty)
        {
            // Measured; of an array with elements, an index out of range is a failure.
            return JsonNull.Instance;
        }

        return (uint)index < (uint)array.Items.Length ? array.Items[index] : IntrinsicResult.InvalidArguments;
    }

    public static IntrinsicResult ArrayLength(ReadOnlySpan<JsonValue> arguments) =>
        arguments is [JsonArray array] ? JsonNumber.Of(array.Items.Length) : IntrinsicResult.InvalidArguments;

    /// <summary>AWS puts the elements into a hash set of Java and gives them in its order (measured), which short arrays of small numbers hide.</summary>
    public static IntrinsicResult ArrayUnique(ReadOnlySpan<JsonValue> arguments)
    {
        if (arguments is not [JsonArray array])
        {
            return IntrinsicResult.InvalidArguments;
        }

        var seen = new HashSet<JsonValue>(JavaHash.Comparer);
        List<JsonValue> unique = [];
        foreach (JsonValue item in array.Items)
        {
            if (seen.Add(item))
            {
                unique.Add(item);
            }
        }

        return new JsonArray(JavaHash.Order(unique, array.Items.Length));
    }
}
