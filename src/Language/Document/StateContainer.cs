using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

/// <summary>
/// What holds states: a whole machine, a branch of a Parallel state, the processor of a Map. Each is a scope of its own:
/// transitions do not leave it.
/// </summary>
public abstract class StateContainer : DocumentPart
{
    private readonly Dictionary<string, State> _byName = new(StringComparer.Ordinal);

    private protected StateContainer(JsonObjectSyntax syntax, DocumentPart? parent, string segment)
        : base(syntax, parent, segment)
    {
        if (syntax.Find("States")?.Value is not JsonObjectSyntax states)
        {
            States = ImmutableArray<State>.Empty;
            return;
        }

        ImmutableArray<State>.Builder builder = ImmutableArray.CreateBuilder<State>(states.Members.Length);
        foreach (JsonMemberSyntax member in states.Members)
        {
            State state = State.Create(member, this);
            builder.Add(state);
            _byName[state.Name] = state;
        }

        States = builder.MoveToImmutable();
    }

    /// <summary>The name of the first state (ASL field <c>StartAt</c>).</summary>
    public string? StartAt => Text("StartAt");

    /// <summary>The states in the order of the text; one for each member of <c>States</c>, doubled names included.</summary>
    public ImmutableArray<State> States { get; }

    /// <summary>The states of this scope and of all scopes in it, in the order of the text.</summary>
    public IEnumerable<State> DescendantStates =>
        States.SelectMany(state => state.Containers.SelectMany(container => container.DescendantStates).Prepend(state));

    /// <summary>The state of this name in this scope, or null.</summary>
    public State? FindState(string name) => _byName.TryGetValue(name, out State? state) ? state : null;
}
