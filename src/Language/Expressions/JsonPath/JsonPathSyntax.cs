using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Language.Expressions.JsonPath;

/// <summary>A piece of a JSONPath as Step Functions takes it (the dialect of the Java library Jayway JsonPath).</summary>
public abstract record JsonPathSyntax : ExpressionSyntax
{
    private protected JsonPathSyntax()
    {
    }

    /// <summary>The node in canonical text.</summary>
    public sealed override string ToString() => JsonPathPrinter.Print(this);
}

/// <summary>A whole path: where it starts and the segments that lead on, <c>$.a[0]</c>; also a path inside a filter, <c>@.a</c>.</summary>
/// <param name="Root">What the path starts from.</param>
/// <param name="Variable">The variable's name when <paramref name="Root"/> is <see cref="PathRoot.Variable"/>, else null.</param>
/// <param name="Segments">The segments in order; none for the root itself.</param>
public sealed record JsonPathQuery(PathRoot Root, string? Variable, SyntaxList<JsonPathSegment> Segments) : JsonPathOperand
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Segments;

    /// <summary>
    /// Whether the path selects at most one node: each segment names one member or one element counted from the start (ASL,
    /// "Reference Paths").
    /// </summary>
    public bool IsReferencePath => Segments.All(segment => segment.IsReferenceStep);
}

/// <summary>A segment of a path: a selector, applied to the nodes so far or to these and all beneath them.</summary>
/// <param name="IsDescendant">Whether two dots come before the selector.</param>
/// <param name="Selector">What is selected.</param>
public sealed record JsonPathSegment(bool IsDescendant, JsonPathSelector Selector) : JsonPathSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Selector];

    /// <summary>Whether the segment names one member or one element counted from the start, as all of a Reference Path do.</summary>
    public bool IsReferenceStep => !IsDescendant && Selector switch
    {
        JsonPathNames names => names.Names.Count == 1,
        JsonPathIndices indices => indices.Indices.Count == 1 && indices.Indices[0].Value >= 0,
        _ => false,
    };
}

/// <summary>What a segment selects of a node.</summary>
public abstract record JsonPathSelector : JsonPathSyntax
{
    private protected JsonPathSelector()
    {
    }
}

/// <summary>Members by name: <c>.a</c>, <c>['a']</c>, <c>['a', 'b']</c>.</summary>
/// <param name="Names">The names, at least one.</param>
public sealed record JsonPathNames(SyntaxList<JsonPathName> Names) : JsonPathSelector
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Names;
}

/// <summary>The name of a member.</summary>
/// <param name="Value">The name, unescaped.</param>
public sealed record JsonPathName(string Value) : JsonPathSyntax;

/// <summary>Elements by index: <c>[0]</c>, <c>[-1]</c>, <c>[0, 2]</c>.</summary>
/// <param name="Indices">The indices, at least one.</param>
public sealed record JsonPathIndices(SyntaxList<JsonPathIndex> Indices) : JsonPathSelector
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Indices;
}

/// <summary>The index of an element.</summary>
/// <param name="Value">The index; a negative one counts from the end, -1 being the last element.</param>
public sealed record JsonPathIndex(int Value) : JsonPathSyntax;

/// <summary>A stretch of elements: <c>[1:3]</c>, <c>[:2]</c>, <c>[-2:]</c>, <c>[0:10:2]</c>.</summary>
/// <param name="From">The first index, or null for the start.</param>
/// <param name="To">The index after the last one, or null for the end.</param>
/// <param name="Step">The distance of two selected elements, or null for 1.</param>
public sealed record JsonPathSlice(int? From, int? To, int? Step) : JsonPathSelector;

/// <summary>All members or elements: <c>.*</c>, <c>[*]</c>.</summary>
public sealed record JsonPathWildcard : JsonPathSelector;

/// <summary>The members or elements of which a condition holds: <c>[?(@.a == 1)]</c>.</summary>
/// <param name="Condition">The condition; <c>@</c> in it is the member or element.</param>
public sealed record JsonPathFilter(JsonPathCondition Condition) : JsonPathSelector
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => [Condition];
}

/// <summary>A function at the end of a path: <c>.length()</c>, <c>.max()</c>, <c>.concat($.a, 'x')</c>.</summary>
/// <param name="Name">The function's name.</param>
/// <param name="Arguments">The arguments, paths or literals.</param>
public sealed record JsonPathFunction(string Name, SyntaxList<JsonPathOperand> Arguments) : JsonPathSelector
{
    /// <inheritdoc/>
    public override IEnumerable<ExpressionSyntax> Children => Arguments;
}
