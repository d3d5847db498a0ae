using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>The transitions of one look from one node to another, which are drawn as one line.</summary>
internal sealed class LayoutEdge : IRankedEdge
{
    /// <summary>More conditions than these are counted, and told by the tooltip.</summary>
    private const int MaxLabels = 3;

    private LayoutEdge(ImmutableArray<GraphEdge> edges, int taken)
    {
        Edges = edges;
        IsTaken = taken > 0;
        Label = LabelOf(edges, taken);
    }

    public ImmutableArray<GraphEdge> Edges { get; }

    public int Source => Edges[0].Source.Index;

    public int Target => Edges[0].Target.Index;

    public bool IsDashed => Edges[0].Kind == GraphEdgeKind.Catch;

    public bool IsLoop => Source == Target;

    /// <summary>Whether the execution went here. Such a line does not end in one where it did not.</summary>
    public bool IsTaken { get; }

    /// <summary>How much a straight line matters: the way without errors should be the one that the eye follows.</summary>
    public int Weight => Edges[0].Kind switch
    {
        _ when IsReversed => 2,
        GraphEdgeKind.Start or GraphEdgeKind.Next => 16,
        GraphEdgeKind.Choice => 6,
        GraphEdgeKind.Default or GraphEdgeKind.End => 4,
        _ => 1,
    };

    /// <summary>The same where the line passes rows: a bend between nothing and nothing would have no reason.</summary>
    public int PassingWeight => IsDashed ? 3 : 5;

    public TextLines Label { get; private set; }

    /// <summary>Whether the target lies above the source. The layout then reads the line in the other direction.</summary>
    public bool IsReversed { get; set; }

    /// <summary>Whether only the target's name is drawn.</summary>
    public bool IsReference { get; private set; }

    /// <summary>The edges of a scope, in order.</summary>
    public static List<LayoutEdge> Group(GraphScope scope, ExecutionMarks? marks) =>
    [
        .. scope.Edges
            .GroupBy(edge => (edge.Source.Index, edge.Target.Index, edge.Kind == GraphEdgeKind.Catch))
            .Select(group => new LayoutEdge([.. group], marks?.CountOf(group.First()) ?? 0)),
    ];

    /// <summary>Draws the name of the target instead of a line to it.</summary>
    public void MakeReference()
    {
        IsReference = true;
        GraphNode target = Edges[0].Target;
        string name = target.Kind == GraphNodeKind.End ? "end" : LabelText.Printable(LabelText.Cut(target.Name, 80));
        Label = TextLines.Join([Label, TextLines.Break("→ " + name, Measures.LabelFont, Measures.MaxLabelWidth, 1)]);
    }

    /// <summary>One reference in place of many from the same node, which says their number.</summary>
    public static LayoutEdge CreateReference(IReadOnlyCollection<LayoutEdge> edges) => new([.. edges.SelectMany(edge => edge.Edges)], edges.Any(edge => edge.IsTaken) ? 1 : 0)
    {
        IsReference = true,
        Label = TextLines.Break(
            "→ " + edges.Count.ToString(CultureInfo.InvariantCulture) + " other states", Measures.LabelFont, Measures.MaxLabelWidth, 1),
    };

    private static TextLines LabelOf(ImmutableArray<GraphEdge> edges, int taken)
    {
        var labels = new List<TextLines>();
        foreach (GraphEdge edge in edges.Where(edge => edge.Label is not null).Take(MaxLabels))
        {
            labels.Add(TextLines.Break(
                LabelText.Printable(edge.Label!), Measures.LabelFont, Measures.MaxLabelWidth, maxLines: edges.Length == 1 ? 2 : 1));
        }

        if (edges.Length > MaxLabels)
        {
            string more = "or " + (edges.Length - MaxLabels).ToString(CultureInfo.InvariantCulture) + " more";
            labels.Add(TextLines.Break(more, Measures.LabelFont, Measures.MaxLabelWidth, 1));
        }

        if (taken > 1)
        {
            labels.Add(TextLines.Break(MarkText.Times(taken), Measures.LabelFont, Measures.MaxLabelWidth, 1));
        }

        return TextLines.Join(labels);
    }
}
