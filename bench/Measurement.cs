using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace StateMachineGen.Bench;

/// <summary>Times two actions in turn, so that whatever else the machine does meets both alike.</summary>
internal static class Measurement
{
    /// <summary>The medians of two actions in milliseconds, taken alternately in one run.</summary>
    public static (double First, double Second) Pair(int warmUps, int rounds, Func<double> first, Func<double> second)
    {
        for (int i = 0; i < warmUps; i++)
        {
            first();
            second();
        }

        List<double> firsts = [];
        List<double> seconds = [];
        for (int i = 0; i < rounds; i++)
        {
            firsts.Add(first());
            seconds.Add(second());
        }

        return (Median(firsts), Median(seconds));
    }

    /// <summary>The time of an action in milliseconds.</summary>
    public static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
