using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A regular expression: <c>/a/i</c>.</summary>
internal sealed class RegexNode(int level, int position, RegexPattern pattern) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame) =>
        pattern.Fault is null ? new RegexFunction(pattern) : throw Failures.InvalidRegex(pattern.Fault, position);
}
