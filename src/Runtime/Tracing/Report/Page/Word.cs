using StateMachineGen.Language.Graph;

namespace StateMachineGen.Tracing;

/// <summary>How something went: a class for its colour, a sign and a word, since not everybody sees colours.</summary>
/// <param name="Class">The class in the style sheet.</param>
/// <param name="Sign">The sign.</param>
/// <param name="Name">The word.</param>
internal sealed record Word(string Class, string Sign, string Name)
{
    public static Word Of(ExecutionStatus? status) => status switch
    {
        null => new("progress", "▶", "Running"),
        ExecutionStatus.Succeeded => new("ok", "✓", "Succeeded"),
        ExecutionStatus.Failed => new("fault", "✕", "Failed"),
        ExecutionStatus.TimedOut => new("fault", "◷", "Timed out"),
        _ => new("cancelled", "■", "Aborted"),
    };

    public static Word Of(SegmentOutcome outcome) => outcome switch
    {
        SegmentOutcome.Ok => new("ok", "✓", "OK"),
        SegmentOutcome.Error => new("error", "▲", "Error"),
        SegmentOutcome.Throttle => new("throttle", "◆", "Throttle"),
        _ => new("fault", "✕", "Fault"),
    };

    public static Word Of(StateStatus status) => status switch
    {
        StateStatus.Succeeded => new("ok", "✓", "Succeeded"),
        StateStatus.CaughtError => new("error", "↪", "Caught error"),
        StateStatus.Failed => new("fault", "✕", "Failed"),
        StateStatus.InProgress => new("progress", "▶", "In progress"),
        StateStatus.Cancelled => new("cancelled", "■", "Cancelled"),
        _ => new("none", "", "Not visited"),
    };

    /// <summary>Writes sign and word.</summary>
    public void Write(HtmlText html) => html.Add($"<span class=\"word {Class}\"><i aria-hidden=\"true\">{Sign}</i> {Name}</span>");
}
