using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>
/// The states of a scope and the transitions between them, by number. It is built once for a scope; all rules of its flow look at it, and the
/// transitions of faulty definitions are in it as far as they lead anywhere.
/// </summary>
internal sealed class ScopeGraph
{
    private readonly Transition[] _transitions;
    private readonly int[] _targets;

    /// <summary>Where the transitions of each state begin, and where those of the last one end.</summary>
    private readonly int[] _firsts;

    /// <summary>For each state, one more than the number of the one before it that has its name; null when no name is doubled.</summary>
    private readonly int[]? _namesakes;

    private ScopeGraph(StateContainer scope, Transition[] transitions, int[] targets, int[] firsts, int start, int[]? namesakes)
    {
        Scope = scope;
        _transitions = transitions;
        _targets = targets;
        _firsts = firsts;
        Start = start;
        _namesakes = namesakes;
    }

    public StateContainer Scope { get; }

    public ImmutableArray<State> States => Scope.States;

    /// <summary>The number of the state that the scope starts with, or -1.</summary>
    public int Start { get; }

    /// <summary>Whether several states have one name, a fault of its own: which of them a transition leads to is not known.</summary>
    public bool HasDoubledNames => _namesakes is not null;

    public static ScopeGraph Build(StateContainer scope)
    {
        ImmutableArray<State> states = scope.States;
        var numbers = new Dictionary<string, int>(states.Length, StringComparer.Ordinal);
        int[]? namesakes = null;
        for (int i = 0; i < states.Length; i++)
        {
            if (numbers.TryGetValue(states[i].Name, out int namesake))
            {
                namesakes ??= new int[states.Length];
                namesakes[i] = namesake + 1;
            }

            numbers[states[i].Name] = i;
        }

        List<Transition> transitions = new(states.Length);
        List<int> targets = new(states.Length);
        int[] firsts = new int[states.Length + 1];
        for (int i = 0; i < states.Length; i++)
        {
            firsts[i] = transitions.Count;
            foreach (Transition transition in Transition.From(states[i]))
            {
                transitions.Add(transition);
                targets.Add(transition.Target is { } name && numbers.TryGetValue(name, out int target) ? target : -1);
            }
        }

        firsts[states.Length] = transitions.Count;
        int start = scope.StartAt is { } startAt && numbers.TryGetValue(startAt, out int number) ? number : -1;
        return new ScopeGraph(scope, [.. transitions], [.. targets], firsts, start, namesakes);
    }

    /// <summary>The numbers of the transitions of a state, from the first to before the second.</summary>
    public (int From, int To) TransitionsOf(int state) => (_firsts[state], _firsts[state + 1]);

    public Transition TransitionAt(int number) => _transitions[number];

    /// <summary>The state that a transition leads to, or -1 when there is none.</summary>
    public int TargetOf(int transition) => _targets[transition];

    /// <summary>Which states can be entered.</summary>
    public bool[] FindReached()
    {
        bool[] reached = new bool[States.Length];
        var open = new Stack<int>();
        Enter(Start);
        while (open.Count > 0)
        {
            (int from, int to) = TransitionsOf(open.Pop());
            for (int i = from; i < to; i++)
            {
                Enter(_targets[i]);
            }
        }

        return reached;

        void Enter(int state)
        {
            if (state >= 0 && !reached[state])
            {
                reached[state] = true;
                open.Push(state);
                if (_namesakes is not null)
                {
                    Enter(_namesakes[state] - 1);
                }
            }
        }
    }

    /// <summary>From which states one can be reached that ends the scope.</summary>
    public bool[] FindEnding()
    {
        int[] counts = new int[States.Length + 1];
        foreach (int target in _targets)
        {
            if (target >= 0)
            {
                counts[target + 1]++;
            }
        }

        for (int i = 0; i < States.Length; i++)
        {
            counts[i + 1] += counts[i];
        }

        int[] sources = new int[counts[States.Length]];
        int[] places = [.. counts];
        bool[] ending = new bool[States.Length];
        var open = new Stack<int>();
        for (int i = 0; i < States.Length; i++)
        {
            for (int j = _firsts[i]; j < _firsts[i + 1]; j++)
            {
                if (_targets[j] >= 0)
                {
                    sources[places[_targets[j]]++] = i;
                }
            }

            if (States[i].IsTerminal)
            {
                ending[i] = true;
                open.Push(i);
            }
        }

        while (open.Count > 0)
        {
            int state = open.Pop();
            for (int i = counts[state]; i < counts[state + 1]; i++)
            {
                if (!ending[sources[i]])
                {
                    ending[sources[i]] = true;
                    open.Push(sources[i]);
                }
            }
        }

        return ending;
    }
}
