using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Language.Graph.Svg;

/// <summary>
/// Draws a definition as SVG, with a layout of its own: the text is whole in itself, the same everywhere, and follows the reader's
/// choice of light or dark.
/// </summary>
public static class SvgWriter
{
    /// <summary>Draws a graph.</summary>
    public static string Write(StateGraph graph)
    {
        PlacedScope layout = ScopeLayout.Place(graph.Root, isNested: false);
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"smg\" role=\"img\" width=\"").AppendNumber(layout.Width)
            .Append("\" height=\"").AppendNumber(layout.Height)
            .Append("\" viewBox=\"0 0 ").AppendNumber(layout.Width).Append(' ').AppendNumber(layout.Height).Append("\">\n");
        svg.Append("<title>").AppendText(graph.Name is null ? "State machine" : "State machine " + graph.Name).Append("</title>\n");
        svg.Append("<desc>").AppendText(GraphSummary.Describe(graph)).Append("</desc>\n");
        svg.Append("<style>\n").Append(SvgTheme.Style).Append("\n</style>\n");
        svg.Append("<rect class=\"canvas\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n");
        AppendScope(svg, layout);
        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendScope(StringBuilder svg, PlacedScope scope)
    {
        foreach (PlacedEdge edge in scope.Edges)
        {
            AppendLine(svg, edge);
        }

        foreach (PlacedNode node in scope.Nodes)
        {
            AppendNode(svg, node);
        }

        foreach (PlacedEdge edge in scope.Edges)
        {
            AppendLabel(svg, edge);
        }
    }

    private static void AppendLine(StringBuilder svg, PlacedEdge edge)
    {
        svg.Append(edge.IsDashed ? "<g class=\"edge catch\">" : "<g class=\"edge\">");
        AppendTitle(svg, edge);
        svg.Append("<path class=\"line\" d=\"");
        SvgPath.AppendLine(svg, edge);
        svg.Append("\"/>");
        if (edge.HasArrow)
        {
            svg.Append("<path class=\"head\" d=\"");
            SvgPath.AppendHead(svg, edge);
            svg.Append("\"/>");
        }

        svg.Append("</g>\n");
    }

    private static void AppendLabel(StringBuilder svg, PlacedEdge edge)
    {
        if (edge.Label.Lines.Length == 0)
        {
            return;
        }

        Box box = edge.LabelBox;
        svg.Append("<g>");
        AppendTitle(svg, edge);
        svg.Append("<rect class=\"halo\" x=\"").AppendNumber(box.X).Append("\" y=\"").AppendNumber(box.Y)
            .Append("\" width=\"").AppendNumber(box.Width).Append("\" height=\"").AppendNumber(box.Height).Append("\" rx=\"4\"/>");
        svg.Append(edge.IsDashed ? "<text class=\"label error\" text-anchor=\"middle\">" : "<text class=\"label\" text-anchor=\"middle\">");
        for (int i = 0; i < edge.Label.Lines.Length; i++)
        {
            AppendSpan(svg, box.CenterX, box.Y + 2 + (Measures.LabelLine * (i + 0.75)), edge.Label.Lines[i]);
        }

        svg.Append("</text></g>\n");
    }

    private static void AppendNode(StringBuilder svg, PlacedNode node)
    {
        if (node.Node.Kind is GraphNodeKind.Start or GraphNodeKind.End)
        {
            AppendMarker(svg, node);
            return;
        }

        Box box = node.Box;
        svg.Append("<g class=\"").Append(ClassOf(node.Node)).Append("\"><title>").AppendText(node.Node.Name + " (" + node.Node.TypeLabel + ")");
        if (node.Node.State?.Comment is { Length: > 0 } comment)
        {
            svg.Append('\n').AppendText(comment);
        }

        svg.Append("</title>\n");
        AppendRectangle(svg, "box", box, radius: 9);
        AppendBadge(svg, node.Node.Type, box.X + Measures.NodePadding, box.Y + ((HeaderHeight(node) - 26) / 2));
        double textX = box.X + Measures.NodePadding + Measures.IconColumn;
        double y = box.Y + Measures.NodePadding - 2 + (Measures.NameLine * 0.75);
        svg.Append("<text class=\"name\">");
        foreach (string line in node.Name.Lines)
        {
            AppendSpan(svg, textX, y, line);
            y += Measures.NameLine;
        }

        svg.Append("</text><text class=\"type\">");
        AppendSpan(svg, textX, node.Name.Lines.Length == 0 ? y + Measures.NameLine : y, node.TypeLabel.Lines.FirstOrDefault() ?? "");
        svg.Append("</text>\n");
        foreach (NestedScope nested in node.Scopes)
        {
            AppendNested(svg, nested);
        }

        svg.Append("</g>\n");
    }

