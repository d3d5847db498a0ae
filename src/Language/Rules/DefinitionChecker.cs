using System.Collections.Generic;
using System.Collections.Immutable;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Rules.DataFlow;

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

        new DuplicateKeyChecks(findings).Check(machine);
        LabelChecks.Check(machine, findings);
        SizeChecks.Check(machine, findings);
        var surroundings = new Surroundings(machine, target, target.Type);
        TaskTimeChecks.CheckExpress(machine, "TimeoutSeconds", surroundings, findings);
        Dictionary<StateContainer, ScopeGraph> sound = [];
        CheckScope(machine, surroundings, names, new TransitionChecks(machine, findings), sound, findings);
        DataFlowChecks.Check(machine, sound, findings);
        return findings.ToImmutable();
    }

    /// <returns>What is in the scope.</returns>
    private static ScopeContents CheckScope(
        StateContainer scope, Surroundings surroundings, NameChecks names, TransitionChecks transitions, Dictionary<StateContainer, ScopeGraph> sound, FindingCollector findings)
    {
        StateMachine machine = surroundings.Machine;
        var contents = new ScopeContents();
        FieldChecks.Check(scope, machine, findings);
        ScopeGraph graph = ScopeGraph.Build(scope);
        bool isWhole = transitions.Check(graph);
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
            if (state is TaskState task)
            {
                ResourceChecks.Check(task, findings);
            }

            var nestedContents = new ScopeContents();
            foreach (StateContainer nested in state.Containers)
            {
                nestedContents.Add(CheckScope(nested, surroundings.Within(state), names, transitions, sound, findings));
            }

            StateChecks.Check(state, surroundings, nestedContents, findings);
            contents.Add(state, surroundings.LanguageOf(state));
            contents.Add(nestedContents);
        }

        if (isWhole)
        {
            ReachabilityChecks.Check(graph, findings);
            if (!graph.HasDoubledNames)
            {
                CycleChecks.Check(graph, findings);
                sound.Add(scope, graph);
            }
        }

        return contents;
    }
}
