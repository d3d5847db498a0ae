using System.Text;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Expressions;

namespace StateMachineGen.Expressions;

/// <summary>Selects the value that a Reference Path points at.</summary>
internal static class PathEvaluator
{
    /// <summary>The value, or null when there is none.</summary>
    /// <param name="path">A path from <c>$</c> or <c>$$</c>.</param>
    /// <param name="data">What <c>$</c> is.</param>
    /// <param name="frame">What <c>$$</c> is made from.</param>
    public static JsonValue? Select(this ReferencePath path, JsonValue data, Frame frame) => Walk(path, Root(path, data, frame), out _);

    /// <summary>Why a path selects nothing, in the words that AWS takes from its path library.</summary>
    public static string DescribeMissing(this ReferencePath path, JsonValue data, Frame frame)
    {
        Walk(path, Root(path, data, frame), out int reached);
        bool isLeaf = reached == path.Steps.Length - 1;
        return $"Invalid path '{path.Text}' : {(isLeaf ? "No results for path: " : "Missing property in path ")}{Normalize(path, reached + 1)}";
    }

    private static JsonValue Root(ReferencePath path, JsonValue data, Frame frame) =>
        path.Root == PathRoot.Context ? ContextObject.Create(frame) : data;

    private static JsonValue? Walk(ReferencePath path, JsonValue value, out int reached)
    {
        for (reached = 0; reached < path.Steps.Length; reached++)
        {
            PathStep step = path.Steps[reached];
            JsonValue? next = value switch
            {
                JsonObject @object when step.Name is not null => @object[step.Name],
                JsonArray array when step.Name is null && step.Index < array.Items.Length => array.Items[step.Index],
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            value = next;
        }

        return value;
    }

    private static string Normalize(ReferencePath path, int steps)
    {
        var text = new StringBuilder("$");
        for (int i = 0; i < steps; i++)
        {
            PathStep step = path.Steps[i];
            _ = step.Name is null ? text.Append('[').Append(step.Index).Append(']') : text.Append("['").Append(step.Name).Append("']");
        }

        return text.ToString();
    }
}
