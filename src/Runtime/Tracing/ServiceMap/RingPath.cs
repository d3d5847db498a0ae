using System;
using System.Text;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Tracing;

/// <summary>Draws the ring of a node: a pie of the outcomes, from 12 o'clock, the worst first.</summary>
internal static class RingPath
{
    /// <summary>So small a share would not be seen.</summary>
    private const double LeastShare = 0.02;

    /// <summary>Appends the arcs around the origin.</summary>
    public static void Append(StringBuilder svg, RequestStatistics requests)
    {
        if (requests.TotalCount == 0)
        {
            svg.Append("<circle class=\"arc idle\" r=\"").AppendNumber(MapMeasures.Radius).Append("\"/>");
            return;
        }

        double total = 0;
        foreach (SegmentOutcome outcome in RequestText.Outcomes)
        {
            total += Share(requests, outcome);
        }

        double from = 0;
        foreach (SegmentOutcome outcome in RequestText.Outcomes)
        {
            double share = Share(requests, outcome) / total;
            if (share >= 1)
            {
                svg.Append("<circle class=\"arc ").Append(RequestText.Noun(outcome)).Append("\" r=\"").AppendNumber(MapMeasures.Radius).Append("\"/>");
            }
            else if (share > 0)
            {
                AppendArc(svg, outcome, from, from + share);
            }

            from += share;
        }
    }

    private static void AppendArc(StringBuilder svg, SegmentOutcome outcome, double from, double to)
    {
        svg.Append("<path class=\"arc ").Append(RequestText.Noun(outcome)).Append("\" d=\"M");
        AppendPoint(svg, from);
        svg.Append('A').AppendNumber(MapMeasures.Radius).Append(' ').AppendNumber(MapMeasures.Radius).Append(to - from > 0.5 ? " 0 1 1 " : " 0 0 1 ");
        AppendPoint(svg, to);
        svg.Append("\"/>");
    }

    private static void AppendPoint(StringBuilder svg, double turn)
    {
        (double sin, double cos) = Math.SinCos(turn * 2 * Math.PI);
        svg.AppendNumber(MapMeasures.Radius * sin).Append(' ').AppendNumber(-MapMeasures.Radius * cos);
    }

    private static double Share(RequestStatistics requests, SegmentOutcome outcome)
    {
        int count = RequestText.Count(requests, outcome);
        return count == 0 ? 0 : Math.Max(LeastShare, (double)count / requests.TotalCount);
    }
}
