namespace StateMachineGen.Language.Graph;

/// <summary>What makes an execution take a transition.</summary>
public enum GraphEdgeKind
{
    /// <summary>The scope starts.</summary>
    Start,

    /// <summary>The state is done (ASL field <c>Next</c>).</summary>
    Next,

    /// <summary>A rule of a Choice state matches.</summary>
    Choice,

    /// <summary>No rule of a Choice state matches (ASL field <c>Default</c>).</summary>
    Default,

    /// <summary>An error is caught (ASL field <c>Catch</c>).</summary>
    Catch,

    /// <summary>The state ends its scope.</summary>
    End,
}

/// <summary>A transition of a <see cref="GraphScope"/>.</summary>
public sealed class GraphEdge
{
    internal GraphEdge(GraphNode source, GraphNode target, GraphEdgeKind kind, string? label)
    {
        Source = source;
        Target = target;
        Kind = kind;
        Label = label;
    }

    /// <summary>Where the transition comes from.</summary>
    public GraphNode Source { get; }

    /// <summary>Where it leads.</summary>
    public GraphNode Target { get; }

    /// <summary>What makes an execution take it.</summary>
    public GraphEdgeKind Kind { get; }

    /// <summary>The condition of a rule or the names of the errors that are caught, in short; null where there is nothing to say.</summary>
    public string? Label { get; }
}
