using System.Collections.Immutable;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>The steps of paths that select one node.</summary>
internal static class PathSteps
{
    /// <summary>The steps of a Reference Path; null of any other path.</summary>
    public static ImmutableArray<PathStep>? Of(JsonPathQuery path)
    {
        if (!path.IsReferencePath)
        {
            return null;
        }

        ImmutableArray<PathStep>.Builder steps = ImmutableArray.CreateBuilder<PathStep>(path.Segments.Count);
        foreach (JsonPathSegment segment in path.Segments)
        {
            steps.Add(segment.Selector is JsonPathNames names ? new PathStep(names.Names[0].Value, 0) : new PathStep(null, ((JsonPathIndices)segment.Selector).Indices[0].Value));
        }

        return steps.MoveToImmutable();
    }
}
