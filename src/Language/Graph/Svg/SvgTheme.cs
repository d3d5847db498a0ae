using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Graph.Svg;

/// <summary>How things look. Every colour is told in words or by a shape as well.</summary>
internal static class SvgTheme
{
    private const string Light =
        """
        {font-family:"Amazon Ember","Segoe UI",system-ui,-apple-system,Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
        .canvas{fill:#fff}
        .box{fill:#fff;stroke:#aab4c0;stroke-width:1.25}
        .scope{fill:#f4f6f9;stroke:#c3cbd5}
        .name{fill:#16191f;font-size:13px;font-weight:600}
        .type,.note{fill:#56616f;font-size:11px}
        .line{fill:none;stroke:#6b7785;stroke-width:1.4}
        .head{fill:#6b7785}
        .catch .line{stroke:#b3451d;stroke-dasharray:5 4}
        .catch .head{fill:#b3451d}
        .halo{fill:#fff}
        .inner .halo{fill:#f4f6f9}
        .label{fill:#3d4854;font-size:11px}
        .label.error{fill:#98380f}
        .marker{fill:#fff;stroke:#6b7785;stroke-width:1.5}
        .dot{fill:#6b7785}
        .word{fill:#3d4854;font-size:11px;font-weight:600}
        .icon{fill:none;stroke:#fff;stroke-width:1.7;stroke-linecap:round;stroke-linejoin:round}
        .lost .box{stroke-dasharray:6 4}
        .missing .box{stroke:#d13212;stroke-dasharray:6 4}
        """;

    private const string Dark =
        """
        .canvas,.halo{fill:#161d26}
        .box,.marker{fill:#1b232d;stroke:#5b6876}
        .scope,.inner .halo{fill:#141b23}
        .scope{stroke:#3f4b58}
        .name{fill:#e9ebed}
        .type,.note{fill:#a3afbc}
        .line{stroke:#8d99a6}
        .head,.dot{fill:#8d99a6}
        .catch .line{stroke:#f0895c}
        .catch .head{fill:#f0895c}
        .label,.word{fill:#c6ced6}
        .label.error{fill:#f5a17c}
        .missing .box{stroke:#ff6b52}
        """;

    /// <summary>
    /// Rules for all pictures alike; there are no ids, so that several can stand in one page. The colours are written out because not every
    /// viewer of SVG knows CSS variables.
    /// </summary>
    public static string Style { get; } = SvgStyle.Of("smg", Light, Dark);

    /// <summary>The colour of a type's badge; white signs are readable on each.</summary>
    public static string Accent(StateType? type) => type switch
    {
        StateType.Task => "#c7511f",
        StateType.Pass => "#5f6b7a",
        StateType.Choice => "#0972d3",
        StateType.Wait => "#7749c4",
        StateType.Succeed => "#1d8102",
        StateType.Fail => "#d13212",
        StateType.Parallel => "#0b7285",
        StateType.Map => "#b8265f",
        _ => "#8a4b00",
    };

    /// <summary>The shape of a type's badge, as the data of a path in 26 by 26 pixels.</summary>
    public static string Badge(StateType? type) => type switch
    {
        StateType.Choice => "M13-2.5 28.5 13 13 28.5-2.5 13z",
        StateType.Wait or StateType.Succeed or StateType.Fail => "M13 0a13 13 0 1 1-.01 0z",
        _ => "M6 0h14a6 6 0 0 1 6 6v14a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6z",
    };

    /// <summary>The sign on a type's badge, as the data of a path in 16 by 16 pixels.</summary>
    public static string Icon(StateType? type) => type switch
    {
        // A flash, an arrow, a fork, a clock, a tick, a cross, three bars, stacked sheets, an exclamation mark.
        StateType.Task => "M9.5 1.5 3.5 9H8l-1.5 5.5 6-7.5H8z",
        StateType.Pass => "M2.5 8h11M9 3.5 13.5 8 9 12.5",
        StateType.Choice => "M8 2.5v4M8 6.5l-4 4v3M8 6.5l4 4v3",
        StateType.Wait => "M8 2a6 6 0 1 1-.01 0zM8 4.8V8l2.4 1.6",
        StateType.Succeed => "M3 8.5 6.6 12 13 4.5",
        StateType.Fail => "M4 4l8 8M12 4l-8 8",
        StateType.Parallel => "M3.5 3v10M8 3v10M12.5 3v10",
        StateType.Map => "M6 6h7.5v7.5H6zM2.5 10V2.5H10",
        _ => "M8 3v6M8 12.6v.1",
    };
}
