using System.Collections.Immutable;

namespace StateMachineGen.Cli.Import;

/// <summary>A condition of a choice rule as C#, before it is laid out.</summary>
internal abstract record ConditionText
{
    /// <summary>A test or comparison that stands in one line.</summary>
    /// <param name="Text">The source.</param>
    /// <param name="IsComparison">Whether it has an operator, so that a <c>!</c> before it needs parentheses.</param>
    /// <param name="Negated">The source of its opposite where that is an operator of its own, or null.</param>
    public sealed record Leaf(string Text, bool IsComparison, string? Negated = null) : ConditionText;

    /// <summary>A rule as JSON.</summary>
    /// <param name="Json">The argument of <c>Rule</c>.</param>
    public sealed record Raw(ValueSource Json) : ConditionText;

    /// <summary>Parts with an operator between them.</summary>
    /// <param name="Operator"><c>&amp;</c> or <c>|</c>.</param>
    /// <param name="Parts">The parts, at least two.</param>
    public sealed record Chain(char Operator, ImmutableArray<ConditionText> Parts) : ConditionText;

    /// <summary>Parts as arguments: for one part alone, and for so many that operators would be too deep for the compiler.</summary>
    /// <param name="Function"><c>All</c> or <c>Any</c>.</param>
    /// <param name="Parts">The parts.</param>
    public sealed record Call(string Function, ImmutableArray<ConditionText> Parts) : ConditionText;

    /// <summary>The opposite.</summary>
    /// <param name="Operand">Of what.</param>
    public sealed record Not(ConditionText Operand) : ConditionText;
}
