using System;
using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Functions of arrays that take no function, but for <c>$sort</c>.</summary>
internal static class ArrayFunctions
{
    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("count", static (a, _) => JsonNumber.Of((double)((a[0] as JsonArray)?.Items.Length ?? 0)));
        bodies.Add("append", Append);
        bodies.Add("sort", Sort);
        bodies.Add("reverse", Reverse);
        bodies.Add("shuffle", Shuffle);
        bodies.Add("distinct", Distinct);
        bodies.Add("zip", Zip);
    }

    private static JsonValue? Append(JsonValue?[] arguments, Caller caller)
    {
        caller.Run.Spend(((arguments[0] as JsonArray)?.Items.Length ?? 0) + ((arguments[1] as JsonArray)?.Items.Length ?? 0));
        var all = default(Appending);
        all.Add(arguments[0]);
        all.Add(arguments[1]);
        return all.ToValue();
    }

    private static JsonValue? Sort(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray { Items: { Length: > 1 } items })
        {
            return arguments[0];
        }

        Func<JsonValue, JsonValue, bool> comesAfter;
        if (arguments[1] is FunctionValue function)
        {
            comesAfter = (left, right) => IsTrueInScript(HigherOrderFunctions.Call(function, caller, left, right));
        }
        else if (AreAll<JsonNumber>(items))
        {
            comesAfter = static (left, right) => ((JsonNumber)left).Value > ((JsonNumber)right).Value;
        }
        else if (AreAll<JsonString>(items))
        {
            comesAfter = static (left, right) => string.CompareOrdinal(((JsonString)left).Value, ((JsonString)right).Value) > 0;
        }
        else
        {
            throw new JsonataFailure(
                "D3070",
                "The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  " +
                "Use the second argument to specify a comparison function");
        }

        caller.Run.Spend(items.Length);
        JsonValue[] sorted = items.ToArray();
        MergeSort.Sort(sorted, comesAfter);
        return new JsonArray(sorted);
    }

    /// <summary>The answer of a comparison counts as it does in JavaScript, where also empty arrays and objects are true.</summary>
    private static bool IsTrueInScript(JsonValue? answer) => answer is JsonArray or JsonObject or FunctionValue || Truth.Of(answer);

    private static bool AreAll<T>(ReadOnlySpan<JsonValue> items)
    {
        foreach (JsonValue item in items)
        {
            if (item is not T)
            {
                return false;
            }
        }

        return true;
    }

    private static JsonValue? Reverse(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray { Items: { Length: > 1 } items })
        {
            return arguments[0];
        }

        caller.Run.Spend(items.Length);
        JsonValue[] reversed = items.ToArray();
        Array.Reverse(reversed);
        return new JsonArray(reversed);
    }

    private static JsonValue? Shuffle(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray { Items: { Length: > 1 } items })
        {
            return arguments[0];
        }

        caller.Run.Spend(items.Length);
        JsonValue[] shuffled = items.ToArray();
        caller.Run.Environment.Random.Shuffle(shuffled);
        return new JsonArray(shuffled);
    }

    private static JsonValue? Distinct(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray { Items: { Length: > 1 } items } array)
        {
            return arguments[0];
        }

        var seen = new HashSet<JsonValue>(new ValueComparer(caller.Run));
        var distinct = default(SequenceBuilder);
        foreach (JsonValue item in items)
        {
            if (seen.Add(item))
            {
                distinct.Add(item);
            }
        }

        return caller.Run.IsSequence(array) ? distinct.ToSequence(caller.Run) : new JsonArray(distinct.ToArray());
    }

    private static JsonArray Zip(JsonValue?[] arguments, Caller caller)
    {
        int length = int.MaxValue;
        foreach (JsonValue? argument in arguments)
        {
            length = Math.Min(length, (argument as JsonArray)?.Items.Length ?? 0);
        }

        caller.Run.Spend((long)length * arguments.Length);
        var rows = new JsonValue[length];
        for (int i = 0; i < length; i++)
        {
            var row = new JsonValue[arguments.Length];
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = ((JsonArray)arguments[j]!).Items[i];
            }

            rows[i] = new JsonArray(row);
        }

        return new JsonArray(rows);
    }
}
