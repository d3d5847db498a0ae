using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Compilation;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A choice of two values: <c>a ? b : c</c>.</summary>
internal sealed class ConditionNode(int level, JsonataNode condition, JsonataNode then, JsonataNode? @else) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame) =>
        Truth.Of(condition.Evaluate(context, frame)) ? then.Evaluate(context, frame) : @else?.Evaluate(context, frame);
}

/// <summary>A value, or another one if it counts as false (<c>?:</c>) or is nothing (<c>??</c>).</summary>
internal sealed class DefaultNode(int level, bool isCoalescing, JsonataNode value, JsonataNode fallback) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? first = value.Evaluate(context, frame);
        return (isCoalescing ? first is not null : Truth.Of(first)) ? first : fallback.Evaluate(context, frame);
    }
}

/// <summary>Expressions one after the other, with variables of their own; the last one gives the value.</summary>
internal sealed class BlockNode(int level, int slots, JsonataNode[] expressions) : JsonataNode(level)
{
    public override LexicalScope? Tuples => expressions.Length > 0 ? expressions[^1].Tuples : null;

    public override List<Frame>? EvaluateTuples(JsonValue? context, Frame frame)
    {
        Frame inner = Enter(context, frame);
        return expressions[^1].EvaluateTuples(context, inner);
    }

    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame) =>
        expressions.Length == 0 ? null : expressions[^1].Evaluate(context, Enter(context, frame));

    /// <summary>Evaluates all expressions but the last one, for what they bind.</summary>
    private Frame Enter(JsonValue? context, Frame frame)
    {
        Frame inner = slots == 0 ? frame : new Frame(frame, slots);
        for (int i = 0; i < expressions.Length - 1; i++)
        {
            expressions[i].Evaluate(context, inner);
        }

        return inner;
    }
}
