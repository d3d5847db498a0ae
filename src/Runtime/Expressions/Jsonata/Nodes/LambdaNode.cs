using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Functions;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A definition of a function: <c>function($a){b}</c>.</summary>
/// <param name="level">How deep the node is nested.</param>
/// <param name="parameters">The slots of the parameters.</param>
/// <param name="slots">The number of variables of a call.</param>
/// <param name="signature">The types of the parameters, or null.</param>
/// <param name="body">The value of a call.</param>
internal sealed class LambdaNode(int level, int[] parameters, int slots, Signature? signature, JsonataNode body) : JsonataNode(level)
{
    public int Parameters => parameters.Length;

    public int Slots => slots;

    /// <summary>Whether the variables of a call are its arguments, in their order.</summary>
    public bool HasOnlyParameters => parameters.Length == slots;

    public Signature? Signature => signature;

    public JsonataNode Body => body;

    public int SlotOf(int parameter) => parameters[parameter];

    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame) => new LambdaFunction(this, context, frame);
}
