using System;
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
    /// <param name="graph">The definition.</param>
    /// <param name="marks">
    /// An execution to draw over it, or null. Each state is a group with the attribute <c>data-state</c>, its name, and with marks a class
    /// that tells its status: <c>is-succeeded</c>, <c>is-caught-error</c>, <c>is-failed</c>, <c>is-in-progress</c>, <c>is-cancelled</c> or
    /// <c>is-not-visited</c>. Each transition is a group with <c>data-from</c> and <c>data-to</c>, and with marks one of the classes
    /// <c>is-taken</c> and <c>is-not-taken</c>.
    /// </param>
    public static string Write(StateGraph graph, ExecutionMarks? marks = null)
    {
        PlacedScope layout = ScopeLayout.Place(graph.Root, isNested: false, marks);
        double width = marks is null ? layout.Width : Math.Max(layout.Width, MarkLegend.MinWidth);
        double height = marks is null ? layout.Height : layout.Height + MarkLegend.HeightIn(width);
        var svg = new StringBuilder();
        svg.Append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"smg\" role=\"img\" width=\"").AppendNumber(width)
            .Append("\" height=\"").AppendNumber(height)
            .Append("\" viewBox=\"0 0 ").AppendNumber(width).Append(' ').AppendNumber(height).Append("\">\n");
        string subject = graph.Name is null ? "State machine" : "State machine " + graph.Name;
        svg.Append("<title>").AppendText(marks is null ? subject : subject + ", an execution").Append("</title>\n");
        svg.Append("<desc>").AppendText(GraphSummary.Describe(graph)).AppendText(marks is null ? "" : " " + GraphSummary.Describe(graph, marks)).Append("</desc>\n");
        svg.Append("<style>\n").Append(marks is null ? SvgTheme.Style : SvgTheme.Style + MarkTheme.Style).Append("</style>\n");
        svg.Append("<rect class=\"canvas\" width=\"100%\" height=\"100%\" rx=\"8\"/>\n");
        if (marks is null)
        {
            AppendScope(svg, layout, null);
        }
        else
        {
            svg.Append("<g transform=\"translate(").AppendNumber((width - layout.Width) / 2).Append(" 0)\">\n");
            AppendScope(svg, layout, marks);
            svg.Append("</g>\n");
            MarkLegend.Append(svg, layout.Height, width);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void AppendScope(StringBuilder svg, PlacedScope scope, ExecutionMarks? marks)
    {
        // What the execution did lies above what it did not do.
        foreach (PlacedEdge edge in scope.Edges.OrderBy(edge => IsTaken(edge, marks)))
        {
            AppendLine(svg, edge, marks);
        }

        foreach (PlacedNode node in scope.Nodes)
        {
            AppendNode(svg, node, marks);
        }

        foreach (PlacedEdge edge in scope.Edges)
        {
            AppendLabel(svg, edge, marks);
        }
    }

    private static void AppendLine(StringBuilder svg, PlacedEdge edge, ExecutionMarks? marks)
    {
        AppendEdgeGroup(svg, edge.IsDashed ? "edge catch" : "edge", edge, marks);
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

    private static void AppendLabel(StringBuilder svg, PlacedEdge edge, ExecutionMarks? marks)
    {
        if (edge.Label.Lines.Length == 0)
        {
            return;
        }

        Box box = edge.LabelBox;
        string? times = marks is null ? null : MarkText.Times(marks.CountOf(edge.Edges[0]));
        AppendEdgeGroup(svg, edge.IsDashed ? "caption catch" : "caption", edge, marks);
        AppendTitle(svg, edge);
        svg.Append("<rect class=\"halo\" x=\"").AppendNumber(box.X).Append("\" y=\"").AppendNumber(box.Y)
            .Append("\" width=\"").AppendNumber(box.Width).Append("\" height=\"").AppendNumber(box.Height).Append("\" rx=\"4\"/>");
        svg.Append(edge.IsDashed ? "<text class=\"label error\" text-anchor=\"middle\">" : "<text class=\"label\" text-anchor=\"middle\">");
        for (int i = 0; i < edge.Label.Lines.Length; i++)
        {
            string line = edge.Label.Lines[i];
            AppendSpan(svg, box.CenterX, box.Y + 2 + (Measures.LabelLine * (i + 0.75)), line, line == times ? "times" : "");
        }

        svg.Append("</text></g>\n");
    }

    private static void AppendNode(StringBuilder svg, PlacedNode node, ExecutionMarks? marks)
    {
        if (node.Node.Kind is GraphNodeKind.Start or GraphNodeKind.End)
        {
            AppendMarker(svg, node);
            return;
        }

        Box box = node.Box;
        StateMark? mark = node.Node.Kind == GraphNodeKind.State ? marks?.Of(node.Node.Name) : null;
        svg.Append("<g class=\"").Append(ClassOf(node.Node)).Append(mark is null ? "" : " is-" + MarkText.ClassOf(mark.Status))
            .Append("\" data-state=\"").AppendAttribute(node.Node.Name).Append("\"><title>").AppendText(node.Node.Name + " (" + node.Node.TypeLabel + ")");
        if (mark is not null)
        {
            svg.Append('\n').AppendText(MarkText.Describe(mark));
        }

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
        y = node.Name.Lines.Length == 0 ? y + Measures.NameLine : y;
        AppendSpan(svg, textX, y, node.TypeLabel.Lines.FirstOrDefault() ?? "");
        svg.Append("</text>\n");
        if (node.Note is { } note)
        {
            svg.Append("<text class=\"visits\">");
            AppendSpan(svg, textX, y + Measures.TypeLine, note.Lines.FirstOrDefault() ?? "");
            svg.Append("</text>\n");
        }

        foreach (NestedScope nested in node.Scopes)
        {
            AppendNested(svg, nested, marks);
        }

        if (mark is not null)
        {
            MarkSign.Append(svg, box.Right - 3, box.Y + 3);
        }

        svg.Append("</g>\n");
    }

    private static void AppendNested(StringBuilder svg, NestedScope nested, ExecutionMarks? marks)
    {
        Box box = nested.Box;
        AppendRectangle(svg, "scope", box, radius: 7);
        svg.Append("<text class=\"note\" x=\"").AppendNumber(box.X + 10).Append("\" y=\"").AppendNumber(box.Y + 16).Append("\">")
            .AppendText(nested.Content.Scope.Title ?? "").Append("</text>\n");
        svg.Append("<g class=\"inner\" transform=\"translate(").AppendNumber(nested.ContentOrigin.X).Append(' ').AppendNumber(nested.ContentOrigin.Y).Append(")\">\n");
        AppendScope(svg, nested.Content, marks);
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

    private static void AppendSpan(StringBuilder svg, double x, double y, string text, string style = "") =>
        svg.Append(style.Length == 0 ? "<tspan x=\"" : $"<tspan class=\"{style}\" x=\"").AppendNumber(x).Append("\" y=\"").AppendNumber(y).Append("\">").AppendText(text).Append("</tspan>");

    private static void AppendEdgeGroup(StringBuilder svg, string style, PlacedEdge edge, ExecutionMarks? marks)
    {
        string all = style + (marks is null ? "" : IsTaken(edge, marks) ? " is-taken" : " is-not-taken");
        svg.Append("<g");
        AppendAttribute("class", all);
        AppendAttribute("data-from", edge.Source.Name);
        AppendAttribute("data-to", edge.Target.Name);
        svg.Append('>');

        void AppendAttribute(string name, string value)
        {
            if (value.Length > 0)
            {
                svg.Append(' ').Append(name).Append("=\"").AppendAttribute(value).Append('"');
            }
        }
    }

    private static bool IsTaken(PlacedEdge edge, ExecutionMarks? marks) => marks is not null && edge.Edges.Any(each => marks.CountOf(each) > 0);

    private static void AppendTitle(StringBuilder svg, PlacedEdge edge)
    {
        svg.Append("<title>").AppendText(string.Join("; ", edge.Edges.Select(GraphSummary.Describe))).Append("</title>");
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
