using System.Globalization;
using System.Text;

namespace StateMachineGen.Language.Graph.Svg;

/// <summary>Appends texts and numbers as XML.</summary>
internal static class SvgText
{
    /// <summary>Appends a text of the user, of which nothing can be markup.</summary>
    public static StringBuilder AppendText(this StringBuilder svg, string text)
    {
        foreach (char c in LabelText.Printable(text))
        {
            _ = c switch
            {
                '<' => svg.Append("&lt;"),
                '>' => svg.Append("&gt;"),
                '&' => svg.Append("&amp;"),
                '"' => svg.Append("&quot;"),
                _ => svg.Append(c),
            };
        }

        return svg;
    }

    /// <summary>Appends the value of an attribute that programs compare: nothing is replaced but what XML cannot hold.</summary>
    public static StringBuilder AppendAttribute(this StringBuilder svg, string value)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                svg.Append(c).Append(value[++i]);
                continue;
            }

            _ = c switch
            {
                '<' => svg.Append("&lt;"),
                '&' => svg.Append("&amp;"),
                '"' => svg.Append("&quot;"),
                // As they are, they would be read as blanks.
                '\t' or '\n' or '\r' => svg.Append("&#").Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';'),
                < ' ' or '\uFFFE' or '\uFFFF' or (>= '\uD800' and <= '\uDFFF') => svg.Append('\uFFFD'),
                _ => svg.Append(c),
            };
        }

        return svg;
    }

    /// <summary>Appends a number of pixels; a tenth is finer than the eye.</summary>
    public static StringBuilder AppendNumber(this StringBuilder svg, double number) =>
        svg.Append(number.ToString("0.#", CultureInfo.InvariantCulture));
}
