using System;
using System.Linq;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Tracing;

/// <summary>What an edge says, and how much room that takes.</summary>
internal sealed class MapLabel
{
    public MapLabel(MapEdge edge)
    {
        (string count, Health) = edge.Label;
        Count = count;
        Width = Math.Max(TextMetrics.Width(Count, MapMeasures.TextFont), TextMetrics.Width(Health, MapMeasures.BoldFont)) + (2 * Measures.LabelPadding);
        Height = (new[] { Count, Health }.Count(text => text.Length > 0) * MapMeasures.TextLine) + 4;
    }

    public string Count { get; }

    public string Health { get; }

    public double Width { get; }

    public double Height { get; }
}
