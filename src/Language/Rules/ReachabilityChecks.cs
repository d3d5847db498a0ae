using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>
/// Walks a scope from its start. That every state is named by some transition is not enough: states that only lead to
/// themselves or to each other are named and yet never entered.
/// </summary>
internal static class ReachabilityChecks
{
    /// <summary>Checks a scope whose transitions are sound.</summary>
    public static void Check(StateContainer scope, FindingCollector findings)
    {
        string start = scope.StartAt!;
        // By name, so that two states of one name, a fault of its own, are both reached.
        ILookup<string, State> states = scope.States.ToLookup(state => state.Name, StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal) { start };
        var open = new Stack<string>();
        open.Push(start);
        while (open.Count > 0)
        {
            foreach (State state in states[open.Pop()])
            {
                foreach (Transition transition in Transition.From(state))
                {
                    if (reached.Add(transition.Target!))
                    {
                        open.Push(transition.Target!);
                    }
                }
            }
        }

        foreach (State state in scope.States)
        {
            if (!reached.Contains(state.Name))
            {
                findings.Add(TransitionRules.UnreachableState, state.Member, state.Path, state.Name, start);
                findings.SayAsAws("State \"" + state.Name + "\" is not reachable.", state.Path);
            }
        }
    }
}
