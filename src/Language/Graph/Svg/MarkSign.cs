using System.Text;

namespace StateMachineGen.Language.Graph.Svg;

/// <summary>
/// The sign at the corner of a state, which tells its status by a shape. All signs are there and the state's class shows one, so that a page can
/// change the status.
/// </summary>
internal static class MarkSign
{
    // A tick, a cross, an arrow that turns aside, three dots, a dash; in 16 by 16 pixels around the middle.
    private const string Signs =
        """
        <path class="icon sign tick" d="M-4.2.4-1.4 3.2 4.2-3"/><path class="icon sign cross" d="M-3.2-3.2 3.2 3.2M3.2-3.2-3.2 3.2"/><path class="icon sign bend" d="M-4-4v3.5a2.5 2.5 0 0 0 2.5 2.5h5M1 -.5 3.5 2 1 4.5"/><path class="icon sign dots" d="M-3.8 0h.01M0 0h.01M3.8 0h.01"/><path class="icon sign dash" d="M-3.8 0h7.6"/>
        """;

    /// <summary>Draws a sign.</summary>
    public static void Append(StringBuilder svg, double x, double y) =>
        svg.Append("<g class=\"mark\" transform=\"translate(").AppendNumber(x).Append(' ').AppendNumber(y)
            .Append(")\"><circle class=\"ring\" r=\"11\"/><circle class=\"disc\" r=\"9\"/>").Append(Signs).Append("</g>\n");
}
