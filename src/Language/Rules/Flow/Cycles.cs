using System;
using System.Collections.Generic;

namespace StateMachineGen.Language.Rules;

/// <summary>
/// Finds the knots of a scope: greatest sets of states in which each leads to each other one (Tarjan's strongly connected components). It is done
/// without recursion, since a machine can have thousands of states in a row.
/// </summary>
internal static class Cycles
{
    /// <summary>The knots with a cycle in them, each in the order of the text.</summary>
    /// <param name="graph">The scope.</param>
    /// <param name="isPart">Which states count; transitions from and to others do not.</param>
    public static List<List<int>> Find(ScopeGraph graph, Func<int, bool> isPart)
    {
        int count = graph.States.Length;
        int[] indices = new int[count];
        int[] lows = new int[count];
        bool[] isOpen = new bool[count];
        var members = new Stack<int>();
        var path = new Stack<(int State, int Transition)>();
        List<List<int>> knots = [];
        int next = 0;
        for (int root = 0; root < count; root++)
        {
            if (indices[root] != 0 || !isPart(root))
            {
                continue;
            }

            Enter(root);
            while (path.Count > 0)
            {
                (int state, int transition) = path.Pop();
                if (transition < graph.TransitionsOf(state).To)
                {
                    path.Push((state, transition + 1));
                    int target = graph.TargetOf(transition);
                    if (target < 0 || !isPart(target))
                    {
                        continue;
                    }

                    if (indices[target] == 0)
                    {
                        Enter(target);
                    }
                    else if (isOpen[target])
                    {
                        lows[state] = Math.Min(lows[state], indices[target]);
                    }

                    continue;
                }

                if (path.Count > 0)
                {
                    int parent = path.Peek().State;
                    lows[parent] = Math.Min(lows[parent], lows[state]);
                }

                if (lows[state] == indices[state])
                {
                    Close(state);
                }
            }
        }

        knots.Sort((first, second) => first[0].CompareTo(second[0]));
        return knots;

        void Enter(int state)
        {
            indices[state] = lows[state] = ++next;
            isOpen[state] = true;
            members.Push(state);
            path.Push((state, graph.TransitionsOf(state).From));
        }

        void Close(int state)
        {
            List<int> knot = [];
            int member;
            do
            {
                member = members.Pop();
                isOpen[member] = false;
                knot.Add(member);
            }
            while (member != state);

            if (knot.Count > 1 || LeadsToItself(graph, state))
            {
                knot.Sort();
                knots.Add(knot);
            }
        }
    }

    private static bool LeadsToItself(ScopeGraph graph, int state)
    {
        (int from, int to) = graph.TransitionsOf(state);
        for (int i = from; i < to; i++)
        {
            if (graph.TargetOf(i) == state)
            {
                return true;
            }
        }

        return false;
    }
}
