using System;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A field of the context value: <c>a</c>.</summary>
internal sealed class FieldNode(int level, string name) : JsonataNode(level)
{
    public string Name => name;

    /// <summary>The value of a field; for an array a sequence of those of its elements, made into what it is once evaluated.</summary>
    public static JsonValue? Find(JsonValue? value, string name, Evaluation run)
    {
        if (value is JsonObject @object)
        {
            return @object[name];
        }

        if (value is not JsonArray array)
        {
            return null;
        }

        var found = default(SequenceBuilder);
        Collect(array.Items, name, run, ref found);
        return found.ToValue(run);
    }

    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame) => Find(context, name, frame.Run);

    private static void Collect(ReadOnlySpan<JsonValue> items, string name, Evaluation run, ref SequenceBuilder found)
    {
        run.Spend(items.Length);
        foreach (JsonValue item in items)
        {
            if (item is JsonObject @object)
            {
                if (@object[name] is JsonArray values)
                {
                    found.AddRange(values.Items);
                }
                else if (@object[name] is { } value)
                {
                    found.Add(value);
                }
            }
            else if (item is JsonArray nested)
            {
                Collect(nested.Items, name, run, ref found);
            }
        }
    }
}
