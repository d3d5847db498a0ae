using System;
using System.Linq;
using StateMachineGen.Data;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Expressions.JsonPath;

/// <summary>The condition of a filter.</summary>
internal abstract class FilterCondition
{
    /// <summary>Whether the condition holds for the value that <c>@</c> stands for.</summary>
    public abstract bool Holds(JsonValue current, PathEvaluation evaluation);

    public static FilterCondition Compile(JsonPathCondition syntax) => syntax switch
    {
        JsonPathAnd and => new AllOf([.. and.Operands.Select(Compile)]),
        JsonPathOr or => new AnyOf([.. or.Operands.Select(Compile)]),
        JsonPathNot not => new NoneOf(Compile(not.Operand)),
        JsonPathExists exists => new Comparison(FilterOperand.Compile(exists.Path), JsonPathOperator.Exists, FilterOperand.True),
        JsonPathComparison { Operator: JsonPathOperator.Matches } matches => CompileMatch(matches.Left, matches.Right),
        JsonPathComparison comparison => new Comparison(
            FilterOperand.Compile(comparison.Left), comparison.Operator, FilterOperand.Compile(comparison.Right)),
        _ => throw new ArgumentException($"There is no condition {syntax.GetType()}.", nameof(syntax)),
    };

    /// <summary>The pattern may stand on either side; without one, or with two, nothing matches.</summary>
    private static FilterCondition CompileMatch(JsonPathOperand left, JsonPathOperand right) => (left, right) switch
    {
        (JsonPathRegex, JsonPathRegex) => Never.Instance,
        (_, JsonPathRegex pattern) => CompileMatch(left, pattern),
        (JsonPathRegex pattern, _) => CompileMatch(right, pattern),
        _ => Never.Instance,
    };

    private static FilterCondition CompileMatch(JsonPathOperand operand, JsonPathRegex pattern) =>
        FilterPattern.Compile(pattern) is { } compiled ? new Match(FilterOperand.Compile(operand), compiled) : Never.Instance;

    private sealed class AllOf(FilterCondition[] parts) : FilterCondition
    {
        public override bool Holds(JsonValue current, PathEvaluation evaluation)
        {
            foreach (FilterCondition part in parts)
            {
                if (!part.Holds(current, evaluation))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class AnyOf(FilterCondition[] parts) : FilterCondition
    {
        public override bool Holds(JsonValue current, PathEvaluation evaluation)
        {
            foreach (FilterCondition part in parts)
            {
                if (part.Holds(current, evaluation))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class NoneOf(FilterCondition part) : FilterCondition
    {
        public override bool Holds(JsonValue current, PathEvaluation evaluation) => !part.Holds(current, evaluation);
    }

    private sealed class Comparison(FilterOperand left, JsonPathOperator @operator, FilterOperand right) : FilterCondition
    {
        public override bool Holds(JsonValue current, PathEvaluation evaluation) =>
            FilterComparison.Holds(left.Evaluate(current, evaluation), @operator, right.Evaluate(current, evaluation), evaluation);
    }

    private sealed class Match(FilterOperand operand, FilterPattern pattern) : FilterCondition
    {
        public override bool Holds(JsonValue current, PathEvaluation evaluation) =>
            operand.Evaluate(current, evaluation) is { } value && pattern.IsMatch(value, evaluation);
    }

    private sealed class Never : FilterCondition
    {
        public static readonly Never Instance = new();

        public override bool Holds(JsonValue current, PathEvaluation evaluation) => false;
    }
}
