using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>
/// Walks a scope from its start. That every state is named by some transition is not enough: states that only lead to
/// themselves or to each other are named and yet never entered.
/// </summary>
internal static class ReachabilityChecks
{
    /// <summary>Checks a scope whose transitions are sound.</summary>
    public static void Check(ScopeGraph graph, FindingCollector findings)
    {
        bool[] reached = graph.FindReached();
        for (int i = 0; i < reached.Length; i++)
        {
            if (!reached[i])
            {
                State state = graph.States[i];
                findings.Add(TransitionRules.UnreachableState, state.Member, state.Path, state.Name, graph.Scope.StartAt!);
                findings.SayAsAws("State \"" + state.Name + "\" is not reachable.", state.Path);
            }
        }
    }
}
