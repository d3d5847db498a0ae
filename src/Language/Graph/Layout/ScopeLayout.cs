using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>
/// Finds a place for everything in a scope: a layered drawing, from the top. A state with scopes of its own is laid out first and
/// then taken as one large node, since transitions do not leave their scope. The same scope gives the same numbers everywhere.
/// </summary>
internal static class ScopeLayout
{
    /// <summary>Lays out a scope.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="isNested">Whether the scope lies inside a state, where its markers are small.</param>
    /// <param name="marks">What an execution did there, or null.</param>
    public static PlacedScope Place(GraphScope scope, bool isNested, ExecutionMarks? marks = null)
    {
        NodeContent[] contents = [.. scope.Nodes.Select(node => NodeContent.Measure(node, isNested, marks))];
        List<LayoutEdge> edges = LayoutEdge.Group(scope, marks);
        int[] ranks = Ranking.Rank(scope.Nodes.Length, edges);
        edges = LongLines.Limit(edges, ranks);
        RowBuilder layout = RowBuilder.Build(scope, edges, ranks);
        Dictionary<int, LayoutEdge> loops = edges.Where(edge => edge.IsLoop).GroupBy(edge => edge.Source).ToDictionary(group => group.Key, group => group.First());
        for (int i = 0; i < contents.Length; i++)
        {
            LayoutItem item = layout.Nodes[i];
            item.Left = contents[i].Width / 2;
            item.Right = item.Left + (loops.TryGetValue(i, out LayoutEdge? loop) ? Measures.LoopReach + Measures.LabelPadding + loop.Label.Width : 0);
            item.Height = contents[i].Height;
        }

        new Ordering(layout.Rows).Arrange();
        new Coordinates(layout.Rows).Assign();
        double height = PlaceRows(layout.Rows);
        double width = MoveToOrigin(layout.Rows);

        ImmutableArray<PlacedNode> nodes =
        [
            .. contents.Select((content, i) => content.PlaceAt(
                new Box(layout.Nodes[i].X - (content.Width / 2), layout.Nodes[i].Y, content.Width, content.Height))),
        ];
        return new PlacedScope(scope, width, height, nodes, new EdgePlacer(layout, nodes).Place(edges));
    }

    /// <summary>Gives the rows their height, with more room between them the further lines go aside.</summary>
    private static double PlaceRows(List<List<LayoutItem>> rows)
    {
        double y = Measures.ScopeMargin;
        foreach (List<LayoutItem> row in rows)
        {
            double height = 0;
            double aside = 0;
            foreach (LayoutItem item in row)
            {
                item.Y = y;
                height = Math.Max(height, item.Height);
                foreach (LayoutLink link in item.Lower)
                {
                    aside = Math.Max(aside, Math.Abs(link.Item.X - item.X));
                }
            }

            y += height;
            if (!ReferenceEquals(row, rows[rows.Count - 1]))
            {
                bool isBesideLabels = row.Exists(item => item.Kind == LayoutItemKind.Label);
                y += Math.Round((isBesideLabels ? 0.85 : 1) * Measures.RowGap) + Math.Round(Math.Min(60, aside / 16));
            }
        }

        return y + Measures.ScopeMargin;
    }

    private static double MoveToOrigin(List<List<LayoutItem>> rows)
    {
        double left = double.MaxValue;
        double right = double.MinValue;
        foreach (LayoutItem item in rows.SelectMany(row => row))
        {
            left = Math.Min(left, item.X - item.Left);
            right = Math.Max(right, item.X + item.Right);
        }

        if (left > right)
        {
            return 2 * Measures.ScopeMargin;
        }

        foreach (LayoutItem item in rows.SelectMany(row => row))
        {
            item.X = item.X - left + Measures.ScopeMargin;
        }

        return right - left + (2 * Measures.ScopeMargin);
    }
}
