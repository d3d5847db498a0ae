using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Expressions;

/// <summary>The <c>Condition</c> of a choice rule in JSONata.</summary>
internal sealed class JsonataChoiceCondition(Expression condition) : ChoiceCondition
{
    private const string Field = "Condition";

    public static JsonataChoiceCondition Compile(FieldReader fields) => fields.Value(Field) switch
    {
        JsonStringSyntax text when fields.Jsonata(text.Value, Field) is { } expression => new JsonataChoiceCondition(expression),
        JsonBooleanSyntax literal => new JsonataChoiceCondition(new LiteralExpression(JsonBoolean.Of(literal.Value))),
        _ => throw fields.Fault(Field, "must be an expression, \"{% … %}\""),
    };

    public override bool Test(EvaluationScope scope, ref Failure? failure)
    {
        JsonValue? value = condition.Evaluate(scope, out failure);
        if (value is JsonBoolean result)
        {
            return result.Value;
        }

        failure ??= ((JsonataExpression)condition).UnexpectedType(scope, value!, "boolean");
        return false;
    }
}
