using System.Collections.Immutable;

namespace StateMachineGen.Language.Graph;

/// <summary>The states of one scope and the transitions between them: a whole machine, a branch of a Parallel, the processor of a Map.</summary>
public sealed class GraphScope
{
    internal GraphScope(string? title, ImmutableArray<GraphNode> nodes, ImmutableArray<GraphEdge> edges)
    {
        Title = title;
        Nodes = nodes;
        Edges = edges;
    }

    /// <summary>What the scope is within its state, such as <c>Branch 2</c>; null for the machine itself.</summary>
    public string? Title { get; }

    /// <summary>
    /// The nodes: the start marker if a state is named to start at, the states in the order of the text, targets that do not
    /// exist, and the end marker if a state ends the scope.
    /// </summary>
    public ImmutableArray<GraphNode> Nodes { get; }

    /// <summary>The transitions in the order of the text. Both their ends are among <see cref="Nodes"/>.</summary>
    public ImmutableArray<GraphEdge> Edges { get; }
}
