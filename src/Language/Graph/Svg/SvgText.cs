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

    /// <summary>Appends a number of pixels; a tenth is finer than the eye.</summary>
    public static StringBuilder AppendNumber(this StringBuilder svg, double number) =>
        svg.Append(number.ToString("0.#", CultureInfo.InvariantCulture));
}
