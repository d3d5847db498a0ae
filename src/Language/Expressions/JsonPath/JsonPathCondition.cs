using System.Collections.Generic;

namespace StateMachineGen.Language.Expressions.JsonPath;

/// <summary>A condition of a filter.</summary>
public abstract record JsonPathCondition : JsonPathSyntax
{
    private protected JsonPathCondition()
    {
    }
}

/// <summary>Conditions of which all must hold: <c>a &amp;&amp; b</c>.</summary>
/// <param name="Operands">The conditions, at least two.</param>
public sealed record JsonPathAnd(SyntaxList<JsonPathCondition> Operands) : JsonPathCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Operands;
}

/// <summary>Conditions of which one must hold: <c>a || b</c>.</summary>
/// <param name="Operands">The conditions, at least two.</param>
public sealed record JsonPathOr(SyntaxList<JsonPathCondition> Operands) : JsonPathCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Operands;
}

/// <summary>A condition that must not hold: <c>!(a)</c>.</summary>
/// <param name="Operand">The condition.</param>
public sealed record JsonPathNot(JsonPathCondition Operand) : JsonPathCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Operand];
}

/// <summary>A test whether a path selects anything: <c>@.a</c>.</summary>
/// <param name="Path">The path.</param>
public sealed record JsonPathExists(JsonPathQuery Path) : JsonPathCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Path];
}

/// <summary>A comparison: <c>@.a == 1</c>, <c>@.a in ['x', 'y']</c>.</summary>
/// <param name="Left">The left side.</param>
/// <param name="Operator">How the sides must relate.</param>
/// <param name="Right">The right side.</param>
public sealed record JsonPathComparison(JsonPathOperand Left, JsonPathOperator Operator, JsonPathOperand Right) : JsonPathCondition
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Left, Right];
}
