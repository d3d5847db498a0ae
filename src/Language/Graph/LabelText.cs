using System.Globalization;
using System.Text;

namespace StateMachineGen.Language.Graph;

/// <summary>Makes texts of users fit to be shown. Names and conditions can hold anything that a JSON string can.</summary>
internal static class LabelText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text with a visible character for each one that would not be seen, that would turn the text around it, or that XML and
    /// UTF-8 cannot hold.
    /// </summary>
    public static string Printable(string text)
    {
        StringBuilder? changed = null;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                changed?.Append(c).Append(text[i + 1]);
                i++;
                continue;
            }

            char shown = Show(c);
            if (shown != c && changed is null)
            {
                changed = new StringBuilder(text, 0, i, text.Length);
            }

            changed?.Append(shown);
        }

        return changed?.ToString() ?? text;
    }

    /// <summary>The text's beginning and an ellipsis, no longer than a number of UTF-16 units; the text itself where it is short enough.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        int end = maxLength - 1;
        while (end > 0 && BelongsToPrevious(text, end))
        {
            end--;
        }

        return text.Substring(0, end).TrimEnd() + "…";
    }

    /// <summary>Whether the unit at an offset must stay with the one before it: the second half of a pair, or a mark upon a letter.</summary>
    public static bool BelongsToPrevious(string text, int index) =>
        char.IsLowSurrogate(text[index])
        || CharUnicodeInfo.GetUnicodeCategory(text[index]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || text[index] == '\u200D';

    private static char Show(char c) => c switch
    {
        '\n' or '\r' or '\t' => ' ',
        // The pictures of control characters: ␀ to ␟ and ␡.
        < ' ' => (char)('\u2400' + c),
        '\u007F' => '\u2421',
        >= '\u0080' and <= '\u009F' => Replacement,
        '\u2028' or '\u2029' => ' ',
        // These change the direction of what follows them.
        '\u200E' or '\u200F' or '\u061C' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => Replacement,
        // Invisible: names that look alike would differ.
        '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' => Replacement,
        '\uFFFE' or '\uFFFF' or (>= '\uD800' and <= '\uDFFF') => Replacement,
        _ => c,
    };
}
