using System;
using System.Collections.Generic;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>The variables that the states of one scope assign.</summary>
internal sealed class VariableScope
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
    private AssignmentFlow? _flow;

    /// <param name="container">The states.</param>
    /// <param name="outer">The scope around, or null.</param>
    /// <param name="owner">The state of the outer scope that the container stands in, or null.</param>
    public VariableScope(StateContainer container, VariableScope? outer, State? owner)
    {
        Container = container;
        Outer = outer;
        Owner = owner;
        IsIsolated = container is ItemProcessor { ProcessorConfig: { } config } && config.Find("Mode")?.Value is JsonStringSyntax { Value: "DISTRIBUTED" };
    }

    public StateContainer Container { get; }

    public VariableScope? Outer { get; }

    public State? Owner { get; }

    /// <summary>Whether the scope runs in executions of its own, which see no variables from outside.</summary>
    public bool IsIsolated { get; }

    /// <summary>The first assignment of each variable.</summary>
    public List<Assignment> Variables { get; } = [];

    /// <summary>What is read of them, here or in a nested scope.</summary>
    public HashSet<string> Read { get; } = new(StringComparer.Ordinal);

    /// <summary>Where the variables have a value.</summary>
    public AssignmentFlow Flow => _flow ??= new AssignmentFlow(this);

    public void Add(Assignment assignment)
    {
        if (!_indices.ContainsKey(assignment.Name))
        {
            _indices[assignment.Name] = Variables.Count;
            Variables.Add(assignment);
        }
    }

    /// <summary>Leaves a variable to the scope around that has it already.</summary>
    public void Remove(string name) => _indices.Remove(name);

    /// <summary>The number of a variable, or -1.</summary>
    public int IndexOf(string name) => _indices.TryGetValue(name, out int index) ? index : -1;

    /// <summary>The parts of a state whose <c>Assign</c> sets variables: the state itself, the rules of a Choice, and what catches its errors.</summary>
    public static IEnumerable<DocumentPart> AssigningParts(State state, QueryLanguage language)
    {
        if (FieldTable.Allows(state.Type!.Value, language, "Assign"))
        {
            yield return state;
        }

        if (state is ChoiceState choice)
        {
            foreach (ChoiceRule rule in choice.Choices)
            {
                yield return rule;
            }
        }

        foreach (Catcher catcher in state.Catch)
        {
            yield return catcher;
        }
    }

    /// <summary>The name of the variable that a field of an Assign sets.</summary>
    public static string NameOf(JsonMemberSyntax member, QueryLanguage language) =>
        language == QueryLanguage.JSONPath && ExpressionSites.IsDynamic(member.Name) ? member.Name.Substring(0, member.Name.Length - 2) : member.Name;
}

/// <summary>A field of an Assign.</summary>
internal readonly record struct Assignment(string Name, JsonMemberSyntax Member, DocumentPart Part)
{
    public string Path => Part.PathOf("Assign") + "/" + Member.Name;
}
