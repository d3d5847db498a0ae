using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Expressions;

/// <summary>What is wrong with an expression, and where.</summary>
/// <param name="Message">The fault and what was expected, as one sentence without a full stop.</param>
/// <param name="Range">The characters that are wrong.</param>
/// <param name="Code">JSONata's code of the fault, <c>S0202</c> for example; null in the other languages, which have no codes.</param>
public sealed record ExpressionError(string Message, TextRange Range, string? Code = null);

/// <summary>The outcome of reading an expression: a tree, or an error.</summary>
/// <typeparam name="T">The kind of the tree's root.</typeparam>
public sealed class ExpressionParseResult<T>
    where T : ExpressionSyntax
{
    internal ExpressionParseResult(T? root, ExpressionError? error)
    {
        Root = error is null ? root : null;
        Error = error;
    }

    /// <summary>The tree; null exactly when <see cref="Error"/> is set.</summary>
    public T? Root { get; }

    /// <summary>The first fault of the text, or null.</summary>
    public ExpressionError? Error { get; }
}
