using System.Collections.Immutable;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks a definition against all rules of the language: in a compiler, in a terminal, and where a definition is loaded.</summary>
public static class DefinitionChecker
{
    /// <summary>Checks a whole machine, nested scopes included.</summary>
    /// <param name="machine">The definition.</param>
    /// <param name="target">What the machine is to be created as, which is no part of the definition.</param>
    /// <returns>
    /// What is wrong. A fault is found once: rules that would only repeat it in other words, such as reachability behind
    /// a transition that leads nowhere, are not applied.
    /// </returns>
    public static ImmutableArray<Finding> Check(StateMachine machine, CreationTarget target)
    {
        var findings = new FindingCollector();
        var names = new NameChecks(findings);
        if (target.Name is { } name)
        {
            names.CheckMachineName(machine, name);
        }

        LimitChecks.Check(machine, findings);
        var transitions = new TransitionChecks(machine, findings);
        CheckScope(machine, machine, names, transitions, findings);
        return findings.ToImmutable();
    }

    private static void CheckScope(
        StateMachine machine, StateContainer scope, NameChecks names, TransitionChecks transitions, FindingCollector findings)
    {
        FieldChecks.Check(scope, findings);
        bool isWhole = transitions.Check(scope);
        foreach (State state in scope.States)
        {
            names.CheckStateName(state);
            if (state.Type is null)
            {
                FieldChecks.CheckType((UnknownState)state, findings);
                continue;
            }

            FieldChecks.Check(state, machine, findings);
            ErrorHandlingChecks.Check(state, findings);
            LimitChecks.Check(state, machine, findings);
            if (state is TaskState task)
            {
                ResourceChecks.Check(task, findings);
            }

            foreach (StateContainer nested in state.Containers)
            {
                CheckScope(machine, nested, names, transitions, findings);
            }
        }

        if (isWhole)
        {
            ReachabilityChecks.Check(scope, findings);
        }
    }
}
