using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Compilation;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>What follows an expression that is no path: filters, a grouping, the demand for an array.</summary>
internal sealed class SuffixNode(int level, JsonataNode target, Predicate[] predicates, Grouping? grouping, bool keepsArray)
    : JsonataNode(level)
{
    public override LexicalScope? Tuples => grouping is null ? target.Tuples : null;

    public override List<Frame>? EvaluateTuples(JsonValue? context, Frame frame)
    {
        List<Frame>? tuples = target.EvaluateTuples(context, frame);
        foreach (Predicate predicate in predicates)
        {
            tuples = tuples is null ? null : predicate.Filter(tuples);
        }

        return tuples;
    }

    private JsonValue? Filter(JsonValue? value, Frame frame)
    {
        foreach (Predicate predicate in predicates)
        {
            value = predicate.Filter(value, frame);
        }

        return value;
    }

    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? value = target.Tuples is null
            ? Filter(target.EvaluateRaw(context, frame), frame)
            : TupleStep.ValuesOf(EvaluateTuples(context, frame) ?? [], frame.Run);
        if (grouping is not null)
        {
            return grouping.Group(value, frame);
        }

        return keepsArray && value is JsonataSequence sequence && sequence.Owner == frame.Run.Owner ? sequence.Keep() : value;
    }
}
