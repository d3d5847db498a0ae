using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>
/// A path of nothing but fields, from a variable or the context value on. Through objects alone it needs no sequences; as soon as there is an
/// array on the way, <see cref="PathSteps"/> must go it.
/// </summary>
/// <param name="start">The variable, or null for the context value.</param>
/// <param name="names">The fields.</param>
internal sealed class FieldPath(JsonataNode? start, string[] names)
{
    public bool TryEvaluate(JsonValue? context, Frame frame, out JsonValue? value)
    {
        value = start is null ? context : start.Evaluate(context, frame);
        foreach (string name in names)
        {
            if (value is not JsonObject @object)
            {
                bool isArray = value is JsonArray;
                value = null;
                return !isArray;
            }

            value = @object[name];
        }

        return value is not JsonataSequence;
    }
}
