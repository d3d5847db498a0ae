using System.Globalization;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>
/// How wide text is, without a font at hand. The widths are those of wide fonts (Verdana, DejaVu Sans), so that text of a
/// narrower one has room to spare and none runs over.
/// </summary>
internal static class TextMetrics
{
    /// <summary>The width of a text in pixels.</summary>
    public static double Width(string text, double fontSize)
    {
        double width = 0;
        for (int i = 0; i < text.Length; i++)
        {
            width += CharacterWidth(text[i]);
        }

        return width * fontSize;
    }

    /// <summary>The width of a UTF-16 unit as a share of the font's size; of pairs both halves together are one wide character.</summary>
    public static double CharacterWidth(char c) => c switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or '·' => 0.36,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '/' or '\\' or '-' or '"' => 0.44,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 1.0,
        >= 'a' and <= 'z' => 0.63,
        >= '0' and <= '9' => 0.65,
        >= 'A' and <= 'Z' => 0.76,
        < '\u0250' => 0.72,
        _ when char.IsSurrogate(c) => 0.65,
        _ when CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        // East Asian scripts fill a square.
        >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFF60' => 1.05,
        _ => 0.9,
    };
}
