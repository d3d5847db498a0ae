using System.Text;
using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Tracing;

/// <summary>A small sign of an outcome, which a shape tells as well as a colour.</summary>
internal static class OutcomeBadge
{
    /// <summary>Draws a sign around a point.</summary>
    public static void Append(StringBuilder svg, SegmentOutcome outcome, double x, double y)
    {
        // A disc with a tick, a triangle with an exclamation mark, a square with two bars, an octagon with a cross.
        (string shape, string sign) = outcome switch
        {
            SegmentOutcome.Ok => ("M0-10a10 10 0 1 1-.01 0z", "M-4.4.4-1.4 3.4 4.4-3"),
            SegmentOutcome.Error => ("M0-11.5 12 9.5H-12z", "M0-4V2M0 5.6V5.7"),
            SegmentOutcome.Throttle => ("M-9.5-9.5h19v19h-19z", "M-3-4.5v9M3-4.5v9"),
            _ => ("M-4.3-10.5h8.6L10.5-4.3v8.6L4.3 10.5h-8.6L-10.5 4.3v-8.6z", "M-3.8-3.8 3.8 3.8M3.8-3.8-3.8 3.8"),
        };
        svg.Append("<g transform=\"translate(").AppendNumber(x).Append(' ').AppendNumber(y).Append(")\"><path class=\"badge ").Append(RequestText.Noun(outcome))
            .Append("\" d=\"").Append(shape).Append("\"/><path class=\"sign\" d=\"").Append(sign).Append("\"/></g>");
    }
}
