using System;
using System.Collections.Generic;

namespace StateMachineGen.Tracing;

/// <summary>How requests ended. Each counts once, by the worst that its flags tell: fault, then throttle, then error.</summary>
/// <param name="OkCount">Requests that succeeded.</param>
/// <param name="ErrorCount">Requests that failed by the caller's doing (4xx, yellow), throttled ones apart.</param>
/// <param name="ThrottleCount">Requests that were throttled (429, purple).</param>
/// <param name="FaultCount">Requests that failed by the service's doing (5xx, red).</param>
/// <param name="TotalTime">How long all requests took together.</param>
public sealed record RequestStatistics(int OkCount, int ErrorCount, int ThrottleCount, int FaultCount, TimeSpan TotalTime)
{
    /// <summary>All requests.</summary>
    public int TotalCount => OkCount + ErrorCount + ThrottleCount + FaultCount;

    /// <summary>How long a request took on average; zero when there was none.</summary>
    public TimeSpan AverageTime => TotalCount == 0 ? TimeSpan.Zero : TotalTime / TotalCount;

    internal static RequestStatistics Of(IEnumerable<Segment> requests)
    {
        Span<int> counts = stackalloc int[4];
        TimeSpan time = TimeSpan.Zero;
        foreach (Segment request in requests)
        {
            counts[(int)request.Outcome]++;
            time += request.End - request.Start;
        }

        return new(
            counts[(int)SegmentOutcome.Ok], counts[(int)SegmentOutcome.Error], counts[(int)SegmentOutcome.Throttle], counts[(int)SegmentOutcome.Fault], time);
    }
}
