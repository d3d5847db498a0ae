using System.Collections.Immutable;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Graph;

/// <summary>What a node stands for.</summary>
public enum GraphNodeKind
{
    /// <summary>The place where a scope starts.</summary>
    Start,

    /// <summary>A state.</summary>
    State,

    /// <summary>A name that a transition leads to although no state of the scope has it.</summary>
    Missing,

    /// <summary>The place where a scope ends.</summary>
    End,
}

/// <summary>A node of a <see cref="GraphScope"/>.</summary>
public sealed class GraphNode
{
    internal GraphNode(int index, GraphNodeKind kind, string name, State? state, bool isReachable, ImmutableArray<GraphScope> scopes)
    {
        Index = index;
        Kind = kind;
        Name = name;
        State = state;
        IsReachable = isReachable;
        Scopes = scopes;
    }

    /// <summary>The node's place in <see cref="GraphScope.Nodes"/>. Names cannot tell nodes apart: a text may hold one twice.</summary>
    public int Index { get; }

    /// <summary>What the node stands for.</summary>
    public GraphNodeKind Kind { get; }

    /// <summary>The name of the state, as it is written; empty for markers.</summary>
    public string Name { get; }

    /// <summary>The state, or null when the node is none.</summary>
    public State? State { get; }

    /// <summary>The state's type, or null when the node is no state or its type is none of the eight.</summary>
    public StateType? Type => State?.Type;

    /// <summary>Whether a path of transitions leads here from the scope's start; true for all when the scope has no valid start.</summary>
    public bool IsReachable { get; }

    /// <summary>The scopes nested in the state, in order; those without states are left out.</summary>
    public ImmutableArray<GraphScope> Scopes { get; }

    /// <summary>The type in words, with what tells this state from others of its type: <c>Task · lambda:invoke</c>.</summary>
    public string TypeLabel => Kind switch
    {
        GraphNodeKind.State => StateDetail.Describe(State!) + (IsReachable ? "" : " · unreachable"),
        GraphNodeKind.Missing => "no such state",
        _ => "",
    };
}
