using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A name and a value of an object constructor or a grouping.</summary>
internal sealed record GroupingPair(JsonataNode Key, JsonataNode Value)
{
    /// <summary>The name, where it is a literal.</summary>
    public string? FixedName { get; } = ((Key as LiteralNode)?.Value as JsonString)?.Value;
}
