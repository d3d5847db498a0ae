using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>
/// Which variables of a scope have a value when a state of it is entered: on every path from the start, and on some path. What a state assigns
/// goes along with its transitions; an error that is caught carries what the catcher assigns and nothing of the state itself.
/// </summary>
internal sealed class AssignmentFlow
{
    private readonly VariableScope _scope;
    private readonly Dictionary<State, int> _indices = [];
    private readonly List<Edge>[] _edges;
    private readonly ulong[][] _always;
    private readonly ulong[][] _ever;
    private readonly bool[] _isReached;
    private readonly int _start = -1;

    public AssignmentFlow(VariableScope scope)
    {
        _scope = scope;
        int count = scope.Container.States.Length;
        int words = (scope.Variables.Count + 63) / 64;
        _edges = new List<Edge>[count];
        _always = new ulong[count][];
        _ever = new ulong[count][];
        _isReached = new bool[count];
        for (int i = 0; i < count; i++)
        {
            _indices[scope.Container.States[i]] = i;
            _always[i] = new ulong[words];
            _ever[i] = new ulong[words];
        }

        for (int i = 0; i < count; i++)
        {
            _edges[i] = [];
            AddEdges(scope.Container.States[i], _edges[i]);
        }

        if (scope.Container.StartAt is { } name && scope.Container.FindState(name) is { } start)
        {
            _start = _indices[start];
            Spread();
        }
    }

    /// <summary>Whether an execution can get to the state at all.</summary>
    public bool IsReached(State state) => _isReached[_indices[state]];

    /// <summary>Whether the variable has a value on every path to the state.</summary>
    public bool IsAlwaysAssigned(State state, int variable) => Has(_always[_indices[state]], variable);

    /// <summary>Whether the variable has a value on some path to the state.</summary>
    public bool IsEverAssigned(State state, int variable) => Has(_ever[_indices[state]], variable);

    /// <summary>Describes a path to the state on which the variable gets no value.</summary>
    public string DescribePathWithout(State state, int variable)
    {
        int target = _indices[state];
        var cameBy = new Dictionary<int, Edge>();
        var open = new Queue<int>();
        open.Enqueue(_start);
        while (open.Count > 0 && !cameBy.ContainsKey(target))
        {
            foreach (Edge edge in _edges[open.Dequeue()])
            {
                if (!Has(edge.Assigned, variable) && edge.To != _start && !cameBy.ContainsKey(edge.To))
                {
                    cameBy[edge.To] = edge;
                    open.Enqueue(edge.To);
                }
            }
        }

        string? last = null;
        for (int at = target; cameBy.TryGetValue(at, out Edge edge); at = edge.From)
        {
            string from = _scope.Container.States[edge.From].Name;
            if (edge.IsCatch)
            {
                return $"when '{from}' catches an error";
            }

            last ??= $"on the way from '{from}'";
        }

        return last ?? "at the start";
    }

    private void AddEdges(State state, List<Edge> edges)
    {
        ulong[] own = Assigned(state);
        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Choices)
            {
                Add(rule.Next, Assigned(rule), isCatch: false);
            }

            Add(choice.Default, own, isCatch: false);
        }
        else
        {
            Add(state.Next, own, isCatch: false);
        }

        foreach (Catcher catcher in state.Catch)
        {
            Add(catcher.Next, Assigned(catcher), isCatch: true);
        }

        void Add(string? target, ulong[] assigned, bool isCatch)
        {
            if (target is not null && _scope.Container.FindState(target) is { } next)
            {
                edges.Add(new Edge(_indices[state], _indices[next], assigned, isCatch));
            }
        }
    }

    private ulong[] Assigned(DocumentPart part)
    {
        ulong[] assigned = new ulong[(_scope.Variables.Count + 63) / 64];
        if (part.Field("Assign")?.Value is JsonObjectSyntax assign)
        {
            foreach (JsonMemberSyntax member in assign.Members)
            {
                // In a JSONata state a name with the suffix is none, so it does no harm to take it off in both languages.
                int index = _scope.IndexOf(VariableScope.NameOf(member, QueryLanguage.JSONPath));
                if (index >= 0)
                {
                    assigned[index / 64] |= 1UL << (index % 64);
                }
            }
        }

        return assigned;
    }

    private void Spread()
    {
        var open = new Queue<int>();
        bool[] isOpen = new bool[_edges.Length];
        _isReached[_start] = true;
        open.Enqueue(_start);
        while (open.Count > 0)
        {
            int from = open.Dequeue();
            isOpen[from] = false;
            foreach (Edge edge in _edges[from])
            {
                if (Flow(edge) && !isOpen[edge.To])
                {
                    isOpen[edge.To] = true;
                    open.Enqueue(edge.To);
                }
            }
        }
    }

    /// <summary>Carries what is known over a transition.</summary>
    /// <returns>Whether that told something new.</returns>
    private bool Flow(Edge edge)
    {
        ulong[] always = _always[edge.To];
        ulong[] ever = _ever[edge.To];
        bool isNew = !_isReached[edge.To];
        for (int i = 0; i < always.Length; i++)
        {
            ulong carried = _always[edge.From][i] | edge.Assigned[i];
            ulong both = _isReached[edge.To] ? always[i] & carried : carried;
            ulong any = ever[i] | _ever[edge.From][i] | edge.Assigned[i];
            isNew |= both != always[i] || any != ever[i];
            always[i] = both;
            ever[i] = any;
        }

        _isReached[edge.To] = true;
        return isNew;
    }

    private static bool Has(ulong[] set, int variable) => (set[variable / 64] & (1UL << (variable % 64))) != 0;

    private readonly record struct Edge(int From, int To, ulong[] Assigned, bool IsCatch);
}
