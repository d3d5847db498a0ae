using System.Globalization;
using System.Linq;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>A service map as lines of text, to compare with a table that was worked out by hand.</summary>
internal static class ServiceMapTable
{
    public static string[] Nodes(ServiceMap map) => [.. map.Nodes.Select(node => $"{KeyOf(node)}: {Counts(node.Requests)}")];

    public static string[] Edges(ServiceMap map) =>
        [.. map.Edges.Select(edge => $"{KeyOf(edge.Caller)} -> {KeyOf(edge.Callee)}: {Counts(edge.Requests)}, {Seconds(edge.Requests)}")];

    public static string[] Times(ServiceMap map) => [.. map.Nodes.Select(node => $"{KeyOf(node)}: {Seconds(node.Requests)}")];

    private static string KeyOf(ServiceNode node) => node.Name + "|" + node.Type;

    private static string Counts(RequestStatistics requests)
    {
        string counts = string.Join(", ", new[]
        {
            ("ok", requests.OkCount), ("error", requests.ErrorCount), ("throttle", requests.ThrottleCount), ("fault", requests.FaultCount),
        }.Where(each => each.Item2 > 0).Select(each => $"{each.Item1} {each.Item2.ToString(CultureInfo.InvariantCulture)}"));
        return counts.Length == 0 ? "none" : counts;
    }

    private static string Seconds(RequestStatistics requests) => string.Create(CultureInfo.InvariantCulture, $"{requests.AverageTime.TotalSeconds:0.###} s on average");
}
