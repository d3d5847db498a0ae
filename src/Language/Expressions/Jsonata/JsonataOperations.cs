using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Expressions.Jsonata;

/// <summary>A minus before an expression: <c>-a</c>.</summary>
/// <param name="Operand">What is negated.</param>
public sealed record JsonataNegation(JsonataSyntax Operand) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Operand];
}

/// <summary>Two operands and an operator between them: <c>a + b</c>.</summary>
/// <param name="Left">The left operand.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Right">The right operand.</param>
public sealed record JsonataBinary(JsonataSyntax Left, JsonataOperator Operator, JsonataSyntax Right) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Left, Right];
}

/// <summary>A choice of two values: <c>a ? b : c</c>, or of a value and nothing: <c>a ? b</c>.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="Then">The value if the condition holds.</param>
/// <param name="Else">The value if it does not hold; null for nothing.</param>
public sealed record JsonataCondition(JsonataSyntax Condition, JsonataSyntax Then, JsonataSyntax? Else) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Else is null ? [Condition, Then] : [Condition, Then, Else];
}

/// <summary>
/// A value and another one in its place: <c>a ?: b</c> if it counts as false, <c>a ?? b</c> if it does not exist. JSONata has both
/// since 2.1; AWS runs 2.0.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="IsCoalescing">Whether the operator is <c>??</c>.</param>
/// <param name="Fallback">The value in its place; all that follows belongs to it.</param>
public sealed record JsonataDefault(JsonataSyntax Value, bool IsCoalescing, JsonataSyntax Fallback) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Value, Fallback];
}

/// <summary>A binding of a value to a variable: <c>$a := b</c>.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="Value">The value.</param>
public sealed record JsonataBinding(JsonataVariable Variable, JsonataSyntax Value) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Variable, Value];
}

/// <summary>An application of a function to a value, or a composition of functions: <c>a ~> $f</c>.</summary>
/// <param name="Input">The value or the function that comes first.</param>
/// <param name="Function">The function; in a call of a function the input becomes its first argument.</param>
public sealed record JsonataApplication(JsonataSyntax Input, JsonataSyntax Function) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Input, Function];
}

/// <summary>A call of a function: <c>$f(a, b)</c>; with open arguments, <c>$f(?, b)</c>, a partial application.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">The arguments; a <see cref="JsonataPlaceholder"/> is left open.</param>
public sealed record JsonataCall(JsonataSyntax Function, SyntaxList<JsonataSyntax> Arguments) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Function, .. Arguments];

    /// <summary>Whether an argument is left open, so that the value is a function.</summary>
    public bool IsPartial => Arguments.Any(argument => argument is JsonataPlaceholder);
}

/// <summary>A function: <c>function($a, $b){$a + $b}</c>, also written with <c>λ</c>.</summary>
/// <param name="Parameters">The parameters.</param>
/// <param name="Signature">The types of the parameters, or null.</param>
/// <param name="Body">The value.</param>
public sealed record JsonataLambda(SyntaxList<JsonataVariable> Parameters, JsonataSignature? Signature, JsonataSyntax Body) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Signature is null ? [.. Parameters, Body] : [.. Parameters, Signature, Body];
}

/// <summary>A function that changes a copy of an object: <c>|a|{"b": 1}, "c"|</c>.</summary>
/// <param name="Pattern">What is changed.</param>
/// <param name="Update">An object of fields to set.</param>
/// <param name="Delete">The names of fields to remove, or null.</param>
public sealed record JsonataTransform(JsonataSyntax Pattern, JsonataSyntax Update, JsonataSyntax? Delete) : JsonataSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Delete is null ? [Pattern, Update] : [Pattern, Update, Delete];
}
