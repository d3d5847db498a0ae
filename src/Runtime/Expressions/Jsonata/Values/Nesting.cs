using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>
/// Bounds how deep values nest that functions make. Values are walked by recursion; without functions an expression makes them only as deep as
/// itself.
/// </summary>
internal static class Nesting
{
    public static JsonValue? Check(JsonValue? value) =>
        value is null || value.Depth % FunctionValue.DepthOfFunctions <= JsonValue.MaxDepth ? value : throw Failures.TooDeep();
}
