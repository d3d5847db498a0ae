using System.Collections.Generic;
using System.Globalization;

namespace StateMachineGen.Language.Graph;

/// <summary>
/// Names nodes and scopes for languages that need ids. They are numbered in the order of the text, because names of states hold what ids
/// must not, and two may be alike but for that.
/// </summary>
internal sealed class GraphIds
{
    private readonly Dictionary<GraphNode, string> _nodes = [];
    private int _scopes;

    public string Of(GraphNode node)
    {
        if (!_nodes.TryGetValue(node, out string? id))
        {
            id = "s" + (_nodes.Count + 1).ToString(CultureInfo.InvariantCulture);
            _nodes.Add(node, id);
        }

        return id;
    }

    public string NextScope() => "b" + (++_scopes).ToString(CultureInfo.InvariantCulture);
}
