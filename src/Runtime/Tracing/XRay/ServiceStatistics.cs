using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>
/// A node of the service map and how its requests ended. Each segment counts once, by the worst that its flags tell:
/// fault, then throttle, then error. A call whose callee sent no segment counts on a node inferred from the call. What has
/// not ended is not counted.
/// </summary>
/// <param name="Name">The service's name: of the state machine, of the function.</param>
/// <param name="Type">The segments' origin, as <c>AWS::Lambda::Function</c>; empty when they have none.</param>
/// <param name="OkCount">Requests that succeeded.</param>
/// <param name="ErrorCount">Requests that failed by the caller's doing (4xx, yellow), throttled ones apart.</param>
/// <param name="ThrottleCount">Requests that were throttled (429, purple).</param>
/// <param name="FaultCount">Requests that failed by the service's doing (5xx, red).</param>
public sealed record ServiceStatistics(string Name, string Type, int OkCount, int ErrorCount, int ThrottleCount, int FaultCount)
{
    /// <summary>All requests.</summary>
    public int TotalCount => OkCount + ErrorCount + ThrottleCount + FaultCount;

    internal static ImmutableArray<ServiceStatistics> Count(IEnumerable<Segment> segments)
    {
        Segment[] all = [.. segments];
        var answeredCalls = all.Where(s => s.ParentId is not null).Select(s => (s.TraceId, s.ParentId!)).ToHashSet();
        var outcomes = all
            .Where(s => !s.IsSubsegment && !s.IsInProgress)
            .Select(s => (s.Name, Type: s.Origin ?? "", s.Outcome))
            .Concat(all.SelectMany(Descendants)
                .Where(s => s.Namespace is not null && !s.IsInProgress && !answeredCalls.Contains((s.TraceId, s.Id)))
                .Select(s => (Name: s.CalleeName ?? s.Name, Type: s.CalleeOrigin ?? "", s.Outcome)));

        return
        [
            .. outcomes
                .GroupBy(o => (o.Name, o.Type))
                .Select(node => new ServiceStatistics(
                    node.Key.Name,
                    node.Key.Type,
                    node.Count(o => o.Outcome == SegmentOutcome.Ok),
                    node.Count(o => o.Outcome == SegmentOutcome.Error),
                    node.Count(o => o.Outcome == SegmentOutcome.Throttle),
                    node.Count(o => o.Outcome == SegmentOutcome.Fault)))
                .OrderBy(node => node.Name, StringComparer.Ordinal)
                .ThenBy(node => node.Type, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Segment> Descendants(Segment segment) =>
        segment.Subsegments.SelectMany(s => Descendants(s).Prepend(s)).Concat(segment.IsSubsegment && segment.IsStandalone ? [segment] : []);
}
