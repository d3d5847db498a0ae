using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Language.Graph;

/// <summary>
/// Writes a definition as a Mermaid flowchart, for Markdown. A flowchart and not a state diagram, because only there all texts can be
/// quoted and lines dashed.
/// </summary>
public static class MermaidWriter
{
    private const int MaxTextLength = 90;

    /// <summary>Writes a graph.</summary>
    /// <param name="graph">The definition.</param>
    /// <param name="marks">An execution to draw over it, or null.</param>
    public static string Write(StateGraph graph, ExecutionMarks? marks = null)
    {
        var text = new StringBuilder();
        if (graph.Name is not null)
        {
            text.Append("---\ntitle: ").Append(FrontMatter(graph.Name)).Append("\n---\n");
        }

        text.Append("flowchart TD\n");
        var ids = new GraphIds();
        var edges = new List<GraphEdge>();
        AppendScope(text, graph.Root, ids, marks, edges, depth: 1);
        text.Append(
            """
                classDef task stroke:#c7511f,stroke-width:2px
                classDef pass stroke:#5f6b7a,stroke-width:2px
                classDef choice stroke:#0972d3,stroke-width:2px
                classDef wait stroke:#7749c4,stroke-width:2px
                classDef succeed stroke:#1d8102,stroke-width:2px
                classDef fail stroke:#d13212,stroke-width:2px
                classDef parallel stroke:#0b7285,stroke-width:2px
                classDef map stroke:#b8265f,stroke-width:2px
                classDef missing stroke:#d13212,stroke-width:2px,stroke-dasharray:6 4

            """);
        if (marks is not null)
        {
            AppendMarks(text, graph.Root, ids, marks, edges);
        }

        return text.ToString();
    }

    /// <summary>Classes and styles of what the execution did. Mermaid tells edges by their number in the text.</summary>
    private static void AppendMarks(StringBuilder text, GraphScope root, GraphIds ids, ExecutionMarks marks, List<GraphEdge> edges)
    {
        foreach (StateStatus status in MarkText.All)
        {
            Indent(text, 1).Append("classDef ").Append(ClassOf(status))
                .Append(status == StateStatus.NotVisited ? " opacity:0.45" : " fill:" + MarkTheme.Hue(status) + ",color:" + MarkTheme.TextOn(status)).Append('\n');
        }

        foreach (IGrouping<StateStatus, GraphNode> group in GraphSummary.StatesOf(root).GroupBy(state => marks.Of(state.Name).Status).OrderBy(group => group.Key))
        {
            Indent(text, 1).Append("class ").Append(string.Join(",", group.Select(ids.Of))).Append(' ').Append(ClassOf(group.Key)).Append('\n');
        }

        foreach (IGrouping<bool, int> group in Enumerable.Range(0, edges.Count).GroupBy(i => marks.CountOf(edges[i]) > 0).OrderBy(group => group.Key))
        {
            Indent(text, 1).Append("linkStyle ").Append(string.Join(",", group.Select(i => i.ToString(CultureInfo.InvariantCulture))))
                .Append(group.Key ? " stroke-width:3px\n" : " opacity:0.45\n");
        }
    }

    private static void AppendScope(StringBuilder text, GraphScope scope, GraphIds ids, ExecutionMarks? marks, List<GraphEdge> edges, int depth)
    {
        foreach (GraphNode node in scope.Nodes)
        {
            AppendNode(text, node, ids, marks, edges, depth);
        }

        foreach (GraphEdge edge in scope.Edges)
        {
            Indent(text, depth).Append(ids.Of(edge.Source)).Append(edge.Kind == GraphEdgeKind.Catch ? " -.->" : " -->");
            edges.Add(edge);
            string label = Label(edge, marks);
            if (label.Length > 0)
            {
                text.Append("|\"").Append(label).Append("\"|");
            }

            text.Append(' ').Append(ids.Of(edge.Target)).Append('\n');
        }
    }

