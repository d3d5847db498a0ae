using System.Collections.Generic;
using System.Text;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the cycles of a scope whose transitions are sound.</summary>
internal static class CycleChecks
{
    private const int ShownStates = 4;

    public static void Check(ScopeGraph graph, FindingCollector findings)
    {
        List<List<int>> cycles = Cycles.Find(graph, static _ => true);
        if (cycles.Count == 0)
        {
            return;
        }

        bool[] reached = graph.FindReached();
        bool[] ending = graph.FindEnding();
        bool hasEnd = ending[graph.Start];
        foreach (bool isEnding in ending)
        {
            hasEnd |= isEnding;
        }

        if (!hasEnd)
        {
            // That nothing ends is said already.
            return;
        }

        foreach (List<int> cycle in cycles)
        {
            if (reached[cycle[0]] && !ending[cycle[0]] && HasNoExit(graph, cycle))
            {
                State state = graph.States[cycle[0]];
                findings.Add(FlowRules.EndlessCycle, state.Member, state.Path, state.Name, cycle.Count == 1 ? "it only leads to itself" : Show(graph, cycle) + " only lead to each other");
            }
        }

        foreach (List<int> cycle in Cycles.Find(graph, state => reached[state] && ending[state] && IdleStates.TakesNoTime(graph.States[state])))
        {
            CheckProgress(graph, cycle, findings);
        }

        CheckCatches(graph, findings);
    }

    private static bool HasNoExit(ScopeGraph graph, List<int> cycle)
    {
        foreach (int state in cycle)
        {
            (int from, int to) = graph.TransitionsOf(state);
            for (int i = from; i < to; i++)
            {
                if (graph.TargetOf(i) >= 0 && cycle.BinarySearch(graph.TargetOf(i)) < 0)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static void CheckProgress(ScopeGraph graph, List<int> cycle, FindingCollector findings)
    {
        int choices = 0;
        bool isIdle = true;
        foreach (int number in cycle)
        {
            State state = graph.States[number];
            isIdle &= IdleStates.IsIdle(state);
            if (state is ChoiceState choice)
            {
                choices++;
                isIdle &= !IdleStates.DependsOnMore(choice);
            }
        }

        State first = graph.States[cycle[0]];
        if (!isIdle)
        {
            findings.Add(AdviceRules.BusyCycle, first.Member, first.Path, Show(graph, cycle));
        }
        else if (choices < 2)
        {
            // Two decisions in one cycle may exclude each other, so that nobody ever goes round.
            findings.Add(FlowRules.CycleWithoutProgress, first.Member, first.Path, Show(graph, cycle));
        }
    }

    /// <summary>Follows a Catch as long as nothing is done that could make the next attempt another one.</summary>
    private static void CheckCatches(ScopeGraph graph, FindingCollector findings)
    {
        for (int i = 0; i < graph.States.Length; i++)
        {
            (int from, int to) = graph.TransitionsOf(i);
            for (int j = from; j < to; j++)
            {
                Transition transition = graph.TransitionAt(j);
                if (transition.IsCatch && LeadsStraightTo(graph, graph.TargetOf(j), i))
                {
                    findings.Add(FlowRules.CatchIntoItself, transition.Value, transition.Path, graph.States[i].Name);
                }
            }
        }
    }

    private static bool LeadsStraightTo(ScopeGraph graph, int state, int goal)
    {
        const int longestDetour = 10;
        for (int i = 0; i < longestDetour && state >= 0; i++)
        {
            if (state == goal)
            {
                return true;
            }

            (int from, int to) = graph.TransitionsOf(state);
            if (graph.States[state] is not PassState pass || !IdleStates.IsIdle(pass) || to - from != 1)
            {
                return false;
            }

            state = graph.TargetOf(from);
        }

        return false;
    }

    private static string Show(ScopeGraph graph, List<int> cycle)
    {
        var names = new StringBuilder();
        for (int i = 0; i < cycle.Count; i++)
        {
            if (i == ShownStates && cycle.Count > ShownStates + 1)
            {
                return names.Append(" and others").ToString();
            }

            names.Append(i == 0 ? "'" : i == cycle.Count - 1 ? " and '" : ", '").Append(graph.States[cycle[i]].Name).Append('\'');
        }

        return names.ToString();
    }
}
