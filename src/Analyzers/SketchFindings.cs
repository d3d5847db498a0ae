using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Authoring;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>
/// Where a machine has faults, its definition lacks what could not be read. So that one mistake neither hides the others nor seems to be several, what the
/// rules find is kept unless it may follow from what lacks.
/// </summary>
internal static class SketchFindings
{
    private static readonly string[] s_scopes = ["/Branches[", "/ItemProcessor", "/Iterator"];

    /// <summary>What depends on all transitions of a scope, or on all that a part says.</summary>
    private static readonly ImmutableArray<Rule> s_ofTheWhole =
    [
        TransitionRules.UnreachableState, TransitionRules.NoTerminalState, FlowRules.NestedWithoutTerminal, FlowRules.EndlessCycle, FlowRules.CycleWithoutProgress,
        AdviceRules.BusyCycle, FieldRules.MissingField, ComparisonRules.OneOperator,
    ];

    public static IEnumerable<Finding> Select(AuthoredMachine machine, ImmutableArray<Finding> findings)
    {
        if (machine.Draft is not null)
        {
            return findings;
        }

        string[] faulty = [.. FindFaulty(machine, machine.Sketch!)];
        return findings.Where(finding =>
            !s_ofTheWhole.Contains(finding.Rule)
            && !(MayFollow(finding.Rule) && faulty.Any(path => IsOf(finding.Path, path))));
    }

    private static IEnumerable<string> FindFaulty(AuthoredMachine machine, StateContainer scope) =>
        scope.States.SelectMany(state => state.Containers.SelectMany(nested => FindFaulty(machine, nested))
            .Concat(machine.IsFaulty(state) ? [state.Path] : Enumerable.Empty<string>()));

    /// <summary>Faults are of transitions, of branches and of entries of Retry and Catch; what is left out of a state is missed by the rules about these.</summary>
    private static bool MayFollow(Rule rule) =>
        rule.Category is RuleCategory.Transitions or RuleCategory.ErrorHandling || rule == AdviceRules.ParallelOfOne;

    /// <summary>Whether a path is that of a state or of something in it, but of no scope nested in it.</summary>
    private static bool IsOf(string path, string state)
    {
        if (!path.StartsWith(state, StringComparison.Ordinal))
        {
            return false;
        }

        string rest = path.Substring(state.Length);
        return rest.Length == 0
            || (rest[0] == '/' && !s_scopes.Any(scope => rest.StartsWith(scope, StringComparison.Ordinal)));
    }
}
