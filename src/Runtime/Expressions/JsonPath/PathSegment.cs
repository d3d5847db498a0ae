using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Data;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Expressions.JsonPath;

/// <summary>A segment of a path, which goes from one value to any number of them.</summary>
internal sealed class PathSegment
{
    private readonly NodeSelector _selector;
    private readonly bool _isDescendant;

    private PathSegment(NodeSelector selector, bool isDescendant)
    {
        _selector = selector;
        _isDescendant = isDescendant;
    }

    /// <summary>Whether the segment gives at most one value.</summary>
    public bool IsDefinite => !_isDescendant && _selector.IsDefinite;

    /// <summary>The segment as a step to one member or element, or null when it is none.</summary>
    public static PathStep? ToStep(JsonPathSegment syntax) => syntax switch
    {
        { IsDescendant: true } => null,
        { Selector: JsonPathNames { Names.Count: 1 } names } => new PathStep(names.Names[0].Value, 0),
        { Selector: JsonPathIndices { Indices.Count: 1 } indices } => new PathStep(null, indices.Indices[0].Value),
        { Selector: JsonPathFunction function } => new PathStep(ToName(function), 0),
        _ => null,
    };

    public static PathSegment Compile(JsonPathSegment syntax, bool isLast)
    {
        NodeSelector selector = syntax.Selector switch
        {
            JsonPathNames names when isLast && names.Names.Count > 1 && !syntax.IsDescendant => new MergedMembersSelector(NamesOf(names)),
            JsonPathNames names => new MembersSelector(NamesOf(names)),
            JsonPathFunction function => new MembersSelector([ToName(function)]),
            JsonPathIndices indices => new ElementsSelector([.. indices.Indices.Select(static index => index.Value)]),
            JsonPathSlice slice => new SliceSelector(slice.From, slice.To),
            JsonPathFilter filter => new FilterSelector(FilterCondition.Compile(filter.Condition)),
            _ => WildcardSelector.Instance,
        };
        return new PathSegment(selector, syntax.IsDescendant);
    }

    /// <summary>Adds what the segment selects of a value.</summary>
    public void Select(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        if (_isDescendant)
        {
            SelectBeneath(value, results, evaluation);
        }
        else if (evaluation.Spend())
        {
            _selector.Select(value, results, evaluation);
        }
    }

    private void SelectBeneath(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        var pending = new Stack<JsonValue>();
        pending.Push(value);
        while (pending.TryPop(out JsonValue? current) && evaluation.Spend())
        {
            if (_selector.IsTriedBeneath(current))
            {
                _selector.Select(current, results, evaluation);
            }

            ReadOnlySpan<JsonValue> children = current switch
            {
                JsonObject @object => @object.Values,
                JsonArray array => array.Items,
                _ => [],
            };
            for (int i = children.Length - 1; i >= 0; i--)
            {
                pending.Push(children[i]);
            }
        }
    }

    private static string[] NamesOf(JsonPathNames syntax) => [.. syntax.Names.Select(static name => name.Value)];

    /// <summary>
    /// AWS's version of the library knows no functions: what looks like one is the name of a member, which data hardly have
    /// (re:Post, "sum() function returns error about not finding path").
    /// </summary>
    private static string ToName(JsonPathFunction function) => $"{function.Name}({string.Join(", ", function.Arguments)})";
}
