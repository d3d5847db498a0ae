using System;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A step of a path: an expression that is evaluated for each value of the step before, or a sort of these values.</summary>
/// <param name="Node">The expression; null for a sort.</param>
/// <param name="Sorting">The sort, or null.</param>
/// <param name="Stages">The filters that follow.</param>
internal sealed record PathStep(JsonataNode? Node, Sorting? Sorting, Predicate[] Stages)
{
    private readonly string? _name = (Node as FieldNode)?.Name;

    /// <summary>The name of the field, where the step is no more than that; otherwise null.</summary>
    public string? Field => Stages.Length == 0 ? _name : null;

    /// <summary>The step's value for one value of the step before.</summary>
    public JsonValue? Evaluate(JsonValue? context, Frame frame)
    {
        JsonValue? value = _name is null ? Node!.Evaluate(context, frame) : FieldNode.Find(context, _name, frame.Run);
        foreach (Predicate stage in Stages)
        {
            value = stage.Filter(value, frame);
        }

        return value;
    }

    /// <summary>The values in order, filtered.</summary>
    public JsonValue Sort(ReadOnlySpan<JsonValue> values, Frame frame)
    {
        JsonValue sorted = values.Length > 1
            ? new JsonArray(Sorting!.Sort(values, frame))
            : new JsonataSequence(values.ToArray(), frame.Run.Owner);
        foreach (Predicate stage in Stages)
        {
            sorted = stage.Filter(sorted, frame);
        }

        return sorted;
    }
}
