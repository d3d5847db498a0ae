using System.Collections.Immutable;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>A choice rule as it is evaluated: the same for both query languages and however it is written.</summary>
internal abstract record Condition
{
    /// <summary>Rules that nest deeper are taken as they stand.</summary>
    private const int MaxDepth = 50;

    /// <summary>Reads a choice rule; null when it has a fault, which other rules report.</summary>
    public static Condition? Read(ChoiceRule rule, QueryLanguage language) =>
        language == QueryLanguage.JSONata ? ReadExpression(rule.Condition) : ReadRule(rule, MaxDepth);

    private static Condition? ReadExpression(JsonSyntax? condition)
    {
        if (condition is JsonBooleanSyntax literal)
        {
            return new LiteralCondition(literal.Value);
        }

        if (condition is not JsonStringSyntax text || JsonataText.Read(text.Value) is not { Kind: JsonataTextKind.Expression } read)
        {
            return null;
        }

        string expression = read.Expression.Trim();
        return expression switch
        {
            "true" => new LiteralCondition(true),
            "false" => new LiteralCondition(false),
            _ => new OpaqueCondition(expression, !IdleStates.DependsOnMore(expression.Replace("$states.context", "")), IsNegated: false),
        };
    }

    private static Condition? ReadRule(ChoiceRule rule, int depth)
    {
        if (depth == 0)
        {
            return null;
        }

        bool isAnd = rule.Field("And") is not null;
        if (isAnd || rule.Field("Or") is not null)
        {
            ImmutableArray<ChoiceRule> rules = isAnd ? rule.And : rule.Or;
            ImmutableArray<Condition>.Builder parts = ImmutableArray.CreateBuilder<Condition>(rules.Length);
            foreach (ChoiceRule part in rules)
            {
                if (ReadRule(part, depth - 1) is not { } condition)
                {
                    return null;
                }

                parts.Add(condition);
            }

            return parts.Count == 0 ? null : new CombinedCondition(isAnd, parts.MoveToImmutable());
        }

        if (rule.Field("Not") is not null)
        {
            return rule.Not is { } not && ReadRule(not, depth - 1) is { } inner ? new NotCondition(inner) : null;
        }

        return rule.Comparison is { } comparison && rule.Variable is { } variable ? new ComparisonCondition(variable, comparison) : null;
    }
}

/// <summary>A condition that is always the same.</summary>
internal sealed record LiteralCondition(bool Value) : Condition;

/// <summary>A condition that is not looked into.</summary>
/// <param name="Text">Its text; conditions of one text come out the same.</param>
/// <param name="IsSteady">Whether it really does, because it depends on the input and on variables alone.</param>
/// <param name="IsNegated">Whether its opposite is meant.</param>
internal sealed record OpaqueCondition(string Text, bool IsSteady, bool IsNegated) : Condition;

/// <summary>A comparison of a variable.</summary>
internal sealed record ComparisonCondition(string Variable, Comparison Comparison) : Condition
{
    /// <summary>Whether it asks for the presence of the variable, and what is answered with true.</summary>
    public bool? TestsPresence =>
        Comparison.Operator.Name == "IsPresent" && Comparison.Member.Value is JsonBooleanSyntax { Value: var isPresent } ? isPresent : null;

    /// <summary>The path that the variable is compared with, or null.</summary>
    public string? OtherVariable => Comparison.Operator.TakesPath ? (Comparison.Member.Value as JsonStringSyntax)?.Value : null;
}

/// <summary>Conditions of which all (And) or one (Or) must hold.</summary>
internal sealed record CombinedCondition(bool IsAnd, ImmutableArray<Condition> Parts) : Condition;

/// <summary>A condition that must not hold.</summary>
internal sealed record NotCondition(Condition Inner) : Condition;
