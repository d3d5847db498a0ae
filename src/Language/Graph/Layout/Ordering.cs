using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>
/// Orders the items of each row so that few lines cross: sweeps down and up put each item at the mean place of what it is joined
/// to, the best of all sweeps is kept, and neighbours are exchanged where that still helps.
/// </summary>
internal sealed class Ordering(List<List<LayoutItem>> rows)
{
    private const int MaxSweeps = 16;
    private const int MaxIdleSweeps = 4;

    /// <summary>Exchanging neighbours takes long in large pictures, where it is seen least.</summary>
    private const int MaxLinksToExchange = 3000;

    public void Arrange()
    {
        foreach (List<LayoutItem> row in rows)
        {
            row.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
            Number(row);
        }

        for (int row = 1; row < rows.Count; row++)
        {
            Sort(rows[row], useUpper: true, bySequence: true);
        }

        long best = CountCrossings();
        int[][] bestOrders = Save();
        int idle = 0;
        for (int sweep = 0; sweep < MaxSweeps && best > 0 && idle < MaxIdleSweeps; sweep++)
        {
            Sweep(useUpper: sweep % 2 == 1);
            long crossings = CountCrossings();
            idle++;
            if (crossings < best)
            {
                best = crossings;
                bestOrders = Save();
                idle = 0;
            }
        }

        Restore(bestOrders);
        if (best > 0 && rows.Sum(row => row.Sum(item => item.Lower.Count)) <= MaxLinksToExchange)
        {
            ExchangeNeighbours();
        }
    }

    private void Sweep(bool useUpper)
    {
        for (int i = 1; i < rows.Count; i++)
        {
            Sort(rows[useUpper ? i : rows.Count - 1 - i], useUpper, bySequence: false);
        }
    }

    private static void Sort(List<LayoutItem> row, bool useUpper, bool bySequence)
    {
        // Items are joined to the neighbouring row or to none there; those stay where they are as well as they can.
        var keyed = new (double Mean, int Tie, LayoutItem Item)[row.Count];
        for (int i = 0; i < keyed.Length; i++)
        {
            LayoutItem item = row[i];
            List<LayoutLink> links = useUpper ? item.Upper : item.Lower;
            double mean = links.Count == 0 ? item.Order : links.Average(link => link.Item.Order);
            keyed[i] = (mean, bySequence ? item.Sequence : item.Order, item);
        }

        Array.Sort(keyed, static (a, b) => a.Mean != b.Mean ? a.Mean.CompareTo(b.Mean) : a.Tie.CompareTo(b.Tie));
        for (int i = 0; i < keyed.Length; i++)
        {
            row[i] = keyed[i].Item;
        }

        Number(row);
    }

    private static void Number(List<LayoutItem> row)
    {
        for (int i = 0; i < row.Count; i++)
        {
            row[i].Order = i;
        }
    }

    private int[][] Save() => [.. rows.Select(row => row.OrderBy(item => item.Sequence).Select(item => item.Order).ToArray())];

    private void Restore(int[][] orders)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            LayoutItem[] bySequence = [.. rows[i].OrderBy(item => item.Sequence)];
            for (int j = 0; j < bySequence.Length; j++)
            {
                bySequence[j].Order = orders[i][j];
            }

            rows[i].Sort(static (a, b) => a.Order.CompareTo(b.Order));
        }
    }

    private long CountCrossings()
    {
        long crossings = 0;
        for (int i = 0; i + 1 < rows.Count; i++)
        {
            crossings += CountCrossings(rows[i], rows[i + 1].Count);
        }

        return crossings;
    }

    /// <summary>Counts, line by line from the left, how many earlier lines end further right; a tree of sums answers that.</summary>
    private static long CountCrossings(List<LayoutItem> upper, int lowerCount)
    {
        var tree = new int[lowerCount + 1];
        long crossings = 0;
        int seen = 0;
        foreach (LayoutItem item in upper)
        {
            foreach (LayoutLink link in item.Lower)
            {
                int notRight = 0;
                for (int i = link.Item.Order + 1; i > 0; i -= i & -i)
                {
                    notRight += tree[i];
                }

                crossings += seen - notRight;
            }

            foreach (LayoutLink link in item.Lower)
            {
                seen++;
                for (int i = link.Item.Order + 1; i <= lowerCount; i += i & -i)
                {
                    tree[i]++;
                }
            }
        }

        return crossings;
    }

    private void ExchangeNeighbours()
    {
        bool hasImproved = true;
        for (int pass = 0; pass < MaxSweeps && hasImproved; pass++)
        {
            hasImproved = false;
            foreach (List<LayoutItem> row in rows)
            {
                for (int i = 0; i + 1 < row.Count; i++)
                {
                    if (CrossingsOf(row[i], row[i + 1]) > CrossingsOf(row[i + 1], row[i]))
                    {
                        (row[i], row[i + 1]) = (row[i + 1], row[i]);
                        row[i].Order = i;
                        row[i + 1].Order = i + 1;
                        hasImproved = true;
                    }
                }
            }
        }
    }

    /// <summary>How often the lines of two items cross when the first stands left of the second.</summary>
    private static int CrossingsOf(LayoutItem left, LayoutItem right) =>
        CrossingsOf(left.Upper, right.Upper) + CrossingsOf(left.Lower, right.Lower);

    private static int CrossingsOf(List<LayoutLink> left, List<LayoutLink> right)
    {
        int crossings = 0;
        foreach (LayoutLink a in left)
        {
            foreach (LayoutLink b in right)
            {
                crossings += a.Item.Order > b.Item.Order ? 1 : 0;
            }
        }

        return crossings;
    }
}
