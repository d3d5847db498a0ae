using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>Turns the ways of edges through the rows into points.</summary>
internal sealed class EdgePlacer
{
    private readonly RowBuilder _layout;
    private readonly ImmutableArray<PlacedNode> _nodes;
    private readonly double[] _rowHeights;
    private readonly Dictionary<(LayoutItem Node, LayoutItem Neighbour), double> _ports = [];

    public EdgePlacer(RowBuilder layout, ImmutableArray<PlacedNode> nodes)
    {
        _layout = layout;
        _nodes = nodes;
        _rowHeights = [.. layout.Rows.Select(row => row.Count == 0 ? 0 : row.Max(item => item.Height))];
        for (int i = 0; i < nodes.Length; i++)
        {
            // Markers are round: only at the middle does a line touch them.
            bool isRound = nodes[i].Node.Kind is GraphNodeKind.Start or GraphNodeKind.End;
            double room = isRound ? 0 : (nodes[i].Box.Width / 2) - Measures.PortGap;
            AssignPorts(layout.Nodes[i], layout.Nodes[i].Upper, room);
            AssignPorts(layout.Nodes[i], layout.Nodes[i].Lower, room);
        }
    }

    /// <summary>Places all edges of the scope, in their order.</summary>
    public ImmutableArray<PlacedEdge> Place(List<LayoutEdge> edges)
    {
        Dictionary<LayoutEdge, LayoutRoute> routes = _layout.Routes.ToDictionary(route => route.Edge);
        var loopsOfNode = new Dictionary<int, int>();
        ImmutableArray<PlacedEdge>.Builder placed = ImmutableArray.CreateBuilder<PlacedEdge>(edges.Count);
        foreach (LayoutEdge edge in edges)
        {
            if (edge.IsLoop)
            {
                loopsOfNode.TryGetValue(edge.Source, out int earlier);
                loopsOfNode[edge.Source] = earlier + 1;
                placed.Add(PlaceLoop(edge, earlier));
            }
            else
            {
                placed.Add(Place(routes[edge]));
            }
        }

        return placed.MoveToImmutable();
    }

    private PlacedEdge Place(LayoutRoute route)
    {
        List<LayoutItem> items = route.Items;
        bool isDown = items[1].Row > items[0].Row;
        var points = new List<Point>();
        for (int i = 0; i < items.Count; i++)
        {
            LayoutItem item = items[i];
            bool isFirst = i == 0;
            bool isLast = i == items.Count - 1;
            double x = item.Kind == LayoutItemKind.Node ? _ports[(item, items[isFirst ? 1 : i - 1])] : item.X;
            (double enter, double leave) = isDown ? (item.Y, RowBottom(item)) : (RowBottom(item), item.Y);
            if (isFirst)
            {
                points.Add(new Point(x, isDown ? item.Y + item.Height : item.Y));
                points.Add(new Point(x, leave));
            }
            else if (isLast)
            {
                points.Add(new Point(x, enter));
                if (!isDown)
                {
                    // A node that is less high than its row leaves room below it.
                    points.Add(new Point(x, item.Kind == LayoutItemKind.Node ? item.Y + item.Height : enter));
                }
            }
            else
            {
                points.Add(new Point(x, enter));
                points.Add(new Point(x, leave));
            }
        }

        return new PlacedEdge(
            route.Edge.Edges, WithoutRepetitions(points), route.HasArrow, route.Edge.Label, LabelBox(route.Label), route.Edge.IsReference);
    }

    private PlacedEdge PlaceLoop(LayoutEdge edge, int earlier)
    {
        // A Next and a Catch may both lead back: the second arc lies inside the first.
        Box box = _nodes[edge.Source].Box;
        double spread = Math.Min(box.Height, 60) * (earlier == 0 ? 0.3 : 0.15);
        double middle = box.Y + (Math.Min(box.Height, 60) / 2);
        double labelHeight = edge.Label.Lines.Length * Measures.LabelLine;
        Box label = labelHeight == 0 || earlier > 0
            ? default
            : new Box(box.Right + Measures.LoopReach, middle - (labelHeight / 2), edge.Label.Width + Measures.LabelPadding, labelHeight);
        return new PlacedEdge(
            edge.Edges,
            [new Point(box.Right, middle - spread), new Point(box.Right, middle + spread)],
            HasArrow: true,
            earlier > 0 ? TextLines.None : edge.Label,
            label,
            IsReference: false);
    }

    private static Box LabelBox(LayoutItem? label) =>
        label is null ? default : new Box(label.X - label.Left, label.Y, label.Left + label.Right, label.Height);

    private double RowBottom(LayoutItem item) => item.Y + _rowHeights[item.Row];

    /// <summary>
    /// Spreads the lines at one side of a node. The straightest stays in the middle, so that the main way remains a straight line; the
    /// others go to its left and right in the order of where they lead.
    /// </summary>
    private void AssignPorts(LayoutItem node, List<LayoutLink> links, double room)
    {
        LayoutLink[] sorted = [.. links.GroupBy(link => link.Item).Select(group => group.First()).OrderBy(link => link.Item.X).ThenBy(link => link.Item.Order)];
        if (sorted.Length == 0)
        {
            return;
        }

        int middle = Enumerable.Range(0, sorted.Length)
            .OrderBy(i => Math.Abs(sorted[i].Item.X - node.X) < 1 ? 0 : 1)
            .ThenByDescending(i => sorted[i].Weight)
            .ThenBy(i => Math.Abs(i - ((sorted.Length - 1) / 2.0)))
            .First();
        int most = Math.Max(middle, sorted.Length - 1 - middle);
        double gap = most == 0 ? 0 : Math.Min(Measures.PortGap, room / most);
        for (int i = 0; i < sorted.Length; i++)
        {
            _ports[(node, sorted[i].Item)] = node.X + ((i - middle) * gap);
        }
    }

    private static ImmutableArray<Point> WithoutRepetitions(List<Point> points)
    {
        ImmutableArray<Point>.Builder kept = ImmutableArray.CreateBuilder<Point>(points.Count);
        foreach (Point point in points)
        {
            var rounded = new Point(Math.Round(point.X, 1), Math.Round(point.Y, 1));
            if (kept.Count > 1 && kept[kept.Count - 1].X == rounded.X && kept[kept.Count - 2].X == rounded.X)
            {
                kept[kept.Count - 1] = rounded;
            }
            else if (kept.Count == 0 || kept[kept.Count - 1] != rounded)
            {
                kept.Add(rounded);
            }
        }

        return kept.ToImmutable();
    }
}
