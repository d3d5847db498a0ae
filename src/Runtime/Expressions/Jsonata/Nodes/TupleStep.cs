using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>
/// A step of a path that binds variables. It is evaluated for tuples: each is a value together with the variables that were bound on the way
/// to it, among them, for <c>%</c>, the values that the way led through.
/// </summary>
/// <param name="Node">The expression; null for a sort.</param>
/// <param name="Sorting">The sort, or null.</param>
/// <param name="Stages">The filters and bindings of positions that follow.</param>
/// <param name="Region">The number of variables that are bound right in the expression.</param>
internal sealed record TupleStep(JsonataNode? Node, Sorting? Sorting, TupleStage[] Stages, int Region)
{
    /// <summary>The slot of a tuple's value.</summary>
    public const int ContextSlot = 0;

    /// <summary>The name of that slot, which no variable of an expression can have.</summary>
    public const string ContextName = "@";

    /// <summary>The slot for each value of a step that goes on from the value before (<c>@</c>); negative for none.</summary>
    public int FocusSlot { get; init; } = -1;

    /// <summary>The slot for the position of each value (<c>#</c>); negative for none.</summary>
    public int PositionSlot { get; init; } = -1;

    /// <summary>The slot for the value that the step leads from (<c>%</c>); negative for none.</summary>
    public int AncestorSlot { get; init; } = -1;

    /// <summary>For tuples that the expression itself carries out, from which slot each of their variables goes into which one.</summary>
    public (int From, int To)[] Carried { get; init; } = [];

    /// <summary>The values of tuples without their variables.</summary>
    public static JsonataSequence ValuesOf(List<Frame> tuples, Evaluation run)
    {
        var values = default(SequenceBuilder);
        foreach (Frame tuple in tuples)
        {
            if (tuple.TryGet(ContextSlot, out JsonValue? value) && value is not null)
            {
                values.Add(value);
            }
        }

        return values.ToSequence(run);
    }

    public List<Frame> Evaluate(List<Frame> tuples, int slots)
    {
        List<Frame> found = Sorting is null ? Walk(tuples, slots) : Sort(tuples);
        foreach (TupleStage stage in Stages)
        {
            found = stage.Apply(found);
        }

        return found;
    }

    private List<Frame> Sort(List<Frame> tuples)
    {
        List<Frame> sorted = Sorting!.Sort(tuples);
        if (PositionSlot >= 0)
        {
            for (int i = 0; i < sorted.Count; i++)
            {
                sorted[i].Bind(PositionSlot, JsonNumber.Of((double)i));
            }
        }

        return sorted;
    }

    private List<Frame> Walk(List<Frame> tuples, int slots)
    {
        var found = new List<Frame>();
        foreach (Frame tuple in tuples)
        {
            tuple.TryGet(ContextSlot, out JsonValue? context);
            Frame frame = Region == 0 ? tuple : new Frame(tuple, Region);
            if (Node!.Tuples is not null)
            {
                Carry(tuple, Node.EvaluateTuples(context, frame) ?? [], slots, found);
                continue;
            }

            JsonValue? value = Node.Evaluate(context, frame);
            if (value is JsonArray array)
            {
                for (int i = 0; i < array.Items.Length; i++)
                {
                    found.Add(Bind(tuple, context, array.Items[i], i, slots));
                }
            }
            else if (value is not null)
            {
                found.Add(Bind(tuple, context, value, 0, slots));
            }
        }

        return found;
    }

    private static Frame Copy(Frame tuple, int slots)
    {
        tuple.Run.Spend(1);
        var copy = new Frame(tuple.Run, tuple.Parent, new JsonValue?[slots], tuple.Headroom);
        copy.CopyFrom(tuple);
        return copy;
    }

    private void Carry(Frame tuple, List<Frame> carried, int slots, List<Frame> found)
    {
        foreach (Frame each in carried)
        {
            Frame next = Copy(tuple, slots);
            foreach ((int from, int to) in Carried)
            {
                next.CopyFrom(each, from, to);
            }

            found.Add(next);
        }
    }

    private Frame Bind(Frame tuple, JsonValue? context, JsonValue value, int position, int slots)
    {
        Frame next = Copy(tuple, slots);
        next.Bind(FocusSlot < 0 ? ContextSlot : FocusSlot, value);
        if (PositionSlot >= 0)
        {
            next.Bind(PositionSlot, JsonNumber.Of((double)position));
        }

        if (AncestorSlot >= 0)
        {
            next.Bind(AncestorSlot, context);
        }

        return next;
    }
}

/// <summary>What follows the expression of a step: a filter, or a binding of the position of what is left by then.</summary>
/// <param name="Predicate">The filter, or null.</param>
/// <param name="PositionSlot">The slot for the position, where it is no filter.</param>
internal sealed record TupleStage(Predicate? Predicate, int PositionSlot)
{
    public List<Frame> Apply(List<Frame> tuples)
    {
        if (Predicate is not null)
        {
            return Predicate.Filter(tuples);
        }

        for (int i = 0; i < tuples.Count; i++)
        {
            tuples[i].Bind(PositionSlot, JsonNumber.Of((double)i));
        }

        return tuples;
    }
}
