using System.Globalization;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks where scopes start, and where states go.</summary>
internal sealed class TransitionChecks(StateMachine machine, FindingCollector findings)
{
    /// <summary>Checks one scope.</summary>
    /// <returns>Whether all transitions of the scope are sound, so that it makes sense to ask what can be reached.</returns>
    public bool Check(StateContainer scope)
    {
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

        bool isSound = CheckStartAt(scope);
        foreach (State state in scope.States)
        {
            isSound &= state is ChoiceState choice ? CheckRules(choice) : CheckEnd(state);
            foreach (Transition transition in Transition.From(state))
            {
                isSound &= CheckTarget(scope, transition, IsSupported(state, transition));
            }
        }

        return isSound && CheckTerminal(scope);
    }

    private bool CheckStartAt(StateContainer scope)
    {
        if (scope.Field("StartAt") is { } startAt)
        {
            return CheckTarget(scope, new Transition("StartAt", startAt.Value, scope.PathOf("StartAt")), isSupported: true);
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
            JsonSyntax place = state.Field("End")?.Value ?? state.Member;
            findings.Add(TransitionRules.MissingTransition, place, state.Path, state.Name);
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

    private bool CheckTarget(StateContainer scope, Transition transition, bool isSupported)
    {
        if (transition.Target is { } name && scope.FindState(name) is not null)
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
            }
        }

        return false;
    }

    private string Explain(Transition transition) =>
        transition.Target is not { } name ? FindingCollector.Show(transition.Value) + " is no name"
        : FindAnywhere(machine, name) is { } elsewhere ? $"'{name}' belongs to another scope ({elsewhere.Path})"
        : $"there is no state '{name}'";

    private static State? FindAnywhere(StateContainer scope, string name)
    {
        if (scope.FindState(name) is { } found)
        {
            return found;
        }

        foreach (State state in scope.States)
        {
            foreach (StateContainer nested in state.Containers)
            {
                if (FindAnywhere(nested, name) is { } inner)
                {
                    return inner;
                }
            }
        }

        return null;
    }

    /// <summary>AWS asks for a terminal state at the top level only, and for no reachability when there is none.</summary>
    private bool CheckTerminal(StateContainer scope)
    {
        if (scope is not StateMachine)
        {
            return true;
        }

        foreach (State state in scope.States)
        {
            if (state.IsTerminal)
            {
                return true;
            }
        }

        findings.Add(TransitionRules.NoTerminalState, scope.Syntax, scope.Path);
        findings.SayAsAws("Workflow has no terminal state", null);
        return false;
    }
}
