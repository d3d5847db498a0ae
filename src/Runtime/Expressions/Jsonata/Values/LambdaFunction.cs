using System.Runtime.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Nodes;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>A function that an expression defines, with the variables and the context of the place where it is defined.</summary>
/// <param name="node">The definition.</param>
/// <param name="context">The context value there.</param>
/// <param name="frame">The variables there.</param>
internal sealed class LambdaFunction(LambdaNode node, JsonValue? context, Frame frame) : FunctionValue
{
    public override int Arity => node.Parameters;

    public override JsonValue? Invoke(JsonValue?[] arguments, Caller caller)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Failures.TooDeep();
        }

        JsonValue? value = Run(arguments, caller);
        while (value is TailCall call)
        {
            FunctionValue function = call.Take(out arguments);
            value = function is LambdaFunction lambda ? lambda.Run(arguments, caller) : function.Invoke(arguments, caller);
        }

        return Nesting.Check(value);
    }

    private JsonValue? Run(JsonValue?[] arguments, Caller caller)
    {
        caller.Run.Spend(1);
        if (node.Signature is { } signature)
        {
            arguments = signature.Validate(arguments, caller.Context);
        }

        if (node.HasOnlyParameters && arguments.Length == node.Parameters)
        {
            return node.Body.Evaluate(context, Frame.OfArguments(caller.Run, frame, arguments, caller.Headroom));
        }

        var inner = new Frame(caller.Run, frame, new JsonValue?[node.Slots], caller.Headroom);
        for (int i = 0; i < node.Parameters; i++)
        {
            inner.Bind(node.SlotOf(i), i < arguments.Length ? arguments[i] : null);
        }

        return node.Body.Evaluate(context, inner);
    }
}
