using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Graph;

/// <summary>Says in words what a picture shows, for those who do not see it and for tooltips.</summary>
internal static class GraphSummary
{
    public static string Describe(StateGraph graph)
    {
        List<GraphNode> states = StatesOf(graph.Root);
        string start = graph.Machine.StartAt is { } startAt ? "Starts at " + startAt + ". " : "Names no state to start at. ";
        string types = string.Join(
            ", ",
            states.GroupBy(state => state.Type).OrderBy(group => group.Key ?? (StateType)int.MaxValue).Select(group => Count(group.Count()) + " " + (group.Key?.ToString() ?? "unknown")));
        string summary = start + (states.Count == 1 ? "1 state: " : Count(states.Count) + " states: ") + types + ".";
        string[] lost = [.. states.Where(state => !state.IsReachable).Select(state => state.Name).Take(10)];
        return lost.Length == 0 ? summary : summary + " Not reachable: " + string.Join(", ", lost) + ".";
    }

    /// <summary>What an execution did, in a sentence.</summary>
    public static string Describe(StateGraph graph, ExecutionMarks marks)
    {
        const int maxStates = 20;
        List<GraphNode> states = StatesOf(graph.Root);
        GraphNode[] visited = [.. states.Where(state => marks.Of(state.Name).Status != StateStatus.NotVisited)];
        string names = string.Join("; ", visited.Take(maxStates).Select(state => state.Name + ": " + MarkText.Describe(marks.Of(state.Name))));
        return "The execution visited " + Count(visited.Length) + " of them" + (names.Length == 0 ? "." : ": " + names + (visited.Length > maxStates ? "; …" : "."));
    }

    public static string Describe(GraphEdge edge)
    {
        string ends = NameOf(edge.Source) + " → " + NameOf(edge.Target);
        return edge.Kind switch
        {
            GraphEdgeKind.Choice => ends + " when " + edge.Label,
            GraphEdgeKind.Default => ends + " by default",
            GraphEdgeKind.Catch => ends + " on " + edge.Label,
            _ => ends,
        };
    }

    private static string NameOf(GraphNode node) => node.Kind switch
    {
        GraphNodeKind.Start => "start",
        GraphNodeKind.End => "end",
        _ => node.Name,
    };

    /// <summary>The states of a scope and of all scopes in it, as they come in the text.</summary>
    public static List<GraphNode> StatesOf(GraphScope scope)
    {
        var states = new List<GraphNode>();
        AddStates(scope, states);
        return states;
    }

    private static void AddStates(GraphScope scope, List<GraphNode> states)
    {
        foreach (GraphNode node in scope.Nodes)
        {
            if (node.Kind == GraphNodeKind.State)
            {
                states.Add(node);
                foreach (GraphScope nested in node.Scopes)
                {
                    AddStates(nested, states);
                }
            }
        }
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
