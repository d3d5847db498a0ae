using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Rules;
using StateMachineGen.Language.Rules.DataFlow;

namespace StateMachineGen.Language.Completion;

/// <summary>The variables that a state can read: those that its scope assigns on a way to it, and those of the scopes around.</summary>
internal static class VisibleVariables
{
    /// <summary>The variables of a state, with and without a certain value.</summary>
    public static IEnumerable<Suggestion> Of(State state, StateMachine machine)
    {
        State point = state;
        for (VariableScope? scope = CreateScope(state.Container, machine); scope is not null; scope = scope.IsIsolated ? null : scope.Outer)
        {
            foreach (Suggestion variable in Of(point, scope))
            {
                yield return variable;
            }

            point = scope.Owner ?? point;
        }
    }

    private static IEnumerable<Suggestion> Of(State point, VariableScope scope)
    {
        // The state at the caret is a copy of the one in its scope.
        State? known = scope.Container.FindState(point.Name);
        bool isReached = known is not null && scope.Flow.IsReached(known);
        foreach (Assignment variable in scope.Variables.OrderBy(static variable => variable.Name, System.StringComparer.Ordinal))
        {
            int index = scope.IndexOf(variable.Name);
            if (!isReached || scope.Flow.IsEverAssigned(known!, index))
            {
                string certainty = isReached && scope.Flow.IsAlwaysAssigned(known!, index) ? "" : "; it may have no value here";
                yield return new Suggestion("$" + variable.Name, SuggestionKind.Variable, "", $"the variable that {variable.Part.Path} assigns{certainty}");
            }
        }
    }

    private static VariableScope CreateScope(StateContainer container, StateMachine machine)
    {
        (StateContainer Container, State Owner)? outer = FindOwner(machine, container);
        var scope = new VariableScope(container, outer is { } around ? CreateScope(around.Container, machine) : null, outer?.Owner);
        foreach (State state in container.States.Where(static state => state.Type is not null))
        {
            QueryLanguage language = StateLanguage.Of(state, machine).Value;
            foreach (DocumentPart part in VariableScope.AssigningParts(state, language))
            {
                foreach (JsonMemberSyntax member in (part.Field("Assign")?.Value as JsonObjectSyntax)?.Members ?? [])
                {
                    scope.Add(new Assignment(VariableScope.NameOf(member, language), member, part));
                }
            }
        }

        return scope;
    }

    private static (StateContainer Container, State Owner)? FindOwner(StateContainer within, StateContainer container)
    {
        foreach (State state in within.States)
        {
            foreach (StateContainer nested in state.Containers)
            {
                if (nested == container)
                {
                    return (within, state);
                }

                if (FindOwner(nested, container) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }
}
