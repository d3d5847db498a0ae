using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Graph;

/// <summary>
/// What an execution did, to be drawn over the picture of its definition. States are told by their names, which are unique in
/// a machine, nested states included.
/// </summary>
public sealed class ExecutionMarks
{
    private readonly ImmutableDictionary<(string? Source, string? Target, bool IsCaught), int> _taken;

    /// <summary>Makes marks. What is given twice is added up.</summary>
    /// <param name="states">The marks of the states that were visited.</param>
    /// <param name="transitions">The transitions that were taken.</param>
    public ExecutionMarks(IEnumerable<KeyValuePair<string, StateMark>> states, IEnumerable<TakenTransition> transitions)
    {
        States = states.GroupBy(state => state.Key, StringComparer.Ordinal)
            .ToImmutableDictionary(group => group.Key, group => group.Select(state => state.Value).Aggregate((a, b) => a.With(b)), StringComparer.Ordinal);
        _taken = transitions.GroupBy(each => (each.Source, each.Target, each.IsCaught))
            .ToImmutableDictionary(group => group.Key, group => group.Sum(each => each.Count));
    }

    /// <summary>The marks of the states that were visited, by their names.</summary>
    public ImmutableDictionary<string, StateMark> States { get; }

    /// <summary>The transitions that were taken, in no order.</summary>
    public IEnumerable<TakenTransition> Transitions =>
        _taken.Select(each => new TakenTransition(each.Key.Source, each.Key.Target, each.Key.IsCaught, each.Value));

    /// <summary>The mark of a state; <see cref="StateMark.NotVisited"/> when there is none.</summary>
    public StateMark Of(string state) => States.TryGetValue(state, out StateMark? mark) ? mark : StateMark.NotVisited;

    /// <summary>
    /// How often a transition was taken. Of several rules of a Choice that lead to one state a history does not tell which
    /// it was, so they have one number.
    /// </summary>
    public int CountOf(GraphEdge edge) =>
        _taken.TryGetValue((NameOf(edge.Source), NameOf(edge.Target), edge.Kind == GraphEdgeKind.Catch), out int count) ? count : 0;

    /// <summary>These marks and others together, as of executions of one machine.</summary>
    public ExecutionMarks With(ExecutionMarks other) => new(States.Concat(other.States), Transitions.Concat(other.Transitions));

    private static string? NameOf(GraphNode node) => node.Kind is GraphNodeKind.Start or GraphNodeKind.End ? null : node.Name;
}
