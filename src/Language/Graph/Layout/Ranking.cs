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
    /// <returns>The rank of each node, from 0.</returns>
    public static int[] Rank(GraphScope scope, IEnumerable<LayoutEdge> allEdges)
    {
        List<LayoutEdge> edges = [.. allEdges.Where(edge => !edge.IsLoop)];
        List<LayoutEdge>[] leaving = ByNode(scope, edges, edge => edge.Source);
        ReverseBackEdges(scope, edges, leaving);
        return LongestPaths(scope.Nodes.Length, edges);
    }

    private static void ReverseBackEdges(GraphScope scope, List<LayoutEdge> edges, List<LayoutEdge>[] leaving)
    {
        // 0: not seen, 1: on the path from the root, 2: done.
        var colours = new byte[scope.Nodes.Length];
        var nextEdge = new int[scope.Nodes.Length];
        var path = new Stack<int>();
        foreach (int root in Roots(scope, edges))
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

                LayoutEdge edge = leaving[node][nextEdge[node]++];
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
    private static IEnumerable<int> Roots(GraphScope scope, List<LayoutEdge> edges)
    {
        var isTarget = new bool[scope.Nodes.Length];
        foreach (LayoutEdge edge in edges)
        {
            isTarget[edge.Target] = true;
        }

        return scope.Nodes.Select(node => node.Index).OrderBy(node => isTarget[node] ? 1 : 0).ThenBy(node => node);
    }

    private static int[] LongestPaths(int count, List<LayoutEdge> edges)
    {
        var ranks = new int[count];
        var lower = new List<int>[count];
        var open = new int[count];
        for (int i = 0; i < count; i++)
        {
            lower[i] = [];
        }

        foreach (LayoutEdge edge in edges)
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

    private static List<LayoutEdge>[] ByNode(GraphScope scope, List<LayoutEdge> edges, Func<LayoutEdge, int> node)
    {
        var byNode = new List<LayoutEdge>[scope.Nodes.Length];
        for (int i = 0; i < byNode.Length; i++)
        {
            byNode[i] = [];
        }

        foreach (LayoutEdge edge in edges)
        {
            byNode[node(edge)].Add(edge);
        }

        return byNode;
    }
}
