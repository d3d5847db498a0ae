using System;
using System.ComponentModel;

namespace StateMachineGen;

/// <summary>
/// When a rule of a Choice matches (ASL, "Choice Rules"). Conditions are made with <see cref="Conditions"/> and combined with <c>&amp;</c> (And), <c>|</c> (Or)
/// and <c>!</c> (Not). The generator reads them as they are written; they are never executed, so they can use constants but no other values.
/// </summary>
/// <remarks>
/// <c>a &amp; b &amp; c</c> is one And of three rules, and <c>(a &amp; b) &amp; c</c> is an And within an And. A static property with a condition can be used in
/// other conditions, as if it stood there in parentheses.
/// </remarks>
public abstract class Condition
{
    private protected Condition()
    {
    }

    /// <summary>Both must match (ASL field <c>And</c>).</summary>
    public static Condition operator &(Condition left, Condition right) => throw NotExecuted();

    /// <summary>One must match (ASL field <c>Or</c>).</summary>
    public static Condition operator |(Condition left, Condition right) => throw NotExecuted();

    /// <summary>It must not match (ASL field <c>Not</c>).</summary>
    public static Condition operator !(Condition condition) => throw NotExecuted();

    /// <inheritdoc cref="op_BitwiseAnd"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Condition BitwiseAnd(Condition left, Condition right) => left & right;

    /// <inheritdoc cref="op_BitwiseOr"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Condition BitwiseOr(Condition left, Condition right) => left | right;

    /// <inheritdoc cref="op_LogicalNot"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Condition LogicalNot(Condition condition) => !condition;

    internal static InvalidOperationException NotExecuted() =>
        new("A condition is read by the generator and emitted into the definition; it cannot be executed.");
}
