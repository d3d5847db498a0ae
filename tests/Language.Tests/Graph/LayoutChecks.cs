using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Graph;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Language.Tests.Graph;

/// <summary>What must be true of every layout: said once, for pictures made by hand and for published definitions.</summary>
internal static class LayoutChecks
{
    /// <summary>What is wrong with the layout of a graph, nested scopes included; empty when all is well.</summary>
    public static IReadOnlyList<string> Check(StateGraph graph, ExecutionMarks? marks = null)
    {
        var faults = new List<string>();
        Check(ScopeLayout.Place(graph.Root, isNested: false, marks), "", faults);
        return faults;
    }

    private static void Check(PlacedScope scope, string path, List<string> faults)
    {
        var whole = new Box(0, 0, scope.Width, scope.Height);
        List<(string Name, Box Box)> boxes =
        [
            .. scope.Nodes.Select(node => ($"{path}/{node.Node.Kind} {node.Node.Name}", node.Box)),
            .. scope.Edges.Where(edge => edge.Label.Lines.Length > 0).Select(edge => ($"{path}/label {edge.Label.Lines[0]} of {edge.Source.Name}", edge.LabelBox)),
        ];
        foreach ((string name, Box box) in boxes)
        {
            if (!whole.Contains(box))
                faults.Add($"{name} sticks out: {box} of {whole}");
        }

        CheckOverlaps(boxes, faults);
        foreach (PlacedEdge edge in scope.Edges)
        {
            CheckEdge(scope, edge, path, faults);
        }

        foreach (PlacedNode node in scope.Nodes)
        {
            foreach (NestedScope nested in node.Scopes)
            {
                string inner = $"{path}/{node.Node.Name}/{nested.Content.Scope.Title}";
                var content = new Box(nested.ContentOrigin.X, nested.ContentOrigin.Y, nested.Content.Width, nested.Content.Height);
                if (!node.Box.Contains(nested.Box))
                    faults.Add($"{inner} sticks out of its state");
                // Numbers are sums of others here; a millionth of a pixel is none.
                if (content.X < nested.Box.X - 1e-6 || content.Y < nested.Box.Y || content.Right > nested.Box.Right + 1e-6 || content.Bottom > nested.Box.Bottom + 1e-6)
                    faults.Add($"{inner} is larger than its box: {content} of {nested.Box}");
                Check(nested.Content, inner, faults);
            }

            CheckOverlaps([.. node.Scopes.Select(nested => ($"{path}/{node.Node.Name}/{nested.Content.Scope.Title}", nested.Box))], faults);
        }
    }

    private static void CheckOverlaps(List<(string Name, Box Box)> boxes, List<string> faults)
    {
        // From the top, so that only boxes that share a height are compared.
        List<(string Name, Box Box)> sorted = [.. boxes.OrderBy(each => each.Box.Y)];
        for (int i = 0; i < sorted.Count; i++)
        {
            for (int j = i + 1; j < sorted.Count && sorted[j].Box.Y < sorted[i].Box.Bottom; j++)
            {
                if (sorted[i].Box.Overlaps(sorted[j].Box))
                    faults.Add($"{sorted[i].Name} overlaps {sorted[j].Name}");
            }
        }
    }

    private static void CheckEdge(PlacedScope scope, PlacedEdge edge, string path, List<string> faults)
    {
        string name = $"{path}/{edge.Source.Name} -> {edge.Target.Name}";
        Box source = scope.Nodes[edge.Source.Index].Box;
        Box target = scope.Nodes[edge.Target.Index].Box;
        if (!Touches(source, edge.Points[0]))
            faults.Add($"{name} does not start at its source");
        if (edge is { HasArrow: true, IsReference: false } && !Touches(target, edge.Points[^1]))
            faults.Add($"{name} does not end at its target");
        if (!edge.HasArrow && !scope.Edges.Any(other => other.HasArrow && ReferenceEquals(other.Target, edge.Target) && other.IsDashed == edge.IsDashed && Passes(other, edge.Points[^1])))
            faults.Add($"{name} joins no line to its target");

        for (int i = 1; i < edge.Points.Length && !edge.IsLoop; i++)
        {
            (Point a, Point b) = (edge.Points[i - 1], edge.Points[i]);
            (double top, double bottom) = (Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y));
            foreach (PlacedNode node in scope.Nodes)
            {
                // Only the ends of a piece may touch a box.
                if (top + 0.1 < node.Box.Bottom && node.Box.Y + 0.1 < bottom && Curve(a, b).Any(point => IsInside(node.Box, point)))
                    faults.Add($"{name} runs through {node.Node.Name}");
            }
        }
    }

    /// <summary>Points on a piece of a line, as it is drawn: upright at both ends.</summary>
    private static IEnumerable<Point> Curve(Point a, Point b)
    {
        double middle = (a.Y + b.Y) / 2;
        for (double t = 0; t <= 1; t += 1 / 16.0)
        {
            double s = 1 - t;
            yield return new Point(
                (((s * s * s) + (3 * s * s * t)) * a.X) + (((3 * s * t * t) + (t * t * t)) * b.X),
                (s * s * s * a.Y) + (((3 * s * s * t) + (3 * s * t * t)) * middle) + (t * t * t * b.Y));
        }
    }

    private static bool IsInside(Box box, Point point) =>
        point.X > box.X + 0.1 && point.X < box.Right - 0.1 && point.Y > box.Y + 0.1 && point.Y < box.Bottom - 0.1;

    private static bool Touches(Box box, Point point) =>
        point.X >= box.X - 0.1 && point.X <= box.Right + 0.1
        && (Math.Abs(point.Y - box.Y) <= 0.1 || Math.Abs(point.Y - box.Bottom) <= 0.1 || Math.Abs(point.X - box.Right) <= 0.1);

    private static bool Passes(PlacedEdge edge, Point point)
    {
        for (int i = 1; i < edge.Points.Length; i++)
        {
            (Point a, Point b) = (edge.Points[i - 1], edge.Points[i]);
            if (Math.Abs(a.X - point.X) <= 0.1 && Math.Abs(b.X - point.X) <= 0.1 && point.Y >= Math.Min(a.Y, b.Y) - 0.1 && point.Y <= Math.Max(a.Y, b.Y) + 0.1)
                return true;
            if (edge.Points[i] == point || edge.Points[i - 1] == point)
                return true;
        }

        return false;
    }
}
