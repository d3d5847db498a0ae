using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Graph;

/// <summary>Turns a scope of a definition into nodes and edges. It recurses with the nesting of scopes, which the JSON reader bounds.</summary>
internal sealed class ScopeBuilder(StateContainer container, string? title)
{
    private readonly List<GraphNode> _nodes = [];
    private readonly List<GraphEdge> _edges = [];
    private readonly Dictionary<string, GraphNode> _missing = new(StringComparer.Ordinal);
    private readonly Dictionary<State, GraphNode> _byState = [];

    public GraphScope Build()
    {
        HashSet<State>? reachable = FindReachable();
        GraphNode? start = container.StartAt is null ? null : Add(GraphNodeKind.Start, "");
        foreach (State state in container.States)
        {
            var node = new GraphNode(
                _nodes.Count, GraphNodeKind.State, state.Name, state, reachable?.Contains(state) ?? true, NestedScopes(state));
            _nodes.Add(node);
            _byState[state] = node;
        }

        if (start is not null)
        {
            _edges.Add(new GraphEdge(start, NodeOf(container.StartAt!), GraphEdgeKind.Start, null));
        }

        foreach (State state in container.States)
        {
            AddTransitions(state);
        }

        AddEnd();
        return new GraphScope(title, [.. _nodes], [.. _edges]);
    }

    private static ImmutableArray<GraphScope> NestedScopes(State state)
    {
        ImmutableArray<GraphScope>.Builder scopes = ImmutableArray.CreateBuilder<GraphScope>();
        for (int i = 0; i < state.Containers.Length; i++)
        {
            if (state.Containers[i].States.Length > 0)
            {
                string? title = state is ParallelState ? "Branch " + i.ToString(CultureInfo.InvariantCulture) : "Each item";
                scopes.Add(new ScopeBuilder(state.Containers[i], title).Build());
            }
        }

        return scopes.ToImmutable();
    }

    private static IEnumerable<(string Target, GraphEdgeKind Kind, string? Label)> TransitionsOf(State state)
    {
        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Choices)
            {
                if (rule.Next is { } ruleNext)
                {
                    yield return (ruleNext, GraphEdgeKind.Choice, ConditionText.Describe(rule));
                }
            }

            if (choice.Default is { } @default)
            {
                yield return (@default, GraphEdgeKind.Default, "default");
            }
        }

        if (state.Next is { } next)
        {
            yield return (next, GraphEdgeKind.Next, null);
        }

        foreach (Catcher catcher in state.Catch)
        {
            if (catcher.Next is { } catcherNext)
            {
                yield return (catcherNext, GraphEdgeKind.Catch, ErrorText(catcher));
            }
        }
    }

    private static string ErrorText(Catcher catcher)
    {
        string errors = string.Join(", ", catcher.ErrorEquals.Select(error => error == "States.ALL" ? "any error" : error));
        return errors.Length == 0 ? "no error" : errors;
    }

    private void AddTransitions(State state)
    {
        foreach ((string target, GraphEdgeKind kind, string? label) in TransitionsOf(state))
        {
            _edges.Add(new GraphEdge(_byState[state], NodeOf(target), kind, label));
        }
    }

    private void AddEnd()
    {
        GraphNode? end = null;
        foreach (State state in container.States)
        {
            if (state.IsTerminal)
            {
                end ??= Add(GraphNodeKind.End, "");
                _edges.Add(new GraphEdge(_byState[state], end, GraphEdgeKind.End, null));
            }
        }
    }

    private GraphNode NodeOf(string name)
    {
        if (container.FindState(name) is { } state)
        {
            return _byState[state];
        }

        if (!_missing.TryGetValue(name, out GraphNode? node))
        {
            node = Add(GraphNodeKind.Missing, name);
            _missing.Add(name, node);
        }

        return node;
    }

    private GraphNode Add(GraphNodeKind kind, string name)
    {
        var node = new GraphNode(_nodes.Count, kind, name, null, isReachable: true, ImmutableArray<GraphScope>.Empty);
        _nodes.Add(node);
        return node;
    }

    /// <summary>The states that can be reached, or null when there is no state to start at: then all would be drawn as lost.</summary>
    private HashSet<State>? FindReachable()
    {
        if (container.StartAt is not { } startAt || container.FindState(startAt) is not { } first)
        {
            return null;
        }

        var reached = new HashSet<State> { first };
        var open = new Stack<State>();
        open.Push(first);
        while (open.Count > 0)
        {
            foreach ((string target, _, _) in TransitionsOf(open.Pop()))
            {
                if (container.FindState(target) is { } next && reached.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return reached;
    }
}
