using System;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Graph.Layout;

/// <summary>
/// Gives the items of each row, whose order stands, their place from left to right. Each wants to stand at the weighted median of
/// what it is joined to, so that the main way through a machine is a straight line; where wishes collide, the row is
/// moved apart with the least sum of squares.
/// </summary>
internal sealed class Coordinates(List<List<LayoutItem>> rows)
{
    private const int Sweeps = 10;

    private enum Sides
    {
        Upper,
        Lower,
        Both,
    }

    public void Assign()
    {
        foreach (List<LayoutItem> row in rows)
        {
            double x = 0;
            for (int i = 0; i < row.Count; i++)
            {
                x += i == 0 ? 0 : Distance(row[i - 1], row[i]);
                row[i].X = x;
                // The order of a row is that of its places, now and later: medians need no sorting any more.
                row[i].Upper.Sort(static (a, b) => a.Item.Order.CompareTo(b.Item.Order));
                row[i].Lower.Sort(static (a, b) => a.Item.Order.CompareTo(b.Item.Order));
            }
        }

        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            for (int i = 0; i < rows.Count; i++)
            {
                Place(rows[i], Sides.Upper);
            }

            for (int i = rows.Count - 1; i >= 0; i--)
            {
                Place(rows[i], Sides.Lower);
            }
        }

        for (int i = 0; i < 2 * rows.Count; i++)
        {
            Place(rows[i % rows.Count], Sides.Both);
        }

        // The last word is that of the way down, along which a machine is read.
        foreach (List<LayoutItem> row in rows)
        {
            Place(row, Sides.Upper);
        }
    }

    /// <summary>Moves the items of a row to what they lead to, as far as their order lets them; all other rows stay.</summary>
    public void Align(int row) => Place(rows[row], Sides.Lower);

    private static double Distance(LayoutItem left, LayoutItem right) =>
        left.Right + right.Left + (left.Kind == LayoutItemKind.Node && right.Kind == LayoutItemKind.Node ? Measures.NodeGap : Measures.LineGap);

    private static void Place(List<LayoutItem> row, Sides sides)
    {
        var wishes = new double[row.Count];
        var weights = new double[row.Count];
        double offset = 0;
        for (int i = 0; i < row.Count; i++)
        {
            offset += i == 0 ? 0 : Distance(row[i - 1], row[i]);
            (double wish, double weight) = sides switch
            {
                Sides.Upper => Median(row[i], row[i].Upper),
                Sides.Lower => Median(row[i], row[i].Lower),
                _ => Median(row[i], [.. row[i].Upper.Concat(row[i].Lower).OrderBy(link => link.Item.X)]),
            };
            // Without the distances, which are fixed, to keep the order is to keep the numbers from falling.
            wishes[i] = wish - offset;
            // What matters more hardly gives way at all: otherwise it would drift from row to row.
            weights[i] = weight * weight * weight;
        }

        double[] places = NonDecreasing(wishes, weights);
        offset = 0;
        for (int i = 0; i < row.Count; i++)
        {
            offset += i == 0 ? 0 : Distance(row[i - 1], row[i]);
            row[i].X = places[i] + offset;
        }
    }

    private static (double Wish, double Weight) Median(LayoutItem item, List<LayoutLink> links)
    {
        int total = 0;
        int most = 0;
        foreach (LayoutLink link in links)
        {
            total += link.Weight;
            most = Math.Max(most, link.Weight);
        }

        int before = 0;
        for (int i = 0; i < links.Count; i++)
        {
            before += links[i].Weight;
            if (2 * before == total)
            {
                return ((links[i].Item.X + links[i + 1].Item.X) / 2, most);
            }

            if (2 * before > total)
            {
                return (links[i].Item.X, most);
            }
        }

        return (item.X, 0.1);
    }

    /// <summary>The non-decreasing numbers nearest to the wishes: neighbours that would fall are pooled at their weighted mean.</summary>
    private static double[] NonDecreasing(double[] wishes, double[] weights)
    {
        var pools = new List<(double Mean, double Weight, int Count)>();
        for (int i = 0; i < wishes.Length; i++)
        {
            (double Mean, double Weight, int Count) pool = (wishes[i], weights[i], 1);
            while (pools.Count > 0 && pools[pools.Count - 1].Mean > pool.Mean)
            {
                (double Mean, double Weight, int Count) last = pools[pools.Count - 1];
                pools.RemoveAt(pools.Count - 1);
                double weight = last.Weight + pool.Weight;
                pool = (((last.Mean * last.Weight) + (pool.Mean * pool.Weight)) / weight, weight, last.Count + pool.Count);
            }

            pools.Add(pool);
        }

        var numbers = new double[wishes.Length];
        int next = 0;
        foreach ((double mean, _, int count) in pools)
        {
            for (int i = 0; i < count; i++)
            {
                numbers[next++] = mean;
            }
        }

        return numbers;
    }
}
