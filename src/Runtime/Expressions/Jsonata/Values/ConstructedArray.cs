using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>An array that an array constructor made as a step of a path, which the path does not flatten.</summary>
/// <param name="items">The values; the caller must not change them afterwards.</param>
/// <param name="owner">The evaluation that makes it (<see cref="Evaluation.Owner"/>).</param>
internal sealed class ConstructedArray(JsonValue[] items, object owner) : JsonArray(items)
{
    public object Owner => owner;
}
