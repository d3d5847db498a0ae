using System.Text;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Graph;

/// <summary>Writes a definition in the language of Graphviz.</summary>
public static class DotWriter
{
    /// <summary>Writes a graph.</summary>
    public static string Write(StateGraph graph)
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

        AppendScope(text, graph.Root, new GraphIds(), depth: 1);
        return text.Append("}\n").ToString();
    }

    private static void AppendScope(StringBuilder text, GraphScope scope, GraphIds ids, int depth)
    {
        foreach (GraphNode node in scope.Nodes)
        {
            AppendNode(text, node, ids, depth);
        }

        foreach (GraphEdge edge in scope.Edges)
        {
            AppendEdge(text, edge, ids, depth);
        }
    }

    private static void AppendNode(StringBuilder text, GraphNode node, GraphIds ids, int depth)
    {
        if (node.Scopes.Length == 0)
        {
            Indent(text, depth).Append(ids.Of(node)).Append(" [").Append(Attributes(node)).Append("]\n");
            return;
        }

        Indent(text, depth).Append("subgraph cluster_").Append(ids.Of(node)).Append(" {\n");
        Indent(text, depth + 1).Append("label=").Append(Title(node)).Append('\n');
        Indent(text, depth + 1).Append("style=\"rounded").Append(node.IsReachable ? "" : ",dashed").Append("\"\n");
        Indent(text, depth + 1).Append("color=\"").Append(ColourOf(node)).Append("\"\n");
        foreach (GraphScope scope in node.Scopes)
        {
            Indent(text, depth + 1).Append("subgraph cluster_").Append(ids.NextScope()).Append(" {\n");
            Indent(text, depth + 2).Append("label=").Append(Quote(scope.Title ?? "")).Append('\n');
            Indent(text, depth + 2).Append("style=\"rounded,dotted\"\n");
            AppendScope(text, scope, ids, depth + 2);
            Indent(text, depth + 1).Append("}\n");
        }

        Indent(text, depth).Append("}\n");
    }

    private static void AppendEdge(StringBuilder text, GraphEdge edge, GraphIds ids, int depth)
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

        if (edge.Label is not null)
        {
            Add("label", Quote(" " + LabelText.Cut(edge.Label, 60) + " "));
        }

        if (edge.Kind == GraphEdgeKind.Catch)
        {
            Add("style", "dashed");
            Add("color", "\"#b3451d\"");
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

    private static string Attributes(GraphNode node) => node switch
    {
        { Kind: GraphNodeKind.Start } => "label=\"Start\", shape=circle, margin=0, style=\"\"",
        { Kind: GraphNodeKind.End } => "label=\"End\", shape=doublecircle, margin=0, style=\"\"",
        { Kind: GraphNodeKind.Missing } => "label=" + Title(node) + ", style=\"rounded,dashed\", color=\"#d13212\"",
        { Type: StateType.Choice } => "label=" + Title(node) + ", shape=diamond, margin=\"0.05,0.05\", style=\"" + (node.IsReachable ? "" : "dashed") + "\", color=\"" + ColourOf(node) + "\"",
        _ => "label=" + Title(node) + ", style=\"rounded" + (node.IsReachable ? "" : ",dashed") + "\", color=\"" + ColourOf(node) + "\"",
    };

    private static string ColourOf(GraphNode node) => Svg.SvgTheme.Accent(node.Type);

    private static string Title(GraphNode node) => "\"" + Escape(LabelText.Cut(node.Name, 60)) + "\\n" + Escape(LabelText.Cut(node.TypeLabel, 60)) + "\"";

    private static string Quote(string text) => "\"" + Escape(text) + "\"";

    /// <summary>Besides quotes and backslashes, Graphviz reads HTML's entities in labels.</summary>
    private static string Escape(string text) =>
        LabelText.Printable(text).Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("&", "&amp;");

    private static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', 4 * depth);
}
