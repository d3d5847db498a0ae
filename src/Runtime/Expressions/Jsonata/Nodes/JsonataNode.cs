using System.Collections.Generic;
using System.Runtime.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Compilation;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A piece of a compiled expression. Nodes are immutable, and evaluations on many threads share them.</summary>
/// <param name="level">How deep the node is nested in the expression or the body of a function, from 1.</param>
internal abstract class JsonataNode(int level)
{
    /// <summary>How deep the node is nested in the expression or the body of a function, from 1.</summary>
    public int Level => level;

    /// <summary>The variables of the tuples, for a node that carries them out to the path around it; null for all others.</summary>
    public virtual LexicalScope? Tuples => null;

    /// <summary>Evaluates the expression.</summary>
    /// <param name="context">The context value; null for nothing.</param>
    /// <param name="frame">The variables.</param>
    /// <returns>The value; null for nothing.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonValue? Evaluate(JsonValue? context, Frame frame)
    {
        JsonValue? value = EvaluateRaw(context, frame);
        return value is JsonataSequence sequence ? sequence.Normalize(frame.Run) : value;
    }

    /// <summary>Evaluates the expression, but leaves a sequence a sequence, for filters and groups to look at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public JsonValue? EvaluateRaw(JsonValue? context, Frame frame)
    {
        if (level > frame.Headroom)
        {
            throw Failures.TooDeep();
        }

        return EvaluateCore(context, frame);
    }

    /// <summary>Evaluates the expression to the tuples that it carries out (<see cref="Tuples"/>); null for nothing.</summary>
    public virtual List<Frame>? EvaluateTuples(JsonValue? context, Frame frame) => null;

    protected abstract JsonValue? EvaluateCore(JsonValue? context, Frame frame);
}
