using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace StateMachineGen.Cli.Import;

/// <summary>Writes strings as literals of C# that mean exactly them, in the form that reads best.</summary>
internal static class StringLiteral
{
    /// <summary>A literal of one line: raw where quotes or backslashes would need escapes, if the text allows it.</summary>
    public static string Write(string text) =>
        text.AsSpan().IndexOfAny('"', '\\') >= 0 && CanBeRaw(text) ? WriteRaw(text) : WriteRegular(text);

    /// <summary>The lines of a raw literal over several lines, relative to the line in which it begins.</summary>
    /// <param name="lines">The lines of the text, without characters that C# takes for a newline.</param>
    public static string[] WriteBlock(string[] lines)
    {
        int quotes = 3;
        foreach (string line in lines)
        {
            quotes = Math.Max(quotes, CountQuotes(line) + 1);
        }

        var delimiter = new string('"', quotes);
        string indent = new(' ', CodeLayout.Indent);
        return [delimiter, .. Array.ConvertAll(lines, line => line.Length == 0 ? "" : indent + line), indent + delimiter];
    }

    /// <summary>Whether a text can stand in a raw literal over several lines as it is.</summary>
    public static bool CanBeBlock(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\t') && MustEscape(text, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Characters that are valid in a file of source and in JSON, but invisible, no characters at all, or such that change the order in which others are shown.</summary>
    public static SearchValues<char> Unsafe { get; } = SearchValues.Create(
        "\uFEFF\uFFFE\uFFFF\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Whether the character is invisible, changes the order in which others are shown, ends a line, or cannot be stored in a file.</summary>
    public static bool MustEscape(string text, int index)
    {
        char c = text[index];
        return char.IsHighSurrogate(c) ? index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1])
            : char.IsLowSurrogate(c) ? index == 0 || !char.IsHighSurrogate(text[index - 1])
            : char.IsControl(c) || c is '\u2028' or '\u2029' || Unsafe.Contains(c);
    }

    private static bool CanBeRaw(string text)
    {
        // A quote at an end would run into the delimiter.
        if (text[0] == '"' || text[^1] == '"')
        {
            return false;
        }

        for (int i = 0; i < text.Length; i++)
        {
            if (MustEscape(text, i))
            {
                return false;
            }
        }

        return true;
    }

    private static string WriteRaw(string text)
    {
        var delimiter = new string('"', Math.Max(3, CountQuotes(text) + 1));
        return delimiter + text + delimiter;
    }

    private static string WriteRegular(string text)
    {
        var literal = new StringBuilder(text.Length + 2);
        literal.Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                '\n' => literal.Append("\\n"),
                '\r' => literal.Append("\\r"),
                '\t' => literal.Append("\\t"),
                _ when MustEscape(text, i) => literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => literal.Append(c),
            };
        }

        return literal.Append('"').ToString();
    }

    /// <summary>The length of the longest run of quotes.</summary>
    private static int CountQuotes(string text)
    {
        int longest = 0;
        int run = 0;
        foreach (char c in text)
        {
            run = c == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
