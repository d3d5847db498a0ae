using System;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>What is inside a node, and how much room it takes.</summary>
internal sealed class NodeContent
{
    private NodeContent(GraphNode node, TextLines name, TextLines typeLabel, TextLines? note, ImmutableArray<PlacedScope> scopes)
    {
        Node = node;
        Name = name;
        TypeLabel = typeLabel;
        Note = note;
        Scopes = scopes;
    }

    public GraphNode Node { get; }

    public TextLines Name { get; }

    public TextLines TypeLabel { get; }

    /// <summary>What an execution did in the state; null in a picture without execution, where there is no line for it.</summary>
    public TextLines? Note { get; }

    public ImmutableArray<PlacedScope> Scopes { get; }

    public double Width { get; private set; }

    public double Height { get; private set; }

    public static NodeContent Measure(GraphNode node, bool isNested, ExecutionMarks? marks)
    {
        if (node.Kind is GraphNodeKind.Start or GraphNodeKind.End)
        {
            double size = isNested ? Measures.NestedMarkerSize : Measures.MarkerSize;
            return new NodeContent(node, TextLines.None, TextLines.None, null, ImmutableArray<PlacedScope>.Empty) { Width = size, Height = size };
        }

        // A text of megabytes is not measured to its end.
        TextLines name = TextLines.Break(LabelText.Printable(LabelText.Cut(node.Name, 300)), Measures.NameFont, Measures.MaxNameWidth, maxLines: 2);
        TextLines type = TextLines.Break(LabelText.Printable(LabelText.Cut(node.TypeLabel, 300)), Measures.TypeFont, Measures.MaxTypeWidth, maxLines: 1);
        TextLines? note = marks is null || node.Kind != GraphNodeKind.State
            ? null
            : TextLines.Break(LabelText.Printable(LabelText.Cut(MarkText.Note(marks.Of(node.Name)), 300)), Measures.TypeFont, Measures.MaxTypeWidth, maxLines: 1);
        ImmutableArray<PlacedScope> scopes = [.. node.Scopes.Select(scope => ScopeLayout.Place(scope, isNested: true, marks))];
        var content = new NodeContent(node, name, type, note, scopes);
        double textWidth = Math.Max(Math.Max(name.Width, type.Width), note?.Width ?? 0);
        content.Width = Math.Max(Measures.MinNodeWidth, Measures.IconColumn + textWidth + (2 * Measures.NodePadding));
        content.Height = content.HeaderHeight;
        if (scopes.Length > 0)
        {
            content.Width = Math.Max(content.Width, scopes.Sum(scope => scope.Width) + ((scopes.Length + 1) * Measures.NestedGap));
            content.Height += scopes.Max(scope => scope.Height) + Measures.ScopeTitle - 8 + Measures.NestedGap;
        }

        return content;
    }

    public PlacedNode PlaceAt(Box box)
    {
        ImmutableArray<NestedScope>.Builder nested = ImmutableArray.CreateBuilder<NestedScope>(Scopes.Length);
        double height = box.Height - HeaderHeight - Measures.NestedGap;
        // What the header makes wider than the scopes is shared between them.
        double spare = Scopes.Length == 0 ? 0 : (Width - Scopes.Sum(scope => scope.Width) - ((Scopes.Length + 1) * Measures.NestedGap)) / Scopes.Length;
        double x = box.X + Measures.NestedGap;
        foreach (PlacedScope scope in Scopes)
        {
            nested.Add(new NestedScope(new Box(x, box.Y + HeaderHeight, scope.Width + spare, height), scope));
            x += scope.Width + spare + Measures.NestedGap;
        }

        return new PlacedNode(Node, box, Name, TypeLabel, Note, nested.MoveToImmutable());
    }

    private double HeaderHeight => (2 * Measures.NodePadding) - 4 + (Math.Max(1, Name.Lines.Length) * Measures.NameLine) + ((Note is null ? 1 : 2) * Measures.TypeLine);
}
