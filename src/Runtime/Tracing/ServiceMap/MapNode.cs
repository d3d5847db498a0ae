using System;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Tracing;

/// <summary>The texts of a node, and how much room it takes.</summary>
internal sealed class MapNode
{
    /// <summary>A name of a megabyte is not measured to its end.</summary>
    private const int MaxTextLength = 300;

    public MapNode(ServiceNode node)
    {
        Node = node;
        Name = Break(node.Name, Measures.NameFont, MapMeasures.MaxTextWidth, maxLines: 2);
        Type = node.IsClient ? TextLines.None : Break(node.Type, MapMeasures.TextFont, MapMeasures.MaxTextWidth, maxLines: 1);
        Health = Break(RequestText.Health(node.Requests), MapMeasures.BoldFont, MapMeasures.MaxHealthWidth, maxLines: 1);
    }

    public ServiceNode Node { get; }

    public TextLines Name { get; }

    public TextLines Type { get; }

    public TextLines Health { get; }

    public double Width => Math.Max(Math.Max(Name.Width, Type.Width), Math.Max(Health.Width, 2 * (MapMeasures.Reach + MapMeasures.Approach)));

    /// <summary>From the middle of the ring to the lower end of the text.</summary>
    public double Below => MapMeasures.Reach + 6 + (Name.Lines.Length * MapMeasures.NameLine)
        + ((Type.Lines.Length + Health.Lines.Length) * MapMeasures.TextLine);

    private static TextLines Break(string text, double fontSize, double maxWidth, int maxLines) =>
        TextLines.Break(LabelText.Printable(LabelText.Cut(text, MaxTextLength)), fontSize, maxWidth, maxLines);
}
