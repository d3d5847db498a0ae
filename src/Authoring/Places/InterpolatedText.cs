using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StateMachineGen.Authoring;

/// <summary>The text between the holes of an interpolated string.</summary>
internal static class InterpolatedText
{
    /// <summary>What the text stands for. The compiler's token still has its doubled braces.</summary>
    public static string GetValue(InterpolatedStringExpressionSyntax interpolated, InterpolatedStringTextSyntax text) => IsRaw(interpolated)
        ? text.TextToken.ValueText
        : text.TextToken.ValueText.Replace("{{", "{").Replace("}}", "}");

    /// <summary>The places of the value's characters, or null when they could not be followed.</summary>
    public static StringLiteralMap? CreateMap(InterpolatedStringExpressionSyntax interpolated, InterpolatedStringTextSyntax text, string value)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>(value.Length + 1);
        string written = text.TextToken.Text;
        SyntaxKind start = interpolated.StringStartToken.Kind();
        int end = start switch
        {
            SyntaxKind.InterpolatedStringStartToken => StringLiteralMap.FollowRegular(written, 0, written.Length, starts, bracesAreDoubled: true),
            SyntaxKind.InterpolatedVerbatimStringStartToken => StringLiteralMap.FollowVerbatim(written, 0, written.Length, starts, bracesAreDoubled: true),
            SyntaxKind.InterpolatedSingleLineRawStringStartToken => StringLiteralMap.FollowPlain(0, value.Length, starts),
            SyntaxKind.InterpolatedMultiLineRawStringStartToken => FollowLines(written, value, FindIndentation(interpolated), isAtLineStart: interpolated.Contents[0] == text, starts),
            _ => -1,
        };
        LiteralForm form = start switch
        {
            SyntaxKind.InterpolatedStringStartToken => LiteralForm.Regular,
            SyntaxKind.InterpolatedVerbatimStringStartToken => LiteralForm.Verbatim,
            _ => LiteralForm.Raw,
        };
        return StringLiteralMap.Create(starts, end, value.Length, text.SpanStart, new LiteralWriting(form, IsInterpolated: true));
    }

    private static bool IsRaw(InterpolatedStringExpressionSyntax interpolated) =>
        interpolated.StringStartToken.Kind() is SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken;

    /// <summary>What every line loses: the blanks before the closing quotes.</summary>
    private static int FindIndentation(InterpolatedStringExpressionSyntax interpolated)
    {
        string end = interpolated.StringEndToken.Text;
        return end.IndexOf('"') - end.LastIndexOf('\n') - 1;
    }

    private static int FollowLines(string written, string value, int indentation, bool isAtLineStart, ImmutableArray<int>.Builder starts)
    {
        int i = 0;
        while (starts.Count < value.Length && i < written.Length)
        {
            for (int column = 0; isAtLineStart && column < indentation && i < written.Length && written[i] is ' ' or '\t'; column++)
            {
                i++;
            }

            isAtLineStart = false;
            while (starts.Count < value.Length && i < written.Length && !isAtLineStart)
            {
                starts.Add(i);
                isAtLineStart = written[i++] == '\n';
            }
        }

        return starts.Count == 0 ? i : starts[starts.Count - 1] + 1;
    }
}
