using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Functions;

/// <summary>Functions that call a function for each element of an array.</summary>
internal static class HigherOrderFunctions
{
    public static void AddTo(Dictionary<string, NativeBody> bodies)
    {
        bodies.Add("map", Map);
        bodies.Add("filter", Filter);
        bodies.Add("single", Single);
        bodies.Add("reduce", Reduce);
    }

    /// <summary>Calls a function that was handed over, which has no context value of its own.</summary>
    public static JsonValue? Call(FunctionValue function, Caller caller, params JsonValue?[] arguments) =>
        function.Invoke(arguments, caller with { Context = JsonNull.Instance });

    /// <summary>Calls a function with as many of three arguments as it takes, but at least with the first one.</summary>
    public static JsonValue? CallWithUpTo3(FunctionValue function, Caller caller, JsonValue? first, JsonValue? second, JsonValue? third) =>
        function.Arity switch
        {
            >= 3 => Call(function, caller, first, second, third),
            2 => Call(function, caller, first, second),
            _ => Call(function, caller, first),
        };

    private static JsonataSequence? Map(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        var function = (FunctionValue)arguments[1]!;
        var mapped = default(SequenceBuilder);
        for (int i = 0; i < array.Items.Length; i++)
        {
            if (CallFor(function, caller, array, i) is { } value)
            {
                mapped.Add(value);
            }
        }

        return mapped.ToSequence(caller.Run);
    }

    private static JsonataSequence? Filter(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        var function = (FunctionValue)arguments[1]!;
        var kept = default(SequenceBuilder);
        for (int i = 0; i < array.Items.Length; i++)
        {
            if (Truth.Of(CallFor(function, caller, array, i)))
            {
                kept.Add(array.Items[i]);
            }
        }

        return kept.ToSequence(caller.Run);
    }

    private static JsonValue? Single(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        JsonValue? single = null;
        for (int i = 0; i < array.Items.Length; i++)
        {
            if (arguments[1] is not FunctionValue function || Truth.Of(CallFor(function, caller, array, i)))
            {
                single = single is null
                    ? array.Items[i]
                    : throw new JsonataFailure(
                        "D3138", "The $single() function expected exactly 1 matching result.  Instead it matched more.");
            }
        }

        return single ?? throw new JsonataFailure(
            "D3139", "The $single() function expected exactly 1 matching result.  Instead it matched 0.");
    }

    private static JsonValue? Reduce(JsonValue?[] arguments, Caller caller)
    {
        if (arguments[0] is not JsonArray array)
        {
            return null;
        }

        var function = (FunctionValue)arguments[1]!;
        if (function.Arity < 2)
        {
            throw new JsonataFailure(
                "D3050", "The second argument of reduce function must be a function with at least two arguments");
        }

        JsonValue? result = arguments[2];
        int index = 0;
        if (result is null && array.Items.Length > 0)
        {
            result = array.Items[0];
            index = 1;
        }

        for (; index < array.Items.Length; index++)
        {
            JsonValue item = array.Items[index];
            result = function.Arity switch
            {
                2 => Call(function, caller, result, item),
                3 => Call(function, caller, result, item, JsonNumber.Of((double)index)),
                _ => Call(function, caller, result, item, JsonNumber.Of((double)index), array),
            };
        }

        return result;
    }

    private static JsonValue? CallFor(FunctionValue function, Caller caller, JsonArray array, int index) =>
        function.Arity < 2
            ? Call(function, caller, array.Items[index])
            : CallWithUpTo3(function, caller, array.Items[index], JsonNumber.Of((double)index), array);
}
