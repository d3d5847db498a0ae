using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Language.Tests.Expressions.Jsonata;

/// <summary>Writes the shape of a tree: a node with others beneath it in parentheses, after a word that names it.</summary>
internal static class JsonataShape
{
    /// <summary>The shape of a tree.</summary>
    /// <param name="node">The tree.</param>
    /// <param name="skipsParentheses">Whether a pair of parentheses around one expression is left out.</param>
    public static string Of(ExpressionSyntax node, bool skipsParentheses = false)
    {
        if (skipsParentheses && node is JsonataBlock { Expressions: { Count: 1 } expressions })
        {
            return Of(expressions[0], skipsParentheses);
        }

        string[] children = [.. node.Children.Select(child => Of(child, skipsParentheses))];
        string? word = node switch
        {
            JsonataPath => "path",
            JsonataFilter => "filter",
            JsonataKeepArray => "keep",
            JsonataSort => "sort",
            JsonataSortTerm term => term.IsDescending ? "desc" : "asc",
            JsonataGroup => "group",
            JsonataPair => "pair",
            JsonataObject => "object",
            JsonataArray => "array",
            JsonataRange => "range",
            JsonataBlock => "block",
            JsonataFocus => "focus",
            JsonataPosition => "position",
            JsonataNegation => "neg",
            JsonataBinary binary => binary.Operator.ToString().ToLowerInvariant(),
            JsonataCondition => "if",
            JsonataDefault @default => @default.IsCoalescing ? "coalesce" : "default",
            JsonataBinding => "bind",
            JsonataApplication => "apply",
            JsonataCall => "call",
            JsonataLambda => "lambda",
            JsonataTransform => "transform",
            _ => null,
        };
        return word is null ? node.ToString()! : $"({string.Join(' ', [word, .. children])})";
    }
}
