using System.Text;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Language.Graph.Svg;

/// <summary>Writes the data of paths for lines and arrow heads.</summary>
internal static class SvgPath
{
    private const double HeadLength = 8;
    private const double HeadHalfWidth = 4.5;

    /// <summary>Appends a line through the points of an edge.</summary>
    public static void AppendLine(StringBuilder path, PlacedEdge edge)
    {
        Point last = edge.Points[0];
        AppendPair(path.Append('M'), last.X, last.Y);
        if (edge.IsLoop)
        {
            Point end = edge.Points[1];
            double reach = last.X + (Measures.LoopReach * 1.2);
            AppendPair(path.Append('C'), reach, last.Y - 4);
            AppendPair(path.Append(' '), reach, end.Y + 4);
            AppendPair(path.Append(' '), end.X + HeadLength - 1, end.Y);
            return;
        }

        for (int i = 1; i < edge.Points.Length; i++)
        {
            Point next = edge.Points[i];
            bool isEnd = i == edge.Points.Length - 1 && edge.HasArrow;
            // The line ends inside the arrow head, so that its blunt end does not show at the tip.
            double y = isEnd ? next.Y - (Direction(edge) * (HeadLength - 1)) : next.Y;
            if (next.X == last.X)
            {
                path.Append('V').AppendNumber(y);
            }
            else
            {
                double middle = (last.Y + y) / 2;
                AppendPair(path.Append('C'), last.X, middle);
                AppendPair(path.Append(' '), next.X, middle);
                AppendPair(path.Append(' '), next.X, y);
            }

            last = next;
        }
    }

    /// <summary>Appends the arrow head at the end of an edge.</summary>
    public static void AppendHead(StringBuilder path, PlacedEdge edge)
    {
        Point tip = edge.Points[edge.Points.Length - 1];
        AppendPair(path.Append('M'), tip.X, tip.Y);
        if (edge.IsLoop)
        {
            AppendPair(path.Append('L'), tip.X + HeadLength, tip.Y - HeadHalfWidth);
            path.Append('V').AppendNumber(tip.Y + HeadHalfWidth).Append('z');
            return;
        }

        AppendPair(path.Append('L'), tip.X - HeadHalfWidth, tip.Y - (Direction(edge) * HeadLength));
        path.Append('H').AppendNumber(tip.X + HeadHalfWidth).Append('z');
    }

    private static int Direction(PlacedEdge edge) => edge.Points[edge.Points.Length - 1].Y >= edge.Points[edge.Points.Length - 2].Y ? 1 : -1;

    private static void AppendPair(StringBuilder path, double x, double y) => path.AppendNumber(x).Append(' ').AppendNumber(y);
}
