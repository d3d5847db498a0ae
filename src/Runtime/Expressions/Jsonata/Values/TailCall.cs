using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>
/// Stands for the value of a function's body that ends with a call: the call is made once the body has been left, so that calls in a row do
/// not nest. There is one for each evaluation, since one call is pending at most.
/// </summary>
internal sealed class TailCall() : JsonValue(JsonKind.Function, FunctionValue.DepthOfFunctions)
{
    private FunctionValue? _function;
    private JsonValue?[]? _arguments;

    public TailCall To(FunctionValue function, JsonValue?[] arguments)
    {
        _function = function;
        _arguments = arguments;
        return this;
    }

    public FunctionValue Take(out JsonValue?[] arguments)
    {
        FunctionValue function = _function!;
        arguments = _arguments!;
        _function = null;
        _arguments = null;
        return function;
    }

    public override void WriteTo(ref JsonTextWriter writer) => writer.WriteRaw("\"\"");

    private protected override long Measure() => 2;
}
