using System;
using System.Globalization;
using System.Text;
using StateMachineGen.Data;

namespace StateMachineGen.Tracing;

/// <summary>X-Ray's rules for names and texts.</summary>
internal static class XRayNames
{
    /// <summary>The longest name of a segment.</summary>
    private const int MaxNameLength = 200;

    /// <summary>The longest text in a document where nothing else is said.</summary>
    private const int MaxTextLength = 250;

    /// <summary>The longest text of an annotation.</summary>
    private const int MaxAnnotationLength = 1000;

    /// <summary>The name with what X-Ray does not allow replaced by <c>_</c>, and cut to 200 characters.</summary>
    public static string Name(string name)
    {
        var text = new StringBuilder(name.Length);
        Span<char> buffer = stackalloc char[2];
        foreach (Rune rune in name.EnumerateRunes())
        {
            ReadOnlySpan<char> allowed = IsAllowed(rune) ? buffer[..rune.EncodeToUtf16(buffer)] : "_";
            if (text.Length + allowed.Length > MaxNameLength)
            {
                break;
            }

            text.Append(allowed);
        }

        return text.Length == 0 ? "_" : text.ToString();
    }

    /// <summary>The text, cut to 250 characters.</summary>
    public static string Text(string text) => Truncation.Ellipsize(text, MaxTextLength);

    /// <summary>The value of an annotation: a number, a boolean, or a text of at most 1,000 characters.</summary>
    public static object AnnotationValue(object value) => value is string text ? Truncation.Ellipsize(text, MaxAnnotationLength) : value;

    /// <summary>Whether X-Ray allows the character in a name (the character class that its SDKs use).</summary>
    private static bool IsAllowed(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => true,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => true,
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        _ => rune.IsAscii && "_.:/%&#=+\\-@".Contains((char)rune.Value, StringComparison.Ordinal),
    };
}
