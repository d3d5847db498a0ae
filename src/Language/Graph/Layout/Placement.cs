using System.Collections.Immutable;

namespace StateMachineGen.Language.Graph.Layout;

// What a layout is made of; the four are read together, so they share a file.

/// <summary>A scope with a place for everything in it.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Width">Its width in pixels, margins included.</param>
/// <param name="Height">Its height in pixels, margins included.</param>
/// <param name="Nodes">Its nodes, in the order of the scope.</param>
/// <param name="Edges">Its transitions; those that say the same to the eye are one.</param>
internal sealed record PlacedScope(GraphScope Scope, double Width, double Height, ImmutableArray<PlacedNode> Nodes, ImmutableArray<PlacedEdge> Edges);

/// <summary>A node with its place.</summary>
/// <param name="Node">The node.</param>
/// <param name="Box">Its place.</param>
/// <param name="Name">Its name as it is shown.</param>
/// <param name="TypeLabel">Its type as it is shown.</param>
/// <param name="Note">What an execution did in it; null in a picture without execution.</param>
/// <param name="Scopes">The scopes inside it.</param>
internal sealed record PlacedNode(GraphNode Node, Box Box, TextLines Name, TextLines TypeLabel, TextLines? Note, ImmutableArray<NestedScope> Scopes);

/// <summary>A scope inside a node.</summary>
/// <param name="Box">Its place, in the coordinates of the scope that the node lies in.</param>
/// <param name="Content">What it holds, in coordinates of its own.</param>
internal sealed record NestedScope(Box Box, PlacedScope Content)
{
    /// <summary>Where the content's own coordinates begin: below the title, in the middle.</summary>
    public Point ContentOrigin => new(Box.X + ((Box.Width - Content.Width) / 2), Box.Y + Measures.ScopeTitle - 8);
}

/// <summary>A line between two nodes.</summary>
/// <param name="Edges">The transitions that it stands for: one, or several of the same look between the same nodes.</param>
/// <param name="Points">
/// Where it runs. Two points above each other are joined by a straight line, others by a curve that is upright at both. A line
/// that joins another to the same target ends there, since one line and one arrow head say it all.
/// </param>
/// <param name="HasArrow">Whether the line ends at its target, or at the name of it, and not in another line.</param>
/// <param name="Label">What it says.</param>
/// <param name="LabelBox">Where it says so; of no size when there is no label.</param>
/// <param name="IsReference">
/// Whether the line ends at the target's name instead of the target, as in a machine with so many long lines that they would hide each other.
/// </param>
internal sealed record PlacedEdge(
    ImmutableArray<GraphEdge> Edges, ImmutableArray<Point> Points, bool HasArrow, TextLines Label, Box LabelBox, bool IsReference)
{
    public GraphNode Source => Edges[0].Source;

    public GraphNode Target => Edges[0].Target;

    public bool IsDashed => Edges[0].Kind == GraphEdgeKind.Catch;

    /// <summary>Whether the line leads from a node to itself: an arc at its right side.</summary>
    public bool IsLoop => ReferenceEquals(Source, Target);
}
