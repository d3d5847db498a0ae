using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Graph.Layout;

namespace StateMachineGen.Tracing;

/// <summary>A line of a service map: the calls from one node to another, and those back if there are any.</summary>
/// <param name="source">The number of the caller.</param>
/// <param name="target">The number of the callee.</param>
/// <param name="there">The calls.</param>
/// <param name="back">Those of the callee to the caller, or null.</param>
internal sealed class MapEdge(int source, int target, ServiceEdge there, ServiceEdge? back) : IRankedEdge
{
    public int Source => source;

    public int Target => target;

    public ServiceEdge There => there;

    public ServiceEdge? Back => back;

    public bool IsLoop => source == target;

    public bool IsReversed { get; set; }

    /// <summary>The number of calls, of two-way traffic with arrows; below it the share of those that failed.</summary>
    public (string Count, string Health) Label => back is null
        ? (Number(there.Requests.TotalCount), RequestText.Health(there.Requests))
        : (Arrows(), string.Join(" · ", new[] { RequestText.Health(there.Requests), RequestText.Health(back.Requests) }.Where(each => each.Length > 0)));

    /// <summary>The lines of a map.</summary>
    public static List<MapEdge> Of(ServiceMap map)
    {
        Dictionary<ServiceNode, int> places = Enumerable.Range(0, map.Nodes.Length).ToDictionary(i => map.Nodes[i]);
        Dictionary<(int, int), ServiceEdge> edges = map.Edges.ToDictionary(edge => (places[edge.Caller], places[edge.Callee]));
        var lines = new List<MapEdge>();
        var drawn = new HashSet<(int, int)>();
        foreach (((int source, int target), ServiceEdge there) in edges)
        {
            if (drawn.Add((source, target)))
            {
                ServiceEdge? back = source == target ? null : edges.GetValueOrDefault((target, source));
                drawn.Add((target, source));
                lines.Add(new MapEdge(source, target, there, back));
            }
        }

        return lines;
    }

    /// <summary>The caller is drawn at the left, unless the line closes a cycle.</summary>
    private string Arrows() => IsReversed
        ? $"← {Number(there.Requests.TotalCount)}   {Number(back!.Requests.TotalCount)} →"
        : $"{Number(there.Requests.TotalCount)} →   ← {Number(back!.Requests.TotalCount)}";

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
