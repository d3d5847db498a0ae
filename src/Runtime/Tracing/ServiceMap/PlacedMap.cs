using System.Collections.Immutable;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Tracing;

// What a placed map is made of; the three are read together, so they share a file.

/// <summary>A service map with a place for everything in it.</summary>
/// <param name="Width">Its width in pixels, margins included.</param>
/// <param name="Height">Its height in pixels, margins included.</param>
/// <param name="Nodes">Its nodes, in their order.</param>
/// <param name="Edges">Its lines.</param>
internal sealed record PlacedMap(double Width, double Height, ImmutableArray<PlacedMapNode> Nodes, ImmutableArray<PlacedMapEdge> Edges);

/// <summary>A node with its place.</summary>
/// <param name="Content">Its texts.</param>
/// <param name="Center">The middle of its ring.</param>
internal sealed record PlacedMapNode(MapNode Content, Point Center);

/// <summary>A line with its place.</summary>
/// <param name="Edge">The line.</param>
/// <param name="Points">
/// Where it runs, from the left. Two points beside each other are joined by a straight line, others by a curve that is level at both. An arc from
/// a node to itself has one, the middle of the ring.
/// </param>
/// <param name="Label">What it says.</param>
/// <param name="LabelCenter">The middle of that.</param>
internal sealed record PlacedMapEdge(MapEdge Edge, ImmutableArray<Point> Points, MapLabel Label, Point LabelCenter);
