using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>Steps that lead from value to value: <c>a.b[c].d^(e){f: g}</c>.</summary>
/// <param name="level">How deep the node is nested.</param>
/// <param name="steps">The steps.</param>
/// <param name="grouping">What the values are grouped by at the end, or null.</param>
internal sealed class PathNode(int level, PathSteps steps, Grouping? grouping) : JsonataNode(level)
{
    private readonly FieldPath? _fields = grouping is null ? steps.AsFields() : null;

    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        if (_fields is not null && _fields.TryEvaluate(context, frame, out JsonValue? found))
        {
            return found;
        }

        JsonValue? value = steps.Evaluate(context, frame);
        return grouping is null ? value : grouping.Group(value, frame);
    }
}
