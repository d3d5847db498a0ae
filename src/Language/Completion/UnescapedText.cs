using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Completion;

/// <summary>The value of a piece of text, and where each character of it was written.</summary>
internal sealed class UnescapedText
{
    // One entry for each character, and one for the end.
    private readonly ImmutableArray<int> _starts;

    private UnescapedText(string value, ImmutableArray<int> starts)
    {
        Value = value;
        _starts = starts;
    }

    /// <summary>The value.</summary>
    public string Value { get; }

    /// <summary>The part of a text from a position on, as it is written.</summary>
    public static UnescapedText Plain(string text, int start = 0)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>(text.Length - start + 1);
        for (int i = start; i <= text.Length; i++)
        {
            starts.Add(i);
        }

        return new UnescapedText(text.Substring(start), starts.MoveToImmutable());
    }

    /// <summary>The content of a JSON string. A broken escape stands for itself.</summary>
    public static UnescapedText FromJson(string text, TextRange content)
    {
        var value = new StringBuilder(content.Length);
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>(content.Length + 1);
        for (int i = content.Start; i < content.End;)
        {
            starts.Add(i);
            value.Append(text[i] == '\\' ? ReadEscape(text, ref i, content.End) : text[i++]);
        }

        starts.Add(content.End);
        return new UnescapedText(value.ToString(), starts.ToImmutable());
    }

    /// <summary>The number of the character of the value that a position in the text is before; null inside an escape and outside of the text.</summary>
    public int? ToValue(int position) => _starts.BinarySearch(position) is >= 0 and var index ? index : null;

    /// <summary>Where characters of the value stand in the text.</summary>
    public TextRange ToText(TextRange range) => new(_starts[range.Start], _starts[range.End] - _starts[range.Start]);

    private static char ReadEscape(string text, ref int position, int end)
    {
        int start = position;
        position = Math.Min(position + 2, end);
        switch (start + 1 < end ? text[start + 1] : '\0')
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when start + 6 <= end && ushort.TryParse(text.Substring(start + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit):
                position = start + 6;
                return (char)unit;
            case '"' or '\\' or '/':
                return text[start + 1];
            default:
                position = start + 1;
                return '\\';
        }
    }
}
