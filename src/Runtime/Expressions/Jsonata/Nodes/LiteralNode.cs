using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A string, a number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
internal sealed class LiteralNode(int level, JsonValue value) : JsonataNode(level)
{
    public JsonValue Value => value;

    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame) => value;
}
