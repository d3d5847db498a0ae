using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring;

/// <summary>
/// Finds the source characters of each character of a constant string: of a literal, of literals that are added, and of the text of an interpolated string. A
/// constant that is named has no characters of its own here, so all of its value is where its name stands.
/// </summary>
public sealed class StringExpressionMap
{
    private readonly ImmutableArray<Piece> _pieces;

    private StringExpressionMap(ImmutableArray<Piece> pieces, string value)
    {
        _pieces = pieces;
        Value = value;
    }

    /// <summary>The string.</summary>
    public string Value { get; }

    /// <summary>The map of an expression.</summary>
    /// <param name="expression">The expression, a constant string.</param>
    /// <param name="symbols">The symbols of the runtime, which know what named constants are.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public static StringExpressionMap Create(ExpressionSyntax expression, KnownSymbols symbols, CancellationToken cancellationToken)
    {
        Reader reader = new(symbols, cancellationToken);
        reader.Read(expression, expression.Span);
        // An interpolated string without anything in it has no piece.
        reader.Add("", expression.Span, map: null);
        return new StringExpressionMap(reader.Pieces.ToImmutable(), reader.Value.ToString());
    }

    /// <summary>The source span of a range of the value, which may go over several pieces.</summary>
    /// <param name="range">The range.</param>
    public TextSpan ToSource(TextRange range)
    {
        TextSpan first = Find(range.Start, range.Length == 0 ? 0 : 1);
        return range.Length <= 1 ? first : TextSpan.FromBounds(first.Start, System.Math.Max(first.End, Find(range.End - 1, 1).End));
    }

    /// <summary>The characters of a range and what to write in their place, so that another text stands there; null where the range is not within one literal.</summary>
    /// <param name="range">The range.</param>
    /// <param name="text">The other text.</param>
    public (TextSpan Span, string Text)? Rewrite(TextRange range, string text)
    {
        foreach (Piece piece in _pieces)
        {
            if (range.Start >= piece.Start && range.End <= piece.Start + piece.Length && piece.Map?.Write(text) is { } written)
            {
                return (piece.ToSource(range.Start, range.Length), written);
            }
        }

        return null;
    }

    /// <summary>The number of the character of the value that a source position is before; null where no character of it is written.</summary>
    public int? ToValue(int position)
    {
        foreach (Piece piece in _pieces)
        {
            if (piece.Map?.ToValue(position) is { } within)
            {
                return piece.Start + within;
            }
        }

        return null;
    }

    private TextSpan Find(int position, int length)
    {
        foreach (Piece piece in _pieces)
        {
            if (position < piece.Start + piece.Length)
            {
                return piece.ToSource(position, length);
            }
        }

        return _pieces[System.Math.Max(0, _pieces.Length - 2)].ToSource(position, 0);
    }

    /// <summary>A part of the value, and where it stands: character by character, or as a whole.</summary>
    private readonly record struct Piece(int Start, int Length, TextSpan Whole, StringLiteralMap? Map)
    {
        public TextSpan ToSource(int position, int length) => Map?.ToSource(new TextRange(position - Start, length)) ?? Whole;
    }

    private sealed class Reader(KnownSymbols symbols, CancellationToken cancellationToken)
    {
        public ImmutableArray<Piece>.Builder Pieces { get; } = ImmutableArray.CreateBuilder<Piece>();

        public System.Text.StringBuilder Value { get; } = new();

        /// <param name="expression">What is read.</param>
        /// <param name="whole">What is pointed at when the expression has no characters of its own.</param>
        public void Read(ExpressionSyntax expression, TextSpan whole)
        {
            switch (expression)
            {
                case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                    Add(literal.Token.ValueText, whole, StringLiteralMap.Create(literal.Token));
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    Read(parenthesized.Expression, whole);
                    break;
                case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                    ReadSum(sum);
                    break;
                case InterpolatedStringExpressionSyntax interpolated:
                    ReadInterpolated(interpolated);
                    break;
                default:
                    Add(symbols.GetSemanticModel(expression.SyntaxTree).GetConstantValue(expression, cancellationToken).Value as string ?? "", whole, map: null);
                    break;
            }
        }

        /// <summary>Sums are as deep as they are long, so they are not walked by recursion.</summary>
        private void ReadSum(BinaryExpressionSyntax sum)
        {
            System.Collections.Generic.Stack<ExpressionSyntax> operands = new();
            ExpressionSyntax left = sum;
            while (left is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression))
            {
                operands.Push(inner.Right);
                left = inner.Left;
            }

            operands.Push(left);
            foreach (ExpressionSyntax operand in operands)
            {
                Read(operand, operand.Span);
            }
        }

        private void ReadInterpolated(InterpolatedStringExpressionSyntax interpolated)
        {
            foreach (InterpolatedStringContentSyntax content in interpolated.Contents)
            {
                if (content is InterpolationSyntax hole)
                {
                    Read(hole.Expression, hole.Span);
                }
                else if (content is InterpolatedStringTextSyntax text)
                {
                    string value = InterpolatedText.GetValue(interpolated, text);
                    Add(value, text.Span, InterpolatedText.CreateMap(interpolated, text, value));
                }
            }
        }

        public void Add(string value, TextSpan whole, StringLiteralMap? map)
        {
            Pieces.Add(new Piece(Value.Length, value.Length, whole, map));
            Value.Append(value);
        }
    }
}
