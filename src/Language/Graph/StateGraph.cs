using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Graph;

/// <summary>
/// The picture of a definition: what there is to draw, without a place for it. Whatever can be read can be drawn: targets that
/// do not exist, states that nothing leads to, and machines without a start are drawn as what they are.
/// </summary>
public sealed class StateGraph
{
    private StateGraph(string? name, StateMachine machine, GraphScope root)
    {
        Name = name;
        Machine = machine;
        Root = root;
    }

    /// <summary>The machine's name, which is no part of its definition, or null.</summary>
    public string? Name { get; }

    /// <summary>The definition.</summary>
    public StateMachine Machine { get; }

    /// <summary>The machine's own states; those of Parallel and Map states are nested in their nodes.</summary>
    public GraphScope Root { get; }

    /// <summary>Makes the picture of a definition.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="name">The machine's name, or null when it is not known.</param>
    public static StateGraph Create(StateMachine machine, string? name = null) => new(name, machine, new ScopeBuilder(machine, null).Build());
}
