using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>Two functions one after the other: <c>$f ~> $g</c>.</summary>
internal sealed class ComposedFunction(FunctionValue first, FunctionValue second) : FunctionValue
{
    public override int Arity => 1;

    public override JsonValue? Invoke(JsonValue?[] arguments, Caller caller)
    {
        JsonValue? value = first.Invoke([arguments.Length > 0 ? arguments[0] : null], caller);
        return second.Invoke([value is JsonataSequence sequence ? sequence.Normalize(caller.Run) : value], caller);
    }
}
