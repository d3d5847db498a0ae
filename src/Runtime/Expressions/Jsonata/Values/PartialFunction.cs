using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>A function of which some arguments are already given.</summary>
/// <param name="function">The function.</param>
/// <param name="given">The arguments; those at open places are not looked at.</param>
/// <param name="open">The places of the arguments that are still to be given.</param>
internal sealed class PartialFunction(FunctionValue function, JsonValue?[] given, int[] open) : FunctionValue
{
    public override int Arity => open.Length;

    public override JsonValue? Invoke(JsonValue?[] arguments, Caller caller)
    {
        var all = (JsonValue?[])given.Clone();
        for (int i = 0; i < open.Length; i++)
        {
            all[open[i]] = i < arguments.Length ? arguments[i] : null;
        }

        return function.Invoke(all, caller);
    }
}
