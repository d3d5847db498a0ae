using StateMachineGen.Language.Graph.Svg;

namespace StateMachineGen.Tracing;

/// <summary>
/// How a service map looks: the colours that X-Ray's console has. The arcs differ in width and pattern too, and a sign tells the worst, so that nothing
/// depends on colour.
/// </summary>
internal static class ServiceMapTheme
{
    private const string Light =
        """
        {font-family:"Amazon Ember","Segoe UI",system-ui,-apple-system,Roboto,"Helvetica Neue",Arial,"DejaVu Sans",sans-serif}
        .canvas,.halo{fill:#fff}
        .disc{fill:#fff;stroke:#d5dbe1;stroke-width:1}
        .arc{fill:none;stroke-width:8}
        .arc.idle{stroke:#c9d0d8;stroke-width:4}
        .arc.ok{stroke:#43a566}
        .arc.error{stroke:#ffb74d;stroke-dasharray:7 2.5}
        .arc.throttle{stroke:#9370db;stroke-dasharray:2.5 2}
        .arc.fault{stroke:#d22018;stroke-width:12}
        .name{fill:#16191f;font-size:13px;font-weight:600}
        .type,.small{fill:#56616f;font-size:11px}
        .average{fill:#16191f;font-size:11px;font-weight:600}
        .line{fill:none;stroke:#8a95a1;stroke-width:1.4}
        .head{fill:#8a95a1}
        .label{fill:#3d4854;font-size:11px}
        .health{font-size:11px;font-weight:600;fill:#3d4854}
        .health.error{fill:#8a5200}
        .health.throttle{fill:#6a43bd}
        .health.fault{fill:#b3160f}
        .glyph{fill:none;stroke:#56616f;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}
        .badge{stroke:#fff;stroke-width:2}
        .badge.ok{fill:#2c8a4d}
        .badge.error{fill:#c77700}
        .badge.throttle{fill:#7450c4}
        .badge.fault{fill:#d22018}
        .sign{fill:none;stroke:#fff;stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
        .node{outline:none}
        .node:focus-visible .disc{stroke:#0972d3;stroke-width:22}
        """;

    private const string Dark =
        """
        .canvas,.halo{fill:#161d26}
        .disc{fill:#1b232d;stroke:#2c3743}
        .arc.idle{stroke:#4a5663}
        .arc.ok{stroke:#46a669}
        .arc.error{stroke:#ffc46e}
        .arc.throttle{stroke:#a98bea}
        .arc.fault{stroke:#ee4a40}
        .name,.average{fill:#e9ebed}
        .type,.small{fill:#a3afbc}
        .line{stroke:#75818e}
        .head{fill:#75818e}
        .label,.health{fill:#c6ced6}
        .health.error{fill:#ffc46e}
        .health.throttle{fill:#c0a9f2}
        .health.fault{fill:#ff8a80}
        .glyph{stroke:#a3afbc}
        .badge{stroke:#161d26}
        .node:focus-visible .disc{stroke:#42b4ff}
        """;

    public static string Style { get; } = SvgStyle.Of("smg-map", Light, Dark);
}
