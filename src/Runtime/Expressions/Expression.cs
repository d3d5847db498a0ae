using StateMachineGen.Data;
using StateMachineGen.Execution;

namespace StateMachineGen.Expressions;

/// <summary>A value of a definition that is worked out when a state runs: a literal, a path, a call, or JSON made of these.</summary>
internal abstract class Expression
{
    /// <summary>The value, or null with a failure.</summary>
    /// <param name="scope">What the expression sees.</param>
    /// <param name="failure">Why there is no value.</param>
    public abstract JsonValue? Evaluate(EvaluationScope scope, out Failure? failure);
}

/// <summary>A value that is the same in every run.</summary>
internal sealed class LiteralExpression(JsonValue value) : Expression
{
    public JsonValue Value { get; } = value;

    public override JsonValue Evaluate(EvaluationScope scope, out Failure? failure)
    {
        failure = null;
        return Value;
    }
}
