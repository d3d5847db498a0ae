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

    /// <summary>The time of one call of an action in microseconds: the median of batches that are long enough to be timed and take so many seconds in all.</summary>
    public static double InBatches(double seconds, Action action)
    {
        int count = 1;
        while (RunBatch() < 20)
        {
            count *= 2;
        }

        List<double> times = [];
        long start = Stopwatch.GetTimestamp();
        do
        {
            times.Add(RunBatch() * 1000 / count);
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);

        return Median(times);

        double RunBatch() => Time(() =>
        {
            for (int i = 0; i < count; i++)
            {
                action();
            }
        });
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
