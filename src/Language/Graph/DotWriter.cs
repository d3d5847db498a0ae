using System.Linq;
using System.Text;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Language.Graph;

/// <summary>Writes a definition in the language of Graphviz.</summary>
public static class DotWriter
{
    private const string Faded = "#b6bec8";

    /// <summary>Writes a graph.</summary>
    /// <param name="graph">The definition.</param>
    /// <param name="marks">An execution to draw over it, or null.</param>
    public static string Write(StateGraph graph, ExecutionMarks? marks = null)
    {
        var text = new StringBuilder();
        // compound: edges may end at the border of a cluster.
        text.Append(
            """
            digraph {
                graph [compound=true, fontname="Helvetica", fontsize=12, nodesep=0.4, ranksep=0.5]
                node [shape=box, style="rounded", fontname="Helvetica", fontsize=12, margin="0.2,0.1"]
                edge [fontname="Helvetica", fontsize=10, color="#56616f"]

            """);
        if (graph.Name is not null)
        {
            text.Append("    label=").Append(Quote(graph.Name)).Append("\n    labelloc=t\n");
        }

        AppendScope(text, graph.Root, new GraphIds(), marks, depth: 1);
        return text.Append("}\n").ToString();
    }

    private static void AppendScope(StringBuilder text, GraphScope scope, GraphIds ids, ExecutionMarks? marks, int depth)
    {
        foreach (GraphNode node in scope.Nodes)
        {
            AppendNode(text, node, ids, marks, depth);
        }

        foreach (GraphEdge edge in scope.Edges)
        {
            AppendEdge(text, edge, ids, marks, depth);
        }
    }

    private static void AppendNode(StringBuilder text, GraphNode node, GraphIds ids, ExecutionMarks? marks, int depth)
    {
        if (node.Scopes.Length == 0)
        {
            Indent(text, depth).Append(ids.Of(node)).Append(" [").Append(Attributes(node, marks)).Append("]\n");
            return;
        }

        Indent(text, depth).Append("subgraph cluster_").Append(ids.Of(node)).Append(" {\n");
        Indent(text, depth + 1).Append("label=").Append(Title(node, marks)).Append('\n');
        Indent(text, depth + 1).Append("style=\"rounded").Append(node.IsReachable ? "" : ",dashed").Append("\"\n");
        Indent(text, depth + 1).Append("color=\"").Append(ColourOf(node, marks)).Append("\"\n");
        if (StatusOf(node, marks) is { } status)
        {
            // Only the border: a fill would lie behind all that is inside.
            Indent(text, depth + 1).Append(status == StateStatus.NotVisited ? "penwidth=1" : "penwidth=3").Append('\n');
        }

        foreach (GraphScope scope in node.Scopes)
        {
            Indent(text, depth + 1).Append("subgraph cluster_").Append(ids.NextScope()).Append(" {\n");
            Indent(text, depth + 2).Append("label=").Append(Quote(scope.Title ?? "")).Append('\n');
            Indent(text, depth + 2).Append("style=\"rounded,dotted\"\n");
            AppendScope(text, scope, ids, marks, depth + 2);
            Indent(text, depth + 1).Append("}\n");
        }

        Indent(text, depth).Append("}\n");
    }

    private static void AppendEdge(StringBuilder text, GraphEdge edge, GraphIds ids, ExecutionMarks? marks, int depth)
    {
        // Edges join nodes only: that of a cluster goes from or to a node inside, and is cut off at the border.
        GraphNode source = Innermost(edge.Source, last: true);
        GraphNode target = Innermost(edge.Target, last: false);
        Indent(text, depth).Append(ids.Of(source)).Append(" -> ").Append(ids.Of(target)).Append(" [");
        string separator = "";
        bool isLoop = ReferenceEquals(edge.Source, edge.Target);
        if (!isLoop && !ReferenceEquals(source, edge.Source))
        {
            Add("ltail", "cluster_" + ids.Of(edge.Source));
        }

        if (!isLoop && !ReferenceEquals(target, edge.Target))
        {
            Add("lhead", "cluster_" + ids.Of(edge.Target));
        }

        if (isLoop && !ReferenceEquals(source, target))
        {
            // Inside the cluster this leads back up, and must not turn it upside down.
            Add("constraint", "false");
        }

        int taken = marks?.CountOf(edge) ?? 0;
        string[] labels = [edge.Label is null ? "" : LabelText.Cut(edge.Label, 60), taken > 1 ? MarkText.Times(taken) : ""];
        string label = string.Join(" ", labels.Where(each => each.Length > 0));
        if (label.Length > 0)
        {
            Add("label", Quote(" " + label + " "));
        }

        if (edge.Kind == GraphEdgeKind.Catch)
        {
            Add("style", "dashed");
        }

        if (marks is not null && taken == 0)
        {
            Add("color", Quote(Faded));
            Add("fontcolor", Quote(Faded));
        }
        else if (edge.Kind == GraphEdgeKind.Catch)
        {
            Add("color", "\"#b3451d\"");
        }

        if (taken > 0)
        {
            Add("penwidth", "2.5");
        }

        text.Append("]\n");

        void Add(string name, string value)
        {
            text.Append(separator).Append(name).Append('=').Append(value);
            separator = ", ";
        }
    }

