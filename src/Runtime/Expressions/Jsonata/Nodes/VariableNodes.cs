using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Compilation;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>The context value: <c>$</c>.</summary>
internal sealed class ContextNode(int level) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame) =>
        context == frame.Run.WrappedInput ? frame.Run.Root : context;
}

/// <summary>The input of the whole expression: <c>$$</c>.</summary>
internal sealed class RootNode(int level) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame) => frame.Run.Root;
}

/// <summary>A variable, or a function of the library.</summary>
/// <param name="level">How deep the node is nested.</param>
/// <param name="places">Where the variable may have been bound, from the inside out: which it is, only the evaluation knows.</param>
/// <param name="external">The number of the name outside the expression; negative for what only the expression itself can bind.</param>
internal sealed class VariableNode(int level, VariablePlace[] places, int external) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        Frame current = frame;
        int hops = 0;
        foreach (VariablePlace place in places)
        {
            for (; hops < place.Hops; hops++)
            {
                current = current.Parent!;
            }

            if (current.TryGet(place.Slot, out JsonValue? value))
            {
                return value;
            }
        }

        return external < 0 ? null : frame.Run.FindExternal(external);
    }
}

/// <summary>A member of <c>$states</c>: of the object that would otherwise be made for it alone.</summary>
/// <param name="level">How deep the node is nested.</param>
/// <param name="states">The variable.</param>
/// <param name="name">The member's name.</param>
internal sealed class StatesMemberNode(int level, JsonataNode states, string name) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame) =>
        frame.Run.Environment.TryFindInStates(name, out JsonValue? value)
            ? value
            : FieldNode.Find(states.Evaluate(context, frame), name, frame.Run);
}

/// <summary>A binding of a variable: <c>$a := b</c>.</summary>
internal sealed class BindingNode(int level, int slot, JsonataNode value) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? bound = value.Evaluate(context, frame);
        frame.Bind(slot, bound);
        return bound;
    }
}
