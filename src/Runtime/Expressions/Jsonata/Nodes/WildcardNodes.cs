using System;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>The values of all fields: <c>*</c>.</summary>
internal sealed class WildcardNode(int level) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        Evaluation run = frame.Run;
        if (context == run.WrappedInput)
        {
            context = run.Root;
        }

        ReadOnlySpan<JsonValue> values = context switch
        {
            JsonObject @object => @object.Values,
            JsonArray array => array.Items,
            _ => [],
        };
        run.Spend(values.Length);
        var found = default(SequenceBuilder);
        bool isPlain = false;
        foreach (JsonValue value in values)
        {
            if (value is JsonArray inner)
            {
                isPlain = true;
                Flatten(inner, run, ref found);
            }
            else
            {
                found.Add(value);
            }
        }

        // JSONata's own way of appending arrays leaves an array, which stays one also with a single value.
        return isPlain ? new JsonArray(found.ToArray()) : found.ToValue(run);
    }

    private static void Flatten(JsonArray array, Evaluation run, ref SequenceBuilder found)
    {
        run.Spend(array.Items.Length);
        foreach (JsonValue item in array.Items)
        {
            if (item is JsonArray inner)
            {
                Flatten(inner, run, ref found);
            }
            else
            {
                found.Add(item);
            }
        }
    }
}

/// <summary>The context value and all values in it, but for arrays: <c>**</c>.</summary>
internal sealed class DescendantsNode(int level) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        if (context is null)
        {
            return null;
        }

        var found = default(SequenceBuilder);
        Collect(context, frame.Run, ref found);
        return found.ToValue(frame.Run);
    }

    private static void Collect(JsonValue value, Evaluation run, ref SequenceBuilder found)
    {
        run.Spend(1);
        ReadOnlySpan<JsonValue> inner = [];
        if (value is JsonArray array)
        {
            inner = array.Items;
        }
        else
        {
            found.Add(value);
            inner = value is JsonObject @object ? @object.Values : [];
        }

        foreach (JsonValue each in inner)
        {
            Collect(each, run, ref found);
        }
    }
}
