namespace StateMachineGen.Tracing;

/// <summary>The sizes of what is drawn on a service map, in pixels.</summary>
internal static class MapMeasures
{
    public const double Radius = 46;
    public const double RingWidth = 8;

    /// <summary>From the middle of a ring to where lines end.</summary>
    public const double Reach = Radius + (RingWidth / 2) + 3;

    /// <summary>The straight end of a line before a ring: an arrow head and a little more.</summary>
    public const double Approach = 12;

    /// <summary>How far an arc from a node to itself rises above the ring, its label included.</summary>
    public const double LoopHeight = 60;

    public const double NameLine = 17;
    public const double TextLine = 15;
    public const double TextFont = 11;

    /// <summary>Bold type of 11 pixels, which is wider by an eighth.</summary>
    public const double BoldFont = 12.4;
    public const double MaxTextWidth = 240;

    /// <summary>Enough for all three ways to fail, so that none is ever cut.</summary>
    public const double MaxHealthWidth = 320;

    /// <summary>Between columns, where lines bend.</summary>
    public const double ColumnGap = 40;
    public const double Margin = 24;
}