    private static void AppendNested(StringBuilder svg, NestedScope nested)
    {
        Box box = nested.Box;
        AppendRectangle(svg, "scope", box, radius: 7);
        svg.Append("<text class=\"note\" x=\"").AppendNumber(box.X + 10).Append("\" y=\"").AppendNumber(box.Y + 16).Append("\">")
            .AppendText(nested.Content.Scope.Title ?? "").Append("</text>\n");
        svg.Append("<g class=\"inner\" transform=\"translate(").AppendNumber(nested.ContentOrigin.X).Append(' ').AppendNumber(nested.ContentOrigin.Y).Append(")\">\n");
        AppendScope(svg, nested.Content);
        svg.Append("</g>\n");
    }

    private static void AppendMarker(StringBuilder svg, PlacedNode node)
    {
        bool isStart = node.Node.Kind == GraphNodeKind.Start;
        Box box = node.Box;
        double radius = box.Width / 2;
        string center = "cx=\"" + Number(box.CenterX) + "\" cy=\"" + Number(box.Y + radius) + "\"";
        svg.Append("<g><title>").Append(isStart ? "Start" : "End").Append("</title>");
        if (box.Width <= Measures.NestedMarkerSize)
        {
            svg.Append(isStart ? "" : "<circle class=\"marker\" " + center + " r=\"" + Number(radius - 1) + "\"/>");
            svg.Append("<circle class=\"dot\" ").Append(center).Append(" r=\"").AppendNumber(isStart ? radius - 1 : radius - 4).Append("\"/>");
        }
        else
        {
            svg.Append("<circle class=\"marker\" ").Append(center).Append(" r=\"").AppendNumber(radius - 1).Append("\"/>");
            svg.Append(isStart ? "" : "<circle class=\"marker\" " + center + " r=\"" + Number(radius - 4) + "\"/>");
            svg.Append("<text class=\"word\" text-anchor=\"middle\">");
            AppendSpan(svg, box.CenterX, box.Y + radius + 4, isStart ? "Start" : "End");
            svg.Append("</text>");
        }

        svg.Append("</g>\n");
    }

    private static void AppendBadge(StringBuilder svg, StateType? type, double x, double y) =>
        svg.Append("<g transform=\"translate(").AppendNumber(x).Append(' ').AppendNumber(y).Append(")\"><path fill=\"").Append(SvgTheme.Accent(type))
            .Append("\" d=\"").Append(SvgTheme.Badge(type)).Append("\"/><path class=\"icon\" transform=\"translate(5 5)\" d=\"")
            .Append(SvgTheme.Icon(type)).Append("\"/></g>\n");

    private static void AppendRectangle(StringBuilder svg, string style, Box box, double radius) =>
        svg.Append("<rect class=\"").Append(style).Append("\" x=\"").AppendNumber(box.X).Append("\" y=\"").AppendNumber(box.Y)
            .Append("\" width=\"").AppendNumber(box.Width).Append("\" height=\"").AppendNumber(box.Height)
            .Append("\" rx=\"").AppendNumber(radius).Append("\"/>\n");

    private static void AppendSpan(StringBuilder svg, double x, double y, string text) =>
        svg.Append("<tspan x=\"").AppendNumber(x).Append("\" y=\"").AppendNumber(y).Append("\">").AppendText(text).Append("</tspan>");

    private static void AppendTitle(StringBuilder svg, PlacedEdge edge)
    {
        IEnumerable<string> sentences = edge.Edges.Select(GraphSummary.Describe);
        svg.Append("<title>").AppendText(string.Join("; ", sentences)).Append("</title>");
    }

    private static double HeaderHeight(PlacedNode node) => node.Scopes.Length == 0 ? node.Box.Height : node.Scopes[0].Box.Y - node.Box.Y;

    private static string ClassOf(GraphNode node) => node switch
    {
        { Kind: GraphNodeKind.Missing } => "missing",
        { IsReachable: false } => "state lost",
        _ => "state",
    };

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
