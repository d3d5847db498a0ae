using System.Text;
using StateMachineGen.Language.Graph.Layout;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Tracing;

/// <summary>Says what the colours, patterns and signs of a service map mean.</summary>
internal static class MapLegend
{
    public const double Height = 44;

    private const double KeyWidth = 62;
    private const double Gap = 22;

    private static readonly (SegmentOutcome Outcome, string Meaning)[] s_entries =
    [
        (SegmentOutcome.Ok, "Success"), (SegmentOutcome.Error, "Error (4xx)"), (SegmentOutcome.Throttle, "Throttled (429)"), (SegmentOutcome.Fault, "Fault (5xx)"),
    ];

    public static double Width
    {
        get
        {
            double width = 2 * MapMeasures.Margin;
            foreach ((_, string meaning) in s_entries)
            {
                width += WidthOf(meaning);
            }

            return width - Gap;
        }
    }

    /// <summary>Draws the legend.</summary>
    public static void Append(StringBuilder svg, double left, double y)
    {
        svg.Append("<g class=\"legend\">");
        double x = left + MapMeasures.Margin;
        foreach ((SegmentOutcome outcome, string meaning) in s_entries)
        {
            svg.Append("<path class=\"arc ").Append(RequestText.Noun(outcome)).Append("\" d=\"M").AppendNumber(x).Append(' ').AppendNumber(y).Append("h26\"/>");
            OutcomeBadge.Append(svg, outcome, x + 42, y);
            svg.Append("<text class=\"label\" x=\"").AppendNumber(x + KeyWidth).Append("\" y=\"").AppendNumber(y + 4).Append("\">").AppendText(meaning).Append("</text>");
            x += WidthOf(meaning);
        }

        svg.Append("</g>\n");
    }

    private static double WidthOf(string meaning) => KeyWidth + TextMetrics.Width(meaning, MapMeasures.TextFont) + Gap;
}
