using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules.DataFlow;

/// <summary>Which variables the states of a machine read: what AWS tells as <c>variableReferences</c> of a state machine.</summary>
public static class VariableReferences
{
    /// <summary>The names of the variables, in order, by the name of the state that reads them; states that read none are left out.</summary>
    /// <param name="machine">The machine. What cannot be read in it reads no variables.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(StateMachine machine)
    {
        var references = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var pending = new Stack<StateContainer>();
        pending.Push(machine);
        while (pending.Count > 0)
        {
            foreach (State state in pending.Pop().States)
            {
                if (state.Type is not null && StateLanguage.Of(state, machine) is { IsKnown: true } language)
                {
                    string[] names = Read(new ExpressionSites(state, language.Value));
                    if (names.Length > 0)
                    {
                        references[state.Name] = names;
                    }
                }

                foreach (StateContainer nested in state.Containers)
                {
                    pending.Push(nested);
                }
            }
        }

        return references;
    }

    private static string[] Read(ExpressionSites sites) =>
    [
        .. sites.Sites
            .SelectMany(VariableRead.Of)
            .Where(read => !read.IsFunction)
            .Select(read => read.Name)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal),
    ];
}
