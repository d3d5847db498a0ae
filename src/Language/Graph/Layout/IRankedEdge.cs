namespace StateMachineGen.Language.Graph.Layout;

/// <summary>What joins two nodes that are to be ranked, which are told by number.</summary>
internal interface IRankedEdge
{
    /// <summary>Where the edge comes from.</summary>
    int Source { get; }

    /// <summary>Where it leads.</summary>
    int Target { get; }

    /// <summary>Whether it closes a cycle, so that its target is ranked before its source.</summary>
    bool IsReversed { get; set; }
}
