using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring;

/// <summary>
/// Finds the source characters of each character of a string literal's value: regular, verbatim and raw literals. It
/// reads the literal's text a second time, because the compiler keeps only the value.
/// </summary>
public sealed class StringLiteralMap
{
    // _starts[i] is where the i-th character of the value begins in the source; one more entry for the end.
    private readonly ImmutableArray<int> _starts;
    private readonly LiteralWriting _writing;

    // Where the text of a raw literal over several lines ends, whose indentation belongs to no character; 0 for other literals.
    private readonly int _endOfLines;

    private StringLiteralMap(ImmutableArray<int> starts, LiteralWriting writing, int endOfLines)
    {
        _starts = starts;
        _writing = writing;
        _endOfLines = endOfLines;
    }

    /// <summary>The map of a literal, or null when it is no string literal or could not be followed.</summary>
    public static StringLiteralMap? Create(SyntaxToken token) =>
        // A literal that is being typed has no closing quote yet.
        Create(token, token.Text.Length - 1) ?? Create(token, token.Text.Length);

    private static StringLiteralMap? Create(SyntaxToken token, int closingQuote)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>(token.ValueText.Length + 1);
        string text = token.Text;
        bool isVerbatim = text.StartsWith("@", System.StringComparison.Ordinal);
        int end = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when isVerbatim => FollowVerbatim(text, 2, closingQuote, starts),
            SyntaxKind.StringLiteralToken => FollowRegular(text, 1, closingQuote, starts),
            SyntaxKind.SingleLineRawStringLiteralToken => FollowPlain(CountQuotes(text), token.ValueText.Length, starts),
            SyntaxKind.MultiLineRawStringLiteralToken => FollowMultiLineRaw(text, token.ValueText, starts),
            _ => -1,
        };

        LiteralForm form = !token.IsKind(SyntaxKind.StringLiteralToken) ? LiteralForm.Raw : isVerbatim ? LiteralForm.Verbatim : LiteralForm.Regular;
        int endOfLines = token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) ? token.SpanStart + text.LastIndexOf('\n') : 0;
        return Create(starts, end, token.ValueText.Length, token.SpanStart, new LiteralWriting(form, IsInterpolated: false), endOfLines);
    }

    /// <summary>The map of characters that were followed; null when they were not all.</summary>
    internal static StringLiteralMap? Create(ImmutableArray<int>.Builder starts, int end, int count, int position, LiteralWriting writing, int endOfLines = 0)
    {
        if (end < 0 || starts.Count != count)
        {
            return null;
        }

        starts.Add(end);
        for (int i = 0; i < starts.Count; i++)
        {
            starts[i] += position;
        }

        return new StringLiteralMap(starts.ToImmutable(), writing, endOfLines);
    }

    /// <summary>The source span of a range of the value.</summary>
    public TextSpan ToSource(TextRange range)
    {
        int last = _starts.Length - 1;
        int start = System.Math.Min(range.Start, last);
        int end = System.Math.Min(range.End, last);
        return TextSpan.FromBounds(_starts[start], System.Math.Max(_starts[start], _starts[end]));
    }

    /// <summary>The number of the character of the value that a source position is before; null outside of the text and inside an escape.</summary>
    public int? ToValue(int position)
    {
        int index = _starts.BinarySearch(position);
        if (index < 0)
        {
            return position > _starts[0] && position <= _endOfLines ? ~index - 1 : null;
        }

        // Both halves of a surrogate pair begin where its escape does.
        return index > 0 && _starts[index - 1] == position ? index - 1 : index;
    }

    /// <summary>Text as it is written in the literal; null when the literal cannot hold it.</summary>
    internal string? Write(string text) => _writing.Write(text);

    internal static int FollowVerbatim(string text, int i, int end, ImmutableArray<int>.Builder starts, bool bracesAreDoubled = false)
    {
        while (i < end)
        {
            starts.Add(i);
            i += text[i] == '"' || (bracesAreDoubled && text[i] is '{' or '}') ? 2 : 1;
        }

        return i;
    }

    internal static int FollowRegular(string text, int i, int end, ImmutableArray<int>.Builder starts, bool bracesAreDoubled = false)
    {
        while (i < end)
        {
            starts.Add(i);
            if (text[i] != '\\' || i + 1 >= text.Length)
            {
                i += bracesAreDoubled && text[i] is '{' or '}' ? 2 : 1;
                continue;
            }

            int start = i;
            switch (text[i + 1])
            {
                case 'u':
                    i += 6;
                    break;
                case 'U':
                    i += 10;
                    if (i <= text.Length && int.TryParse(text.Substring(start + 2, 8), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out int codePoint) && codePoint > 0xFFFF)
                    {
                        starts.Add(start);
                    }

                    break;
                case 'x':
                    i += 2;
                    for (int digits = 0; digits < 4 && i < end && System.Uri.IsHexDigit(text[i]); digits++)
                    {
                        i++;
                    }

                    break;
                default:
                    i += 2;
                    break;
            }
        }

        return i;
    }

    internal static int FollowPlain(int start, int count, ImmutableArray<int>.Builder starts)
    {
        for (int i = 0; i < count; i++)
        {
            starts.Add(start + i);
        }

        return start + count;
    }

    private static int FollowMultiLineRaw(string text, string value, ImmutableArray<int>.Builder starts)
    {
        int lastLine = text.LastIndexOf('\n') + 1;
        int indentation = text.Length - CountQuotes(text) - lastLine;
        int i = text.IndexOf('\n') + 1;
        int consumed = 0;
        while (consumed < value.Length && i < lastLine)
        {
            // A line shorter than the indentation is blank and loses all it has.
            for (int column = 0; column < indentation && i < lastLine && text[i] is ' ' or '\t'; column++)
            {
                i++;
            }

            while (consumed < value.Length && i < lastLine)
            {
                starts.Add(i);
                consumed++;
                if (text[i++] == '\n')
                {
                    break;
                }
            }
        }

        return starts.Count == 0 ? i : starts[starts.Count - 1] + 1;
    }

    private static int CountQuotes(string text)
    {
        int quotes = 0;
        while (quotes < text.Length && text[quotes] == '"')
        {
            quotes++;
        }

        return quotes;
    }
}
