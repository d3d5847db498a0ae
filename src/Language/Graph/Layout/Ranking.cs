using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>
/// Gives each node a rank, from the top: one more than the highest of those that lead to it. So that there is a highest, the
/// edges that close a cycle are reversed first. Nothing recurses, since a chain of states may be as long as a text.
/// </summary>
internal static class Ranking
{
    /// <summary>Ranks the nodes, and marks the edges that are reversed.</summary>
    /// <param name="count">How many nodes there are.</param>
    /// <param name="allEdges">What joins them.</param>
    /// <returns>The rank of each node, from 0.</returns>
    public static int[] Rank(int count, IEnumerable<IRankedEdge> allEdges)
    {
        List<IRankedEdge> edges = [.. allEdges.Where(edge => edge.Source != edge.Target)];
        ReverseBackEdges(count, edges);
        return LongestPaths(count, edges);
    }

    private static void ReverseBackEdges(int count, List<IRankedEdge> edges)
    {
        List<IRankedEdge>[] leaving = BySource(count, edges);
        // 0: not seen, 1: on the path from the root, 2: done.
        var colours = new byte[count];
        var nextEdge = new int[count];
        var path = new Stack<int>();
        foreach (int root in Roots(count, edges))
        {
            if (colours[root] != 0)
            {
                continue;
            }

            colours[root] = 1;
            path.Push(root);
            while (path.Count > 0)
            {
                int node = path.Peek();
                if (nextEdge[node] == leaving[node].Count)
                {
                    colours[node] = 2;
                    path.Pop();
                    continue;
                }

                IRankedEdge edge = leaving[node][nextEdge[node]++];
                if (colours[edge.Target] == 1)
                {
                    edge.IsReversed = true;
                }
                else if (colours[edge.Target] == 0)
                {
                    colours[edge.Target] = 1;
                    path.Push(edge.Target);
                }
            }
        }
    }

    /// <summary>Where to start walking: the start, then what nothing leads to, then the rest, which are cycles that nothing leads into.</summary>
    private static IEnumerable<int> Roots(int count, List<IRankedEdge> edges)
    {
        var isTarget = new bool[count];
        foreach (IRankedEdge edge in edges)
        {
            isTarget[edge.Target] = true;
        }

        return Enumerable.Range(0, count).OrderBy(node => isTarget[node] ? 1 : 0).ThenBy(node => node);
    }

    private static int[] LongestPaths(int count, List<IRankedEdge> edges)
    {
        var ranks = new int[count];
        var lower = new List<int>[count];
        var open = new int[count];
        for (int i = 0; i < count; i++)
        {
            lower[i] = [];
        }

        foreach (IRankedEdge edge in edges)
        {
            (int from, int to) = edge.IsReversed ? (edge.Target, edge.Source) : (edge.Source, edge.Target);
            lower[from].Add(to);
            open[to]++;
        }

        bool[] isTop = Array.ConvertAll(open, incoming => incoming == 0);
        var ready = new Queue<int>(Enumerable.Range(0, count).Where(node => isTop[node]));
        while (ready.Count > 0)
        {
            int node = ready.Dequeue();
            foreach (int next in lower[node])
            {
                ranks[next] = Math.Max(ranks[next], ranks[node] + 1);
                if (--open[next] == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }

        // What nothing leads to stands right above what it leads to, not at the top of the picture.
        for (int i = 0; i < count; i++)
        {
            if (isTop[i] && lower[i].Count > 0)
            {
                ranks[i] = lower[i].Min(next => ranks[next]) - 1;
            }
        }

        return ranks;
    }

    private static List<IRankedEdge>[] BySource(int count, List<IRankedEdge> edges)
    {
        var bySource = new List<IRankedEdge>[count];
        for (int i = 0; i < count; i++)
        {
            bySource[i] = [];
        }

        foreach (IRankedEdge edge in edges)
        {
            bySource[edge.Source].Add(edge);
        }

        return bySource;
    }
}
