using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.Intrinsics;

namespace StateMachineGen.Expressions;

/// <summary>An intrinsic function that fills a field.</summary>
internal sealed class IntrinsicCallExpression(IntrinsicExpression call) : Expression
{
    public override JsonValue? Evaluate(EvaluationScope scope, out Failure? failure)
    {
        JsonValue? value = call.Evaluate(scope, out CauseText? cause);
        failure = value is null ? Failure.Intrinsic(scope, cause!) : null;
        return value;
    }
}
