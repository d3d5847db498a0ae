using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Compilation;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A path that binds variables on its way: <c>a@$v.b#$i</c>, or one that <c>%</c> leads back along.</summary>
internal sealed class TuplePathNode : JsonataNode
{
    private readonly PathSteps? _prefix;
    private readonly TupleStep[] _steps;
    private readonly LexicalScope _scope;

    /// <param name="level">How deep the node is nested.</param>
    /// <param name="prefix">The steps before the first one that binds, or null.</param>
    /// <param name="steps">The steps from there on.</param>
    /// <param name="scope">The variables of the tuples.</param>
    public TuplePathNode(int level, PathSteps? prefix, TupleStep[] steps, LexicalScope scope)
        : base(level)
    {
        _prefix = prefix;
        _steps = steps;
        _scope = scope;
    }

    /// <summary>Whether the tuples are carried out to the path around this one.</summary>
    public bool CarriesTuples { get; init; }

    /// <summary>Whether the first step is a variable, which takes an array as one value.</summary>
    public bool StartsWithVariable { get; init; }

    public bool KeepsArray { get; init; }

    /// <summary>What the values are grouped by at the end, with the numbers of variables that are bound right in names and in values.</summary>
    public (Grouping Grouping, int KeyRegion, int ValueRegion)? Grouping { get; init; }

    public override LexicalScope? Tuples => CarriesTuples && Grouping is null ? _scope : null;

    public override List<Frame> EvaluateTuples(JsonValue? context, Frame frame)
    {
        List<Frame> tuples = Start(context, frame);
        foreach (TupleStep step in _steps)
        {
            tuples = step.Evaluate(tuples, _scope.Count);
        }

        return tuples;
    }

    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        List<Frame> tuples = EvaluateTuples(context, frame);
        if (Grouping is { } by)
        {
            // Nothing counts as one value too, so that an object comes of it.
            List<Frame> grouped = tuples.Count == 0 ? [MakeTuple(null, frame)] : tuples;
            return by.Grouping.GroupTuples(grouped, frame, _scope.Count, by.KeyRegion, by.ValueRegion);
        }

        JsonataSequence values = TupleStep.ValuesOf(tuples, frame.Run);
        return KeepsArray ? values.Keep() : values;
    }

    private List<Frame> Start(JsonValue? context, Frame frame)
    {
        if (_prefix is not null)
        {
            context = _prefix.Evaluate(context, frame);
            if (context is null)
            {
                return [];
            }
        }

        bool isOne = context is not JsonArray || (_prefix is null
            ? StartsWithVariable
            : context is ConstructedArray constructed && constructed.Owner == frame.Run.Owner);
        if (isOne)
        {
            return [MakeTuple(context, frame)];
        }

        var tuples = new List<Frame>();
        foreach (JsonValue value in ((JsonArray)context!).Items)
        {
            tuples.Add(MakeTuple(value, frame));
        }

        return tuples;
    }

    private Frame MakeTuple(JsonValue? context, Frame frame)
    {
        var tuple = new Frame(frame, _scope.Count);
        tuple.Bind(TupleStep.ContextSlot, context);
        return tuple;
    }
}
