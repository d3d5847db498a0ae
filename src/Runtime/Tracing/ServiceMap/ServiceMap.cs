using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace StateMachineGen.Tracing;

/// <summary>
/// Who called whom, and how that went: the service map of AWS X-Ray. A node has the numbers of the segments that the service sent
/// itself, an edge those of its caller. A call whose callee sent no segment leads to a node that is inferred from the call.
/// </summary>
/// <param name="Start">When the first segment started.</param>
/// <param name="Duration">From then to the end of the last one.</param>
/// <param name="Nodes">The nodes, by name and type; the client comes first.</param>
/// <param name="Edges">Who called whom, in the order of the callers and then of the callees.</param>
public sealed record ServiceMap(DateTimeOffset Start, TimeSpan Duration, ImmutableArray<ServiceNode> Nodes, ImmutableArray<ServiceEdge> Edges)
{
    /// <summary>How many requests a minute a number of them is; null when no time passed.</summary>
    public double? PerMinute(int requests) => Duration > TimeSpan.Zero ? requests / Duration.TotalMinutes : null;

    /// <summary>
    /// Draws the map as SVG, the text of which is whole in itself and follows the reader's choice of light or dark. Each node is a group
    /// with the attribute <c>data-node</c>, its name and type with <c>|</c> between them; each edge one with <c>data-from</c> and <c>data-to</c>.
    /// </summary>
    public string ToSvg() => ServiceMapSvg.Write(this);

    internal static ServiceMap Of(IEnumerable<Segment> segments) => new ServiceMapBuilder(segments).Build();
}
