using System.Collections.Generic;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>What takes a place in a row.</summary>
internal enum LayoutItemKind
{
    /// <summary>A node.</summary>
    Node,

    /// <summary>The label of an edge, which the edge runs through.</summary>
    Label,

    /// <summary>A piece of a line that passes a row on its way.</summary>
    Line,
}

/// <summary>Something in a row: a node, a label, or a line that passes. Because labels and lines take places as nodes do, no edge runs through a box.</summary>
internal sealed class LayoutItem(LayoutItemKind kind, int row, int sequence)
{
    public LayoutItemKind Kind => kind;

    public int Row => row;

    /// <summary>Orders items that nothing else orders: by the edges that they come from.</summary>
    public int Sequence => sequence;

    /// <summary>The place in the row, counted from 0.</summary>
    public int Order { get; set; }

    /// <summary>Where lines enter and leave.</summary>
    public double X { get; set; }

    /// <summary>The top, which is that of the row.</summary>
    public double Y { get; set; }

    /// <summary>How far the item reaches to the left of <see cref="X"/>.</summary>
    public double Left { get; set; }

    /// <summary>How far the item reaches to the right of <see cref="X"/>.</summary>
    public double Right { get; set; }

    public double Height { get; set; }

    /// <summary>What it is joined to in the row above, and how much it matters that the two stand above each other.</summary>
    public List<LayoutLink> Upper { get; } = [];

    /// <summary>The same for the row below.</summary>
    public List<LayoutLink> Lower { get; } = [];
}

/// <summary>The end of a line between two rows.</summary>
/// <param name="Item">The item at the other end.</param>
/// <param name="Weight">How much it matters that the line is straight.</param>
internal readonly record struct LayoutLink(LayoutItem Item, int Weight);