    private static void AppendNode(StringBuilder text, GraphNode node, GraphIds ids, ExecutionMarks? marks, List<GraphEdge> edges, int depth)
    {
        Indent(text, depth);
        if (node.Scopes.Length > 0)
        {
            text.Append("subgraph ").Append(ids.Of(node)).Append('[').Append('"').Append(Escape(node.Name + " · " + node.TypeLabel)).Append(Note(node, marks)).Append("\"]\n");
            foreach (GraphScope scope in node.Scopes)
            {
                Indent(text, depth + 1).Append("subgraph ").Append(ids.NextScope()).Append('[').Append(Quote(scope.Title ?? "")).Append("]\n");
                AppendScope(text, scope, ids, marks, edges, depth + 2);
                Indent(text, depth + 1).Append("end\n");
            }

            Indent(text, depth).Append("end\n");
            Indent(text, depth).Append("class ").Append(ids.Of(node)).Append(' ').Append(ClassOf(node)).Append('\n');
            return;
        }

        text.Append(ids.Of(node));
        _ = node switch
        {
            { Kind: GraphNodeKind.Start } => text.Append("((\"Start\"))"),
            { Kind: GraphNodeKind.End } => text.Append("(((\"End\")))"),
            { Type: StateType.Choice } => text.Append('{').Append(Title(node, marks)).Append('}'),
            { Type: StateType.Succeed or StateType.Fail or StateType.Wait } => text.Append("([").Append(Title(node, marks)).Append("])"),
            _ => text.Append('(').Append(Title(node, marks)).Append(')'),
        };
        text.Append(ClassOf(node) is { } style ? ":::" + style : "").Append('\n');
    }

    private static string ClassOf(StateStatus status) => MarkText.ClassOf(status).Replace("-", "");

    private static string? ClassOf(GraphNode node) =>
        node.Kind == GraphNodeKind.Missing ? "missing" : node.Type?.ToString().ToLowerInvariant() ?? (node.Kind == GraphNodeKind.State ? "missing" : null);

    private static string Title(GraphNode node, ExecutionMarks? marks) => "\"" + Escape(node.Name) + "<br/>" + Escape(node.TypeLabel) + Note(node, marks) + "\"";

    private static string Note(GraphNode node, ExecutionMarks? marks)
    {
        StateMark? mark = node.Kind == GraphNodeKind.State ? marks?.Of(node.Name) : null;
        return mark is null or { Status: StateStatus.NotVisited } ? "" : "<br/>" + Escape(MarkText.Sign(mark.Status) + " " + MarkText.Note(mark));
    }

    private static string Label(GraphEdge edge, ExecutionMarks? marks)
    {
        string label = edge.Label is null ? "" : Escape(edge.Label);
        int taken = marks?.CountOf(edge) ?? 0;
        return taken < 2 ? label : label + (label.Length == 0 ? "" : "<br/>") + Escape(MarkText.Times(taken));
    }

    private static string Quote(string text) => "\"" + Escape(text) + "\"";

    /// <summary>
    /// Writes a text so that Mermaid shows it as it is. What is no letter, digit or harmless sign becomes a number between # and ; since Mermaid
    /// takes the text for Markdown and for HTML.
    /// </summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        string printable = LabelText.Printable(LabelText.Cut(text, MaxTextLength));
        for (int i = 0; i < printable.Length; i++)
        {
            char c = printable[i];
            bool isPlain = char.IsLetterOrDigit(c) || c is ' ' or ',' or '$' or '/' or '=' or '…' or '≥' or '≤' or '·' or '\'' || char.IsSurrogate(c) || c > '\u02FF'
                // Within a word these mean nothing to Markdown.
                || (c is '.' or ':' or '-' && i > 0 && char.IsLetter(printable[i - 1]));
            _ = isPlain ? escaped.Append(c) : escaped.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        // A label of nothing but blanks is none to Mermaid.
        return printable.All(char.IsWhiteSpace) ? "#160;" : escaped.ToString();
    }

    /// <summary>The front matter is YAML; in double quotes it takes every text that JSON does.</summary>
    private static string FrontMatter(string name)
    {
        var quoted = new StringBuilder();
        Json.JsonWriter.WriteString(quoted, LabelText.Printable(LabelText.Cut(name, MaxTextLength)));
        return quoted.ToString();
    }

    private static StringBuilder Indent(StringBuilder text, int depth) => text.Append(' ', 4 * depth);
}
