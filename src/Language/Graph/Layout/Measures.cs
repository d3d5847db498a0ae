namespace StateMachineGen.Language.Graph.Layout;

/// <summary>The sizes of what is drawn, in pixels.</summary>
internal static class Measures
{
    /// <summary>Names are set in bold type of 13 pixels, which is wider by an eighth.</summary>
    public const double NameFont = 14.6;
    public const double TypeFont = 11;
    public const double LabelFont = 11;

    public const double NameLine = 17;
    public const double TypeLine = 15;
    public const double LabelLine = 15;

    /// <summary>The longest line of a name; longer names are broken.</summary>
    public const double MaxNameWidth = 250;
    public const double MaxTypeWidth = 290;
    public const double MaxLabelWidth = 215;

    /// <summary>The icon's column at the left of a state.</summary>
    public const double IconColumn = 40;
    public const double NodePadding = 12;
    public const double MinNodeWidth = 150;

    public const double MarkerSize = 46;
    public const double NestedMarkerSize = 14;

    /// <summary>Around the states of a scope.</summary>
    public const double ScopeMargin = 20;

    /// <summary>Around and between the scopes of a Parallel or Map.</summary>
    public const double NestedGap = 14;
    public const double ScopeTitle = 22;

    public const double NodeGap = 34;
    public const double LineGap = 18;
    public const double RowGap = 30;
    public const double LabelPadding = 5;

    /// <summary>How far a line from a state to itself reaches out.</summary>
    public const double LoopReach = 30;

    /// <summary>Between the ends of several lines at one side of a node.</summary>
    public const double PortGap = 14;
}
