using StateMachineGen.Data;
using StateMachineGen.Execution;
using CallSyntax = StateMachineGen.Language.Expressions.Intrinsics.IntrinsicCall;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>The value of a field <c>….$</c> that is a call: the outermost call with its text, which AWS quotes when anything in it fails.</summary>
internal sealed class IntrinsicExpression
{
    private readonly IntrinsicCall _call;

    private IntrinsicExpression(string text, IntrinsicCall call)
    {
        Text = text;
        _call = call;
    }

    /// <summary>The call as written.</summary>
    public string Text { get; }

    /// <summary>Compiles a call that fills its text.</summary>
    /// <returns>The call, or null when a function is called that there is not.</returns>
    public static IntrinsicExpression? Compile(CallSyntax syntax, string text) =>
        IntrinsicCall.Compile(syntax, text) is { } call ? new IntrinsicExpression(text, call) : null;

    /// <summary>The value of the call, or null with the cause, in AWS's words, of the <c>States.Runtime</c> that AWS fails with (measured).</summary>
    public JsonValue? Evaluate(EvaluationScope context, out CauseText? cause)
    {
        IntrinsicFault? fault = null;
        JsonValue? value = _call.Evaluate(context, ref fault);
        cause = fault switch
        {
            null => null,
            { IsMissingPath: true } => $"The function '{Text.Fixed()}' had the following error: {fault.Value.Text}",
            _ => $"There was an error while evaluating the intrinsic function: {Text.Fixed()}. {fault.Value.Text}",
        };
        return value;
    }
}
