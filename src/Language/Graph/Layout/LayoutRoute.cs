using System.Collections.Generic;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>The items that an edge runs through, its source first.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Items">The items. The last is the target, the label of a reference, or a piece of another line that leads there.</param>
/// <param name="Label">The item of the label, or null.</param>
/// <param name="HasArrow">Whether the last item is what the edge leads to.</param>
internal sealed record LayoutRoute(LayoutEdge Edge, List<LayoutItem> Items, LayoutItem? Label, bool HasArrow);
