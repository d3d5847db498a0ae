using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Functions;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>What a function of JSONata's library does.</summary>
/// <param name="arguments">The arguments as the signature makes them: at least one, perhaps null, for each parameter.</param>
/// <param name="caller">Who calls.</param>
internal delegate JsonValue? NativeBody(JsonValue?[] arguments, Caller caller);

/// <summary>A function of JSONata's library.</summary>
internal sealed class NativeFunction(Signature signature, int arity, NativeBody body) : FunctionValue
{
    public override int Arity => arity;

    public override JsonValue? Invoke(JsonValue?[] arguments, Caller caller)
    {
        caller.Run.Spend(1);
        return Nesting.Check(body(signature.Validate(arguments, caller.Context), caller));
    }
}
