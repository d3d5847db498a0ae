using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions;

/// <summary>A JSONata expression.</summary>
/// <param name="program">The expression.</param>
/// <param name="text">Its text without the delimiters and the blanks beside them, as AWS quotes it.</param>
/// <param name="location">Where it stands in the state: <c>Output/a</c>.</param>
internal sealed class JsonataExpression(JsonataProgram program, string text, string location) : Expression
{
    public override JsonValue? Evaluate(EvaluationScope scope, out Failure? failure)
    {
        JsonValue? value = program.Evaluate(null, scope, out JsonataError? error);
        failure = null;
        if (error is not null)
        {
            failure = Fail(scope, $"threw an error during evaluation{error.Continuation}");
            return null;
        }

        if (value is null)
        {
            failure = Fail(scope, $"returned nothing (undefined).");
        }
        else if (FunctionValue.IsIn(value))
        {
            failure = Fail(scope, $"returned an unsupported result type.");
            return null;
        }

        return value;
    }

    /// <summary>The failure of a result whose type the field does not take.</summary>
    public Failure UnexpectedType(EvaluationScope scope, JsonValue value, string expected) =>
        Fail(scope, $"returned an unexpected result type. Expected '{expected.Fixed()}', but was '{value.Kind.ToString().ToLowerInvariant().Fixed()}' for value: {value}");

    private Failure Fail(EvaluationScope scope, CauseText what) =>
        Failure.Query(scope, $"The JSONata expression '{text.Fixed()}' specified for the field '{location.Fixed()}' {what}", location);
}
