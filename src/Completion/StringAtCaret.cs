using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Completion;

/// <summary>The string expression around a caret: a literal, an interpolated string, or a sum of such.</summary>
/// <param name="token">The token that the caret is in.</param>
/// <param name="expression">The whole expression.</param>
/// <param name="map">The places of its characters.</param>
/// <param name="position">The caret's position in the source.</param>
/// <param name="caret">The caret's position in the value.</param>
internal sealed class StringAtCaret(SyntaxToken token, ExpressionSyntax expression, StringExpressionMap map, int position, int caret)
{
    /// <summary>The whole expression.</summary>
    public ExpressionSyntax Expression => expression;

    /// <summary>What it stands for.</summary>
    public string Value => map.Value;

    /// <summary>The caret's position in the value.</summary>
    public int Caret => caret;

    /// <summary>The string around a position, or null. Only syntax is looked at.</summary>
    public static ExpressionSyntax? FindExpression(SyntaxNode root, int position, out SyntaxToken token)
    {
        token = root.FindToken(position);
        if (!IsString(token) && position > 0)
        {
            // A literal without closing quote ends at the caret.
            token = root.FindToken(position - 1);
        }

        ExpressionSyntax? expression = IsString(token)
            ? token.Parent as LiteralExpressionSyntax ?? (ExpressionSyntax?)token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>()
            : null;
        while (expression?.Parent is ParenthesizedExpressionSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression })
        {
            expression = (ExpressionSyntax)expression.Parent;
        }

        return expression;
    }

    /// <summary>The string at a position; null when the position is in none of its characters.</summary>
    public static StringAtCaret? Read(ExpressionSyntax expression, SyntaxToken token, int position, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        var map = StringExpressionMap.Create(expression, symbols, cancellationToken);
        return map.ToValue(position) is { } caret ? new StringAtCaret(token, expression, map, position, caret) : null;
    }

    /// <summary>The source of a range of the value; null when it is not all in the token of the caret.</summary>
    public TextSpan? ToSource(TextRange range)
    {
        // The place between two characters may lie in an indentation, of which no character knows.
        TextSpan span = range.Length == 0 ? new TextSpan(position, 0) : map.ToSource(range);
        return token.Span.Contains(span) ? span : null;
    }

    /// <summary>What to write in the source for a text to stand in the place of a range; null when the literal cannot hold it.</summary>
    /// <param name="range">The range.</param>
    /// <param name="span">Its source.</param>
    /// <param name="text">The text.</param>
    public string? Write(TextRange range, TextSpan span, string text) =>
        FindRawDelimiter() is { } delimiter && text.Contains("\"") ? (HoldsQuotes(span, text, delimiter) ? text : null) : map.Rewrite(range, text)?.Text;

    /// <summary>The quotes around a raw literal; null for other literals.</summary>
    private string? FindRawDelimiter()
    {
        string start = token.Parent?.Parent is InterpolatedStringExpressionSyntax interpolated ? interpolated.StringStartToken.Text : token.Text;
        string quotes = new('"', start.SkipWhile(static c => c is '$' or '@').TakeWhile(static c => c == '"').Count());
        return quotes.Length >= 3 ? quotes : null;
    }

    /// <summary>Whether quotes in a raw literal stay apart from those that end it.</summary>
    private bool HoldsQuotes(TextSpan span, string text, string delimiter)
    {
        var interpolated = token.Parent?.Parent as InterpolatedStringExpressionSyntax;
        int margin = interpolated is null ? delimiter.Length : 0;
        string changed = token.Text.Remove(span.Start - token.SpanStart, span.Length).Insert(span.Start - token.SpanStart, text);
        string content = changed.Substring(margin, changed.Length - (2 * margin));
        // Beside a hole a quote is one of the text.
        bool isFirst = interpolated is null || interpolated.Contents[0] == token.Parent;
        bool isLast = interpolated is null || interpolated.Contents.Last() == token.Parent;
        return !(isFirst && content[0] == '"')
            && !(isLast && content[content.Length - 1] == '"')
            && !content.Contains(delimiter)
            && !(interpolated is not null && text.IndexOfAny(['{', '}']) >= 0);
    }

    private static bool IsString(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken;
}
