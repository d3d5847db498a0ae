using System;
using System.Text;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>Writes ECMAScript's regular expressions as .NET's, where the same text means something else.</summary>
internal static class RegexTranslation
{
    public static string ToDotNet(string pattern, bool isMultiline)
    {
        var text = new StringBuilder(pattern.Length);
        bool isInClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\' && i + 1 < pattern.Length)
            {
                i += AppendEscape(text, pattern, i + 1, isInClass);
            }
            else if (isInClass)
            {
                isInClass = c != ']';

                // A bracket in a class would begin a class to subtract.
                text.Append(c == '[' ? "\\[" : c.ToString());
            }
            else if (c == '[')
            {
                isInClass = true;
                i += AppendClassStart(text, pattern, i, ref isInClass);
            }
            else
            {
                // ECMAScript's end of the text is not before a last line break, and its dot takes no line break of any kind.
                _ = c switch
                {
                    '$' => text.Append(isMultiline ? "$" : "\\z"),
                    '.' => text.Append("[^\\n\\r\\u2028\\u2029]"),
                    _ => text.Append(c),
                };
            }
        }

        return text.ToString();
    }

    /// <summary>Appends the start of a class, and tells how many characters it took after the bracket.</summary>
    private static int AppendClassStart(StringBuilder text, string pattern, int index, ref bool isInClass)
    {
        ReadOnlySpan<char> rest = pattern.AsSpan(index);
        if (rest.StartsWith("[^]", StringComparison.Ordinal))
        {
            isInClass = false;
            text.Append("[\\s\\S]");
            return 2;
        }

        if (rest.StartsWith("[]", StringComparison.Ordinal))
        {
            isInClass = false;
            text.Append("(?!)");
            return 1;
        }

        text.Append('[');
        return 0;
    }

    /// <summary>Appends what a backslash begins, and tells how many characters of the pattern that was.</summary>
    private static int AppendEscape(StringBuilder text, string pattern, int index, bool isInClass)
    {
        char c = pattern[index];
        string? translated = (c, isInClass) switch
        {
            ('d', true) => "0-9",
            ('d', false) => "[0-9]",
            ('D', false) => "[^0-9]",
            ('w', true) => "a-zA-Z0-9_",
            ('w', false) => "[a-zA-Z0-9_]",
            ('W', false) => "[^a-zA-Z0-9_]",
            ('/', _) => "/",
            _ => null,
        };
        _ = translated is null ? text.Append('\\').Append(c) : text.Append(translated);
        return 1;
    }
}