    private static GraphNode Innermost(GraphNode node, bool last)
    {
        while (node.Scopes.Length > 0)
        {
            GraphScope scope = node.Scopes[node.Scopes.Length / 2];
            node = scope.Nodes[last ? scope.Nodes.Length - 1 : 0];
        }

        return node;
    }

    private static string Attributes(GraphNode node, ExecutionMarks? marks) => Shape(node, marks) + StatusOf(node, marks) switch
    {
        null => "",
        StateStatus.NotVisited => ", fontcolor=\"" + Faded + "\"",
        { } status => ", fillcolor=\"" + MarkTheme.Hue(status) + "\", fontcolor=\"" + MarkTheme.TextOn(status) + "\", penwidth=2",
    };

    private static StateStatus? StatusOf(GraphNode node, ExecutionMarks? marks) =>
        marks is null || node.Kind != GraphNodeKind.State ? null : marks.Of(node.Name).Status;

    private static string Style(GraphNode node, string shape, ExecutionMarks? marks)
    {
        string[] styles = [shape, node.IsReachable ? "" : "dashed", StatusOf(node, marks) is null or StateStatus.NotVisited ? "" : "filled"];
        return "style=" + Quote(string.Join(",", styles.Where(style => style.Length > 0)));
    }

    private static string Shape(GraphNode node, ExecutionMarks? marks) => node switch
    {
        { Kind: GraphNodeKind.Start } => "label=\"Start\", shape=circle, margin=0, style=\"\"",
        { Kind: GraphNodeKind.End } => "label=\"End\", shape=doublecircle, margin=0, style=\"\"",
        { Kind: GraphNodeKind.Missing } => "label=" + Title(node, marks) + ", style=\"rounded,dashed\", color=\"#d13212\"",
        { Type: StateType.Choice } => "label=" + Title(node, marks) + ", shape=diamond, margin=\"0.05,0.05\", " + Style(node, "", marks) + ", color=\"" + ColourOf(node, marks) + "\"",
        _ => "label=" + Title(node, marks) + ", " + Style(node, "rounded", marks) + ", color=\"" + ColourOf(node, marks) + "\"",
    };

    private static string ColourOf(GraphNode node, ExecutionMarks? marks) => StatusOf(node, marks) switch
    {
        null => SvgTheme.Accent(node.Type),
        StateStatus.NotVisited => Faded,
        // Borders of clusters are all that tells their status.
        { } status => node.Scopes.Length > 0 ? MarkTheme.Hue(status) : SvgTheme.Accent(node.Type),
    };

    private static string Title(GraphNode node, ExecutionMarks? marks)
    {
        StateMark? mark = node.Kind == GraphNodeKind.State ? marks?.Of(node.Name) : null;
        string note = mark is null or { Status: StateStatus.NotVisited } ? "" : "\\n" + Escape(LabelText.Cut(MarkText.Sign(mark.Status) + " " + MarkText.Note(mark), 60));
        return "\"" + Escape(LabelText.Cut(node.Name, 60)) + "\\n" + Escape(LabelText.Cut(node.TypeLabel, 60)) + note + "\"";
    }

    private static string Quote(string text) => "\"" + Escape(text) + "\"";

    /// <summary>Besides quotes and backslashes, Graphviz reads HTML's entities in labels.</summary>
    private static string Escape(string text) =>
        LabelText.Printable(text).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("&", "&amp;");

    private static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', 4 * depth);
}
