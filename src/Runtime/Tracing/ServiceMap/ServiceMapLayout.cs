using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Tracing;

/// <summary>
/// Finds a place for everything on a service map: a layered drawing, from the left. It is the layout of state machines turned by a quarter, whose
/// rows are columns here; between two columns of nodes lies one of labels, so that no label lies on another or on a line.
/// </summary>
internal sealed class ServiceMapLayout
{
    private readonly MapNode[] _nodes;
    private readonly List<MapEdge> _edges;
    private readonly MapLabel[] _labels;
    private readonly List<List<LayoutItem>> _columns;
    private readonly LayoutItem[] _nodeItems;
    private readonly List<LayoutItem>[] _routes;

    private ServiceMapLayout(ServiceMap map)
    {
        _nodes = [.. map.Nodes.Select(node => new MapNode(node))];
        _edges = MapEdge.Of(map);
        int[] ranks = Ranking.Rank(_nodes.Length, _edges);
        _labels = [.. _edges.Select(edge => new MapLabel(edge))];
        _columns = [.. Enumerable.Range(0, ranks.Length == 0 ? 0 : (2 * ranks.Max()) + 1).Select(_ => new List<LayoutItem>())];
        _nodeItems = [.. _nodes.Select((node, i) => AddNode(node, 2 * ranks[i], i))];
        _routes = [.. _edges.Select((edge, i) => edge.IsLoop ? [] : Route(edge, i))];
        new Ordering(_columns).Arrange();
        var coordinates = new Coordinates(_columns);
        coordinates.Assign();
        // A line bends once: what it says stands before the node that it says it of.
        for (int column = 1; column < _columns.Count; column += 2)
        {
            coordinates.Align(column);
        }
    }

    /// <summary>Lays out a map. The same map gives the same numbers everywhere.</summary>
    public static PlacedMap Place(ServiceMap map) => new ServiceMapLayout(map).Place();

    private LayoutItem AddNode(MapNode node, int column, int number) => Add(new LayoutItem(LayoutItemKind.Node, column, number)
    {
        Left = MapMeasures.Reach + (_edges.Exists(edge => edge.IsLoop && edge.Source == number) ? MapMeasures.LoopHeight : 0),
        Right = node.Below,
    });

    /// <summary>The items that an edge runs through, from the left.</summary>
    private List<LayoutItem> Route(MapEdge edge, int number)
    {
        (int left, int right) = edge.IsReversed ? (edge.Target, edge.Source) : (edge.Source, edge.Target);
        List<LayoutItem> items = [_nodeItems[left]];
        double half = (_labels[number].Height / 2) + Measures.LabelPadding;
        Append(Add(new LayoutItem(LayoutItemKind.Label, _nodeItems[left].Row + 1, number) { Left = half, Right = half }));
        for (int column = _nodeItems[left].Row + 2; column < _nodeItems[right].Row; column++)
        {
            Append(Add(new LayoutItem(LayoutItemKind.Line, column, number)));
        }

        Append(_nodeItems[right]);
        return items;

        void Append(LayoutItem item)
        {
            LayoutItem last = items[^1];
            // A line that passes bends where it begins and where it ends, and nowhere else.
            int weight = last.Kind == LayoutItemKind.Line && item.Kind == LayoutItemKind.Line ? 5 : 2;
            last.Lower.Add(new LayoutLink(item, weight));
            item.Upper.Add(new LayoutLink(last, weight));
            items.Add(item);
        }
    }

    private LayoutItem Add(LayoutItem item)
    {
        _columns[item.Row].Add(item);
        return item;
    }

    private PlacedMap Place()
    {
        double height = MoveToTop();
        (double Left, double Right)[] columns = PlaceColumns();
        ImmutableArray<PlacedMapNode> nodes =
        [
            .. _nodes.Select((node, i) => new PlacedMapNode(node, new Point(Middle(columns[_nodeItems[i].Row]), _nodeItems[i].X))),
        ];
        ImmutableArray<PlacedMapEdge> edges =
        [
            .. _edges.Select((edge, i) => edge.IsLoop
                ? new PlacedMapEdge(edge, [nodes[edge.Source].Center], _labels[i], nodes[edge.Source].Center with { Y = nodes[edge.Source].Center.Y - MapMeasures.Reach - (MapMeasures.LoopHeight * 0.7) })
                : PlaceEdge(edge, i, columns)),
        ];
        return new PlacedMap(columns.Length == 0 ? 2 * MapMeasures.Margin : columns[^1].Right + MapMeasures.Margin, height, nodes, edges);
    }

    private PlacedMapEdge PlaceEdge(MapEdge edge, int number, (double Left, double Right)[] columns)
    {
        List<LayoutItem> items = _routes[number];
        var points = ImmutableArray.CreateBuilder<Point>();
        // A line bends between columns, where no texts are.
        points.Add(new Point(Middle(columns[items[0].Row]) + MapMeasures.Reach, items[0].X));
        points.Add(new Point(columns[items[0].Row].Right, items[0].X));
        foreach (LayoutItem item in items.Skip(1).SkipLast(1))
        {
            points.Add(new Point(columns[item.Row].Left, item.X));
            points.Add(new Point(columns[item.Row].Right, item.X));
        }

        points.Add(new Point(columns[items[^1].Row].Left, items[^1].X));
        points.Add(new Point(Middle(columns[items[^1].Row]) - MapMeasures.Reach, items[^1].X));
        return new PlacedMapEdge(edge, points.ToImmutable(), _labels[number], new Point(Middle(columns[items[1].Row]), items[1].X));
    }

    /// <summary>The places of the columns, each as wide as the widest in it.</summary>
    private (double Left, double Right)[] PlaceColumns()
    {
        var widths = new double[_columns.Count];
        for (int i = 0; i < _nodes.Length; i++)
        {
            widths[_nodeItems[i].Row] = Math.Max(widths[_nodeItems[i].Row], _nodes[i].Width);
        }

        for (int i = 0; i < _edges.Count; i++)
        {
            if (!_edges[i].IsLoop)
            {
                int column = _routes[i][1].Row;
                widths[column] = Math.Max(widths[column], _labels[i].Width);
            }
        }

        var columns = new (double Left, double Right)[widths.Length];
        double x = MapMeasures.Margin;
        for (int i = 0; i < widths.Length; i++)
        {
            columns[i] = (x, x + widths[i]);
            x += widths[i] + MapMeasures.ColumnGap;
        }

        return columns;
    }

    /// <summary>Has what is highest begin at the margin.</summary>
    /// <returns>The height of all, margins included.</returns>
    private double MoveToTop()
    {
        LayoutItem[] items = [.. _columns.SelectMany(column => column)];
        double top = items.Select(item => item.X - item.Left).DefaultIfEmpty().Min();
        double bottom = items.Select(item => item.X + item.Right).DefaultIfEmpty().Max();
        foreach (LayoutItem item in items)
        {
            item.X += MapMeasures.Margin - top;
        }

        return bottom - top + (2 * MapMeasures.Margin);
    }

    private static double Middle((double Left, double Right) column) => (column.Left + column.Right) / 2;
}
