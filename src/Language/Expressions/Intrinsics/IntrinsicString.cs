using System.Collections.Immutable;
using System.Text;

namespace StateMachineGen.Language.Expressions.Intrinsics;

/// <summary>A string in single quotes.</summary>
/// <param name="RawText">
/// The text between the quotes with its escapes. A template of <c>States.Format</c> needs it: <c>{}</c> is a place for an argument,
/// <c>\{\}</c> is not, and both have the same <see cref="Value"/>.
/// </param>
public sealed record IntrinsicString(string RawText) : IntrinsicSyntax
{
    /// <summary>What a backslash escapes.</summary>
    internal const string Escapable = "'{}\\";

    /// <summary>The text, unescaped.</summary>
    public string Value => Unescape(RawText);

    /// <summary>
    /// The string as a template: the unescaped pieces around its places <c>{}</c>, so one piece more than there are places. A brace that
    /// is neither escaped nor half of a place belongs to its piece.
    /// </summary>
    public ImmutableArray<string> SplitTemplate()
    {
        ImmutableArray<string>.Builder pieces = ImmutableArray.CreateBuilder<string>();
        int start = 0;
        for (int i = 0; i < RawText.Length; i++)
        {
            if (RawText[i] == '\\')
            {
                i++;
            }
            else if (RawText[i] == '{' && i + 1 < RawText.Length && RawText[i + 1] == '}')
            {
                pieces.Add(Unescape(RawText.Substring(start, i - start)));
                start = ++i + 1;
            }
        }

        pieces.Add(Unescape(RawText.Substring(start)));
        return pieces.ToImmutable();
    }

    /// <summary>Creates a string of which nothing is a place for an argument.</summary>
    public static IntrinsicString FromValue(string value)
    {
        var raw = new StringBuilder(value.Length);
        foreach (char c in value)
        {
            raw.Append(Escapable.IndexOf(c) >= 0 ? "\\" : "").Append(c);
        }

        return new IntrinsicString(raw.ToString());
    }

    private static string Unescape(string raw)
    {
        var value = new StringBuilder(raw.Length);
        for (int i = 0; i < raw.Length; i++)
        {
            if (raw[i] == '\\' && i + 1 < raw.Length)
            {
                i++;
            }

            value.Append(raw[i]);
        }

        return value.ToString();
    }
}
