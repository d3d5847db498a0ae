namespace StateMachineGen.Language.Graph.Svg;

/// <summary>
/// How an execution looks. The fills are the hues of Step Functions' own legend, thinned so that text stays readable on them; borders and signs are
/// darker kin of theirs.
/// </summary>
internal static class MarkTheme
{
    private const string Light =
        """
        .visits{fill:#16191f;font-size:11px}
        .is-succeeded>.box{fill:#d3f6d4;stroke:#1f9a2b;stroke-width:1.8}
        .is-failed>.box{fill:#f8d0cf;stroke:#c3261f;stroke-width:1.8}
        .is-caught-error>.box{fill:#ffe6bd;stroke:#d98a00;stroke-width:1.8}
        .is-in-progress>.box{fill:#d5f0fb;stroke:#1b8fb8;stroke-width:1.8}
        .is-cancelled>.box{fill:#e6e6e6;stroke:#7d7d7d;stroke-width:1.8}
        .is-not-visited{opacity:.42}
        .is-not-visited .is-not-visited{opacity:1}
        .is-taken .line{stroke:#38424d;stroke-width:2.6}
        .is-taken .head{fill:#38424d}
        .is-taken.catch .line{stroke:#b3451d}
        .is-taken.catch .head{fill:#b3451d}
        .is-taken .label{font-weight:600}
        .edge.is-not-taken,.is-not-taken>.label{opacity:.42}
        .sign{display:none}
        .ring{fill:#fff}
        .disc{fill:#7d7d7d}
        .is-succeeded>.mark .disc{fill:#157f20}
        .is-failed>.mark .disc{fill:#c3261f}
        .is-caught-error>.mark .disc{fill:#b86e00}
        .is-in-progress>.mark .disc{fill:#12718f}
        .is-not-visited>.mark{display:none}
        .is-succeeded>.mark .tick,.is-failed>.mark .cross,.is-caught-error>.mark .bend,.is-in-progress>.mark .dots,.is-cancelled>.mark .dash{display:inline}
        .key{fill:#3d4854;font-size:11px}
        """;

    private const string Dark =
        """
        .visits{fill:#e9ebed}
        .is-succeeded>.box{fill:#143a1c;stroke:#2bd62e}
        .is-failed>.box{fill:#4a1a1c;stroke:#ff6b66}
        .is-caught-error>.box{fill:#45310a;stroke:#ffa500}
        .is-in-progress>.box{fill:#103644;stroke:#53c9ed}
        .is-cancelled>.box{fill:#33373c;stroke:#b5b5b5}
        .is-taken .line{stroke:#d5dbe1}
        .is-taken .head{fill:#d5dbe1}
        .is-taken.catch .line{stroke:#f0895c}
        .is-taken.catch .head{fill:#f0895c}
        .ring{fill:#161d26}
        .key{fill:#c6ced6}
        """;

    /// <summary>The hue of a status in Step Functions' own legend, for pictures that know no shades.</summary>
    public static string Hue(StateStatus status) => status switch
    {
        StateStatus.Succeeded => "#2bd62e",
        StateStatus.CaughtError => "#ffa500",
        StateStatus.Failed => "#de322f",
        StateStatus.InProgress => "#53c9ed",
        _ => "#dddddd",
    };

    /// <summary>The colour of text on a hue.</summary>
    public static string TextOn(StateStatus status) => status == StateStatus.Failed ? "#ffffff" : "#000000";

    /// <summary>Rules beside those of <see cref="SvgTheme"/>.</summary>
    public static string Style { get; } = SvgStyle.Of("smg", Light, Dark);
}
