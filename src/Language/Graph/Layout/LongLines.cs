using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>
/// Where long lines would fill the picture, as in a large machine whose states lead to each other from end to end, the longest
/// are not drawn: the target's name stands in for it. This also bounds the work of the layout.
/// </summary>
internal static class LongLines
{
    private const int LeastBudget = 4000;
    private const int BudgetPerNode = 20;

    /// <summary>No definition that AWS takes has so many states that this bounds it; it keeps larger texts from taking minutes.</summary>
    private const int GreatestBudget = 60_000;
    private const int MaxReferencesOfNode = 6;

    /// <summary>Decides which edges are drawn by the name of their target only.</summary>
    /// <returns>The edges to draw.</returns>
    public static List<LayoutEdge> Limit(List<LayoutEdge> edges, int[] ranks)
    {
        long budget = Math.Max(LeastBudget, Math.Min(GreatestBudget, (long)BudgetPerNode * ranks.Length));
        if (Total(edges, ranks, int.MaxValue) <= budget)
        {
            return edges;
        }

        // The longest length with which all lines together keep to the budget.
        int[] lengths = [.. edges.Select(edge => Length(edge, ranks)).Distinct().OrderBy(length => length)];
        int low = 0;
        int high = lengths.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            if (Total(edges, ranks, lengths[middle]) <= budget)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return [.. edges.Where(edge => Length(edge, ranks) <= lengths[low]), .. References(edges.Where(edge => Length(edge, ranks) > lengths[low]))];
    }

    private static IEnumerable<LayoutEdge> References(IEnumerable<LayoutEdge> edges)
    {
        foreach (IGrouping<(int, bool), LayoutEdge> group in edges.GroupBy(edge => (edge.Source, edge.IsDashed)))
        {
            LayoutEdge[] references = [.. group];
            if (references.Length > MaxReferencesOfNode)
            {
                yield return LayoutEdge.CreateReference(references);
                continue;
            }

            foreach (LayoutEdge edge in references)
            {
                edge.MakeReference();
                yield return edge;
            }
        }
    }

    private static int Length(LayoutEdge edge, int[] ranks) => Math.Abs(ranks[edge.Target] - ranks[edge.Source]);

    /// <summary>How many rows all lines pass; those that join count once.</summary>
    private static long Total(List<LayoutEdge> edges, int[] ranks, int maxLength) =>
        edges.Where(edge => Length(edge, ranks) <= maxLength)
            .GroupBy(edge => (edge.Target, edge.IsDashed, edge.IsReversed, edge.IsTaken))
            .Sum(lines => (long)lines.Max(edge => Length(edge, ranks)));
}
