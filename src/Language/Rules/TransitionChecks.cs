using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks where scopes start, and where states go.</summary>
internal sealed class TransitionChecks(StateMachine machine, FindingCollector findings)
{
    /// <summary>How many names are compared with those of all states: each costs as much as the scope is large.</summary>
    private const int MaxSuggestions = 20;

    private Dictionary<string, State>? _everywhere;
    private int _suggested;

    /// <summary>Checks one scope.</summary>
    /// <returns>Whether all transitions of the scope are sound, so that it makes sense to ask what can be reached.</returns>
    public bool Check(ScopeGraph graph)
    {
        StateContainer scope = graph.Scope;
        if (scope.States.IsEmpty)
        {
            JsonSyntax place = scope.Field("States")?.Value ?? scope.Syntax;
            findings.Add(StructureRules.NoStates, place, scope.Path, FindingCollector.Name(scope));
            if (scope.Field("States") is null)
            {
                findings.SayAsAwsMissing(scope.Path, scope.Field("StartAt") is null ? "States, StartAt" : "States");
            }

            return false;
        }

        bool isSound = CheckStartAt(graph);
        for (int i = 0; i < scope.States.Length; i++)
        {
            State state = scope.States[i];
            isSound &= state is ChoiceState choice ? CheckRules(choice) : CheckEnd(state);
            (int from, int to) = graph.TransitionsOf(i);
            for (int j = from; j < to; j++)
            {
                isSound &= CheckTarget(scope, graph.TargetOf(j) >= 0, graph.TransitionAt(j), IsSupported(state, graph.TransitionAt(j)));
            }
        }

        return isSound && CheckTerminal(scope);
    }

    private bool CheckStartAt(ScopeGraph graph)
    {
        StateContainer scope = graph.Scope;
        if (scope.Field("StartAt") is { } startAt)
        {
            return CheckTarget(scope, graph.Start >= 0, new Transition(scope, "StartAt", startAt.Value), isSupported: true);
        }

        findings.Add(TransitionRules.MissingStartAt, scope.Syntax, scope.Path, FindingCollector.Name(scope));
        findings.SayAsAwsMissing(scope.Path, "StartAt");
        return false;
    }

    private bool CheckEnd(State state)
    {
        if (state.Type is not { } type)
        {
            return false;
        }

        if ((FieldTable.ToSet(type) & StateTypes.Flow) == 0)
        {
            return true;
        }

        if (state.Field("Next") is { } next)
        {
            if (state.End)
            {
                findings.Add(
                    TransitionRules.NextAndEnd, state.Field("End")!, state.PathOf("End"), state.Name, state.Next ?? FindingCollector.Show(next.Value));
            }

            return true;
        }

        if (!state.End)
        {
            JsonSyntax? end = state.Field("End")?.Value;
            findings.Add(TransitionRules.MissingTransition, end ?? state.Member, state.Path, state.Name, end is null ? "End" : "an End that is true");
        }

        return state.End;
    }

    private bool CheckRules(ChoiceState choice)
    {
        if (choice.Field("Choices")?.Value is not JsonArraySyntax { Items.Length: > 0 } rules)
        {
            JsonSyntax place = choice.Field("Choices")?.Value ?? choice.Member;
            findings.Add(TransitionRules.ChoiceWithoutTransition, place, choice.Path, choice.Name, "it has no rules");
            return false;
        }

        bool isSound = true;
        for (int i = 0; i < rules.Items.Length; i++)
        {
            JsonObjectSyntax? rule = rules.Items[i] as JsonObjectSyntax;
            if (rule?.Find("Next") is null)
            {
                string path = choice.PathOf("Choices") + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
                string fault = rule is null ? "a rule must be a JSON object" : "this rule has no Next";
                findings.Add(TransitionRules.ChoiceWithoutTransition, rules.Items[i], path, choice.Name, fault);
                if (rule is not null)
                {
                    findings.SayAsAwsMissing(path, "Next");
                }

                isSound = false;
            }
        }

        return isSound;
    }

    /// <summary>A field that its state does not support is a fault of its own, whatever it holds.</summary>
    private static bool IsSupported(State state, Transition transition) =>
        state.Type is { } type && (FieldTable.Find(transition.StateField)!.States & FieldTable.ToSet(type)) != 0;

    private bool CheckTarget(StateContainer scope, bool isFound, Transition transition, bool isSupported)
    {
        if (isFound)
        {
            return true;
        }

        if (isSupported)
        {
            findings.Add(TransitionRules.MissingTarget, transition.Value, transition.Path, transition.Field, Explain(transition));
            if (transition.Target is { } target)
            {
                // AWS calls every field so.
                findings.SayAsAws("Missing 'Next' target: " + target, transition.Path);
                if (_suggested < MaxSuggestions)
                {
                    _suggested++;
                    findings.Correct(SpellingSuggestion.Find(target, scope.States.Select(static state => state.Name)));
                }
            }
        }

        return false;
    }

    private string Explain(Transition transition) =>
        transition.Target is not { } name ? FindingCollector.Show(transition.Value) + " is no name"
        : FindAnywhere(name) is { } elsewhere ? $"'{name}' belongs to another scope ({elsewhere.Path})"
        : $"there is no state '{name}'";

    /// <summary>The names of all scopes are gathered when the first target is missing, and then only once.</summary>
    private State? FindAnywhere(string name)
    {
        if (_everywhere is null)
        {
            _everywhere = new Dictionary<string, State>(StringComparer.Ordinal);
            var open = new Stack<StateContainer>();
            open.Push(machine);
            while (open.Count > 0)
            {
                foreach (State state in open.Pop().States)
                {
                    _everywhere[state.Name] = state;
                    foreach (StateContainer nested in state.Containers)
                    {
                        open.Push(nested);
                    }
                }
            }
        }

        return _everywhere.TryGetValue(name, out State? found) ? found : null;
    }

    /// <summary>AWS asks for a terminal state at the top level only, and for no reachability when there is none.</summary>
    private bool CheckTerminal(StateContainer scope)
    {
        foreach (State state in scope.States)
        {
            if (state.IsTerminal)
            {
                return true;
            }
        }

        if (scope is StateMachine)
        {
            findings.Add(TransitionRules.NoTerminalState, scope.Syntax, scope.Path);
            findings.SayAsAws("Workflow has no terminal state", null);
            return false;
        }

        findings.Add(FlowRules.NestedWithoutTerminal, scope.Syntax, scope.Path, FindingCollector.Name(scope));
        return true;
    }
}
