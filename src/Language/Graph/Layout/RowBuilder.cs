using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>
/// Puts nodes, labels and passing lines into rows, and finds the way of each edge through them. Lines of one look to one target
/// join as soon as they meet: that keeps a machine with one handler for everything readable, and its picture small.
/// </summary>
internal sealed class RowBuilder
{
    private readonly List<LayoutEdge> _edges;
    private readonly int[] _ranks;
    private readonly int[] _rowOfRank;
    private readonly bool[] _hasLabelRow;
    private readonly Dictionary<(int Target, bool IsDashed, bool IsReversed, bool IsTaken, int Row), LayoutItem> _lines = [];

    private RowBuilder(GraphScope scope, List<LayoutEdge> edges, int[] ranks)
    {
        _edges = edges;
        _ranks = ranks;
        int rankCount = ranks.Length == 0 ? 0 : ranks.Max() + 1;
        _hasLabelRow = new bool[rankCount];
        foreach (LayoutEdge edge in edges)
        {
            if (!edge.IsLoop && edge.Label.Lines.Length > 0)
            {
                _hasLabelRow[LabelGap(edge)] = true;
            }
        }

        _rowOfRank = new int[rankCount];
        int row = 0;
        for (int rank = 0; rank < rankCount; rank++)
        {
            _rowOfRank[rank] = row;
            row += _hasLabelRow[rank] ? 2 : 1;
        }

        Rows = [.. Enumerable.Range(0, row).Select(_ => new List<LayoutItem>())];
        Nodes = CreateNodes(scope);
    }

    /// <summary>The items of each row.</summary>
    public List<List<LayoutItem>> Rows { get; }

    /// <summary>The items of the nodes, in the order of the scope.</summary>
    public LayoutItem[] Nodes { get; }

    /// <summary>The way of each edge that is no loop.</summary>
    public List<LayoutRoute> Routes { get; } = [];

    public static RowBuilder Build(GraphScope scope, List<LayoutEdge> edges, int[] ranks)
    {
        var builder = new RowBuilder(scope, edges, ranks);
        // The longest first, so that shorter ones find the line that they join.
        foreach (int index in Enumerable.Range(0, edges.Count).OrderByDescending(index => Math.Abs(ranks[edges[index].Target] - ranks[edges[index].Source])))
        {
            if (!edges[index].IsLoop)
            {
                builder.Routes.Add(builder.Route(edges[index], index));
            }
        }

        return builder;
    }

    private LayoutItem[] CreateNodes(GraphScope scope)
    {
        var sequences = new int[scope.Nodes.Length];
        for (int i = 0; i < sequences.Length; i++)
        {
            sequences[i] = _edges.Count + i;
        }

        for (int i = _edges.Count - 1; i >= 0; i--)
        {
            sequences[_edges[i].Target] = i;
        }

        var nodes = new LayoutItem[scope.Nodes.Length];
        for (int i = 0; i < nodes.Length; i++)
        {
            nodes[i] = Add(new LayoutItem(LayoutItemKind.Node, _rowOfRank[_ranks[i]], sequences[i]));
        }

        return nodes;
    }

    /// <summary>The rank below which an edge has its label: next to the source, where the decision is made.</summary>
    private int LabelGap(LayoutEdge edge) =>
        edge.IsReversed && !edge.IsReference ? _ranks[edge.Source] - 1 : _ranks[edge.Source];

    private LayoutRoute Route(LayoutEdge edge, int sequence)
    {
        LayoutItem source = Nodes[edge.Source];
        LayoutItem target = Nodes[edge.Target];
        var items = new List<LayoutItem> { source };
        int step = edge.IsReversed && !edge.IsReference ? -1 : 1;
        int row = source.Row + step;
        LayoutItem? label = null;
        if (edge.Label.Lines.Length > 0)
        {
            label = AddLabel(edge, row, sequence);
            Append(items, label, edge.Weight, step);
            row += step;
        }

        if (edge.IsReference)
        {
            return new LayoutRoute(edge, items, label, HasArrow: true);
        }

        for (; row != target.Row; row += step)
        {
            (int, bool, bool, bool, int) key = (edge.Target, edge.IsDashed, edge.IsReversed, edge.IsTaken, row);
            if (_lines.TryGetValue(key, out LayoutItem? line))
            {
                Append(items, line, edge.Weight, step);
                return new LayoutRoute(edge, items, label, HasArrow: false);
            }

            line = Add(new LayoutItem(LayoutItemKind.Line, row, sequence));
            _lines.Add(key, line);
            Append(items, line, items[items.Count - 1].Kind == LayoutItemKind.Line ? edge.PassingWeight : edge.Weight, step);
        }

        Append(items, target, edge.Weight, step);
        return new LayoutRoute(edge, items, label, HasArrow: true);
    }

    private LayoutItem AddLabel(LayoutEdge edge, int row, int sequence) =>
        Add(new LayoutItem(LayoutItemKind.Label, row, sequence)
        {
            Left = (edge.Label.Width / 2) + Measures.LabelPadding,
            Right = (edge.Label.Width / 2) + Measures.LabelPadding,
            Height = (edge.Label.Lines.Length * Measures.LabelLine) + 4,
        });

    private LayoutItem Add(LayoutItem item)
    {
        Rows[item.Row].Add(item);
        return item;
    }

    private static void Append(List<LayoutItem> items, LayoutItem next, int weight, int step)
    {
        LayoutItem last = items[items.Count - 1];
        (LayoutItem upper, LayoutItem lower) = step > 0 ? (last, next) : (next, last);
        upper.Lower.Add(new LayoutLink(lower, weight));
        lower.Upper.Add(new LayoutLink(upper, weight));
        items.Add(next);
    }
}
