using System.Collections.Immutable;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>Rules that only C# can have: the definition is sound, but a class says something that is not in it.</summary>
public static class CSharpRules
{
    /// <summary>SMG1004: a class is a state of no machine.</summary>
    public static Rule StateWithoutMachine { get; } = new(
        "SMG1004",
        "A state is nested in its state machine",
        "'{0}' has the attribute [{1}] but belongs to no state machine: nest it in a class with [StateMachine]",
        RuleSeverity.Warning,
        "The states of a machine are the classes nested directly in it. A class elsewhere is in no definition, whatever attributes it has.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Rule> All { get; } = [StateWithoutMachine];
}
