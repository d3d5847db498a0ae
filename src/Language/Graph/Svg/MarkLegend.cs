using System.Collections.Generic;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Language.Graph.Svg;

/// <summary>Says what the colours and signs of an execution mean, in as many lines as the picture's width asks for.</summary>
internal static class MarkLegend
{
    /// <summary>In less the legend would be a column.</summary>
    public const double MinWidth = 360;

    private const double LineHeight = 28;
    private const double Padding = 16;
    private const double KeyWidth = 44;
    private const double Gap = 18;

    /// <summary>The height that the legend takes below a picture.</summary>
    public static double HeightIn(double width) => (Lines(width).Count * LineHeight) + Padding;

    /// <summary>Draws the legend, in the middle.</summary>
    /// <param name="svg">Takes the text.</param>
    /// <param name="top">Where it begins.</param>
    /// <param name="width">The picture's width.</param>
    public static void Append(StringBuilder svg, double top, double width)
    {
        svg.Append("<g class=\"legend\">\n");
        double y = top + (LineHeight / 2);
        foreach (List<StateStatus> line in Lines(width))
        {
            double x = (width - line.Sum(Width) + Gap) / 2;
            foreach (StateStatus status in line)
            {
                svg.Append("<g class=\"is-").Append(MarkText.ClassOf(status)).Append("\"><rect class=\"box\" x=\"").AppendNumber(x).Append("\" y=\"").AppendNumber(y - 9)
                    .Append("\" width=\"27\" height=\"18\" rx=\"4\"/>");
                MarkSign.Append(svg, x + 26, y);
                svg.Append("<text class=\"key\" x=\"").AppendNumber(x + KeyWidth).Append("\" y=\"").AppendNumber(y + 4).Append("\">")
                    .Append(MarkText.Status(status)).Append("</text></g>\n");
                x += Width(status);
            }

            y += LineHeight;
        }

        svg.Append("</g>\n");
    }

    private static List<List<StateStatus>> Lines(double width)
    {
        var lines = new List<List<StateStatus>> { new() };
        foreach (StateStatus status in MarkText.All)
        {
            if (lines[lines.Count - 1].Sum(Width) + Width(status) > width - (2 * Padding) + Gap)
            {
                lines.Add([]);
            }

            lines[lines.Count - 1].Add(status);
        }

        return lines;
    }

    private static double Width(StateStatus status) => KeyWidth + TextMetrics.Width(MarkText.Status(status), Measures.LabelFont) + Gap;
}
