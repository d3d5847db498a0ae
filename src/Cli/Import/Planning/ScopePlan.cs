using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>A machine, branch or item processor that becomes classes.</summary>
internal sealed class ScopePlan
{
    private readonly Dictionary<string, StatePlan> _byName = new(StringComparer.Ordinal);

    public ScopePlan(JsonObjectSyntax syntax, ImmutableArray<StatePlan> states)
    {
        Syntax = syntax;
        States = states;
        foreach (StatePlan state in states)
        {
            _byName.TryAdd(state.Name, state);
        }

        Start = Find(syntax.Find("StartAt")?.Value);
    }

    /// <summary>The object that the scope was read from.</summary>
    public JsonObjectSyntax Syntax { get; }

    /// <summary>The states in the order of the text.</summary>
    public ImmutableArray<StatePlan> States { get; }

    /// <summary>The state that the scope starts with, or null when <c>StartAt</c> names none of it.</summary>
    public StatePlan? Start { get; }

    /// <summary>The class of a branch; empty for machines and item processors.</summary>
    public string ClassName { get; set; } = "";

    /// <summary>The state that a value names, or null.</summary>
    public StatePlan? Find(JsonSyntax? name) => name is JsonStringSyntax text && _byName.TryGetValue(text.Value, out StatePlan? state) ? state : null;
}
