using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>
/// What is known of the input of each state of a scope: what holds on all ways to it. States are visited in an order in which those before come first, so
/// that without loops each is visited once; in loops what is known can only become less, until it holds for every turn.
/// </summary>
internal sealed class ShapeFlow
{
    /// <summary>A state that is visited more often is given up.</summary>
    private const int MaxVisits = 2 * Shape.MaxDepth;

    private readonly ScopeGraph _graph;
    private readonly Func<State, StateShapes?> _shapesOf;
    private readonly Shape?[] _entries;
    private readonly ShapeWay[] _ways;
    private readonly int[] _visits;
    private readonly int[] _ranks;
    private readonly SortedSet<(int Rank, int State)> _open = [];

    private ShapeFlow(ScopeGraph graph, Func<State, StateShapes?> shapesOf)
    {
        int count = graph.States.Length;
        _graph = graph;
        _shapesOf = shapesOf;
        _entries = new Shape?[count];
        _ways = new ShapeWay[count];
        _visits = new int[count];
        _ranks = Rank(graph);
    }

    /// <summary>Follows data through a sound scope.</summary>
    /// <param name="graph">The scope.</param>
    /// <param name="start">What is known of its input.</param>
    /// <param name="shapesOf">How each state treats data; null for a state that cannot be read.</param>
    /// <returns>What is known of the input of each state; null for those that cannot be reached.</returns>
    public static Shape?[] Run(ScopeGraph graph, Shape start, Func<State, StateShapes?> shapesOf)
    {
        var flow = new ShapeFlow(graph, shapesOf);
        flow.Enter(graph.Start, start, new ShapeWay(null, IsCatch: false));
        while (flow._open.Count > 0)
        {
            (int Rank, int State) next = flow._open.Min;
            flow._open.Remove(next);
            flow.Visit(next.State);
        }

        return flow._entries;
    }

    private void Visit(int number)
    {
        State state = _graph.States[number];
        StateFlow data = _shapesOf(state)?.Follow(_entries[number]!, report: null) ?? StateFlow.Unknown;
        (int from, int to) = _graph.TransitionsOf(number);
        for (int i = from; i < to; i++)
        {
            Transition transition = _graph.TransitionAt(i);
            Enter(_graph.TargetOf(i), data.Along(transition), new ShapeWay(state.Name, transition.IsCatch));
        }
    }

    private void Enter(int state, Shape shape, ShapeWay way)
    {
        if (state < 0)
        {
            return;
        }

        Shape? known = _entries[state];
        if (known is null)
        {
            _ways[state] = way;
        }

        Shape joined = known is null ? shape : new ShapeJoin(_ways[state], way).Join(known, shape);
        if (ReferenceEquals(joined, known))
        {
            return;
        }

        _entries[state] = ++_visits[state] > MaxVisits ? Shape.Unknown : joined;
        _open.Add((_ranks[state], state));
    }

    /// <summary>The places of the states in an order in which a state comes after all from which it is reached, but for loops.</summary>
    private static int[] Rank(ScopeGraph graph)
    {
        int[] ranks = new int[graph.States.Length];
        bool[] isSeen = new bool[graph.States.Length];
        var path = new Stack<(int State, int Next)>();
        int rank = graph.States.Length;
        Push(graph.Start);
        while (path.Count > 0)
        {
            (int state, int next) = path.Pop();
            if (next == graph.TransitionsOf(state).To)
            {
                ranks[state] = --rank;
                continue;
            }

            path.Push((state, next + 1));
            Push(graph.TargetOf(next));
        }

        return ranks;

        void Push(int state)
        {
            if (state >= 0 && !isSeen[state])
            {
                isSeen[state] = true;
                path.Push((state, graph.TransitionsOf(state).From));
            }
        }
    }
}
