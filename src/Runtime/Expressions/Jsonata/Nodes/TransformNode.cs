using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Functions;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A function that changes a copy of a value: <c>|a|{"b": 1}, "c"|</c>.</summary>
/// <param name="level">How deep the node is nested.</param>
/// <param name="position">Where the transform stands.</param>
/// <param name="clone">The function that makes the copy, which an expression may replace.</param>
/// <param name="pattern">What is changed.</param>
/// <param name="update">An object of fields to set.</param>
/// <param name="delete">The names of fields to remove, or null.</param>
internal sealed class TransformNode(
    int level, int position, VariableNode clone, JsonataNode pattern, JsonataNode update, JsonataNode? delete) : JsonataNode(level)
{
    private static readonly Signature s_signature = Signature.Parse("<(oa):o>");

    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame) => new Transform(this, frame);

    private sealed class Transform(TransformNode node, Frame frame) : FunctionValue
    {
        public override int Arity => 1;

        public override JsonValue? Invoke(JsonValue?[] arguments, Caller caller)
        {
            JsonValue?[] valid = s_signature.Validate(arguments, caller.Context);
            return valid.Length > 0 && valid[0] is { } value ? Nesting.Check(node.Apply(value, frame, caller)) : null;
        }
    }

    private JsonValue? Apply(JsonValue value, Frame frame, Caller caller)
    {
        if (clone.Evaluate(null, frame) is not FunctionValue copy)
        {
            throw Failures.CloneReplaced(position);
        }

        if (copy.Invoke([value], caller) is not { } original)
        {
            return null;
        }

        // What the pattern finds is told by identity, so no object may stand in two places.
        JsonValue root = Cloning.Clone(original, frame.Run);
        JsonValue? matches = pattern.Evaluate(root, frame);
        var changes = new ObjectChanges(frame.Run);
        if (matches is JsonArray array)
        {
            foreach (JsonValue match in array.Items)
            {
                Change(match, changes, frame);
            }
        }
        else if (matches is not null)
        {
            Change(matches, changes, frame);
        }

        return changes.ApplyTo(root);
    }

    private void Change(JsonValue match, ObjectChanges changes, Frame frame)
    {
        JsonValue current = changes.ApplyTo(match);
        JsonValue? updated = update.Evaluate(current, frame);
        if (updated is not (null or JsonObject))
        {
            throw Failures.UpdateNotObject(updated, position);
        }

        if (updated is JsonObject { Count: > 0 } fields && match is JsonObject target)
        {
            changes.Set(target, fields);
            current = changes.ApplyTo(match);
        }

        JsonValue? names = delete?.Evaluate(current, frame);
        if (names is null)
        {
            return;
        }

        foreach (JsonValue name in names is JsonArray array ? array.Items : [names])
        {
            if (name is not JsonString)
            {
                throw Failures.DeletionsNotStrings(names, position);
            }
        }

        if (match is JsonObject changed)
        {
            changes.Remove(changed, names);
        }
    }
}
