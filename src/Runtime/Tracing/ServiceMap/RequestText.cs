using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Tracing;

/// <summary>Says statistics in words.</summary>
internal static class RequestText
{
    /// <summary>The outcomes, from the worst.</summary>
    public static SegmentOutcome[] Outcomes { get; } = [SegmentOutcome.Fault, SegmentOutcome.Throttle, SegmentOutcome.Error, SegmentOutcome.Ok];

    public static int Count(RequestStatistics requests, SegmentOutcome outcome) => outcome switch
    {
        SegmentOutcome.Ok => requests.OkCount,
        SegmentOutcome.Error => requests.ErrorCount,
        SegmentOutcome.Throttle => requests.ThrottleCount,
        _ => requests.FaultCount,
    };

    /// <summary>The worst that happened; null when nothing did.</summary>
    public static SegmentOutcome? Worst(RequestStatistics requests)
    {
        foreach (SegmentOutcome outcome in Outcomes)
        {
            if (Count(requests, outcome) > 0)
            {
                return outcome;
            }
        }

        return null;
    }

    /// <summary>The shares of what went wrong: <c>45 % fault · 5 % error</c>; empty when nothing did.</summary>
    public static string Health(RequestStatistics requests) => string.Join(
        " · ", Outcomes.Where(outcome => outcome != SegmentOutcome.Ok && Count(requests, outcome) > 0).Select(outcome => $"{Share(requests, outcome)} {Noun(outcome)}"));

    /// <summary>All numbers in a sentence.</summary>
    public static string Describe(RequestStatistics requests, double? perMinute)
    {
        if (requests.TotalCount == 0)
        {
            return "no requests";
        }

        List<string> parts = [requests.TotalCount == 1 ? "1 request" : string.Create(CultureInfo.InvariantCulture, $"{requests.TotalCount} requests")];
        parts.AddRange(Outcomes.Reverse().Where(outcome => Count(requests, outcome) > 0).Select(outcome =>
            string.Create(CultureInfo.InvariantCulture, $"{Noun(outcome)} {Count(requests, outcome)} ({Share(requests, outcome)})")));
        parts.Add(DurationText.Of(requests.AverageTime) + " on average");
        if (perMinute is { } rate)
        {
            parts.Add(Rate(rate) + " a minute");
        }

        return string.Join(", ", parts);
    }

    /// <summary>A rate with as many digits as say something.</summary>
    public static string Rate(double perMinute) => perMinute.ToString(perMinute < 10 ? "0.#" : "0", CultureInfo.InvariantCulture);

    /// <summary>The average time in a few letters.</summary>
    public static string Average(RequestStatistics requests) =>
        "avg. " + DurationText.Of(requests.AverageTime.TotalSeconds is > 100 and < 600 and var seconds ? TimeSpan.FromSeconds(Math.Round(seconds)) : requests.AverageTime);

    /// <summary>What an outcome is called; the word is also the class of what shows it.</summary>
    public static string Noun(SegmentOutcome outcome) => outcome switch
    {
        SegmentOutcome.Ok => "ok",
        SegmentOutcome.Error => "error",
        SegmentOutcome.Throttle => "throttle",
        _ => "fault",
    };

    private static string Share(RequestStatistics requests, SegmentOutcome outcome)
    {
        double share = 100.0 * Count(requests, outcome) / requests.TotalCount;
        // One of a thousand is not none.
        return share < 1 ? "< 1 %" : share.ToString("0", CultureInfo.InvariantCulture) + " %";
    }
}
