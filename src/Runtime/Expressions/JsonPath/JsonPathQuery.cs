using System;
using System.Collections.Generic;
using System.Text;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Language.Expressions;
using PathSyntax = StateMachineGen.Language.Expressions.JsonPath.JsonPathQuery;

namespace StateMachineGen.Expressions.JsonPath;

/// <summary>
/// A path, compiled once. It begins with the steps that lead to one value, which are walked without allocation, and most paths
/// consist of nothing else; segments that may select several values follow.
/// </summary>
internal sealed class JsonPathQuery
{
    private readonly PathStep[] _steps;
    private readonly PathSegment[] _segments;

    private JsonPathQuery(PathSyntax syntax, string text, PathStep[] steps, PathSegment[] segments)
    {
        Root = syntax.Root;
        Variable = syntax.Variable;
        Text = text;
        _steps = steps;
        _segments = segments;
        IsDefinite = segments.Length == 0 || (segments.Length == 1 && segments[0].IsDefinite);
    }

    /// <summary>What the path starts from; the caller resolves it.</summary>
    public PathRoot Root { get; }

    /// <summary>The variable's name when <see cref="Root"/> is <see cref="PathRoot.Variable"/>, else null.</summary>
    public string? Variable { get; }

    /// <summary>Whether the path has no steps: what it selects is what it starts from.</summary>
    public bool IsRoot => _steps.Length == 0 && _segments.Length == 0;

    /// <summary>The path as written.</summary>
    public string Text { get; }

    /// <summary>Whether the path selects at most one value. Other paths give an array, which is empty when they select nothing.</summary>
    public bool IsDefinite { get; }

    /// <summary>Compiles a path.</summary>
    /// <param name="syntax">The path.</param>
    /// <param name="source">The text that the positions of <paramref name="syntax"/> refer to; canonical text stands in for it when it is not given.</param>
    public static JsonPathQuery Compile(PathSyntax syntax, string? source = null)
    {
        var steps = new List<PathStep>(syntax.Segments.Count);
        while (steps.Count < syntax.Segments.Count && PathSegment.ToStep(syntax.Segments[steps.Count]) is { } step)
        {
            steps.Add(step);
        }

        var segments = new PathSegment[syntax.Segments.Count - steps.Count];
        for (int i = 0; i < segments.Length; i++)
        {
            int position = steps.Count + i;
            segments[i] = PathSegment.Compile(syntax.Segments[position], isLast: position == syntax.Segments.Count - 1);
        }

        string text = source?.Substring(syntax.Range.Start, syntax.Range.Length) ?? syntax.ToString();
        return new JsonPathQuery(syntax, text, [.. steps], segments);
    }

    /// <summary>What the path selects: a value, an array of values when it is not definite, or null for nothing.</summary>
    /// <param name="root">The value that the path starts from.</param>
    public JsonValue? Select(JsonValue root)
    {
        if (_segments.Length == 0)
        {
            return Walk(root, out _);
        }

        // AWS gives an empty array, also where the library itself would report the missing member.
        var evaluation = new PathEvaluation(root);
        return Collect(root, evaluation) ?? (IsDefinite || evaluation.IsExhausted ? null : JsonArray.Empty);
    }

    /// <summary>What the path, which stands in a filter, selects; null for nothing.</summary>
    /// <param name="start">The value that the path starts from.</param>
    /// <param name="evaluation">The evaluation that the filter is part of.</param>
    public JsonValue? Select(JsonValue start, PathEvaluation evaluation) =>
        _segments.Length == 0 ? Walk(start, out _) : Collect(start, evaluation);

    /// <summary>
    /// Whether nothing is selected only because the last step is an index beyond the end of its array. In a payload template AWS gives
    /// null for such a path, where it fails for every other that selects nothing.
    /// </summary>
    public bool EndsBeyondArray(JsonValue root)
    {
        JsonValue last = Follow(root, out int reached);
        return _segments.Length == 0 && reached == _steps.Length - 1 && _steps[reached].Name is null && last is JsonArray;
    }

    /// <summary>Why the path selects nothing, in AWS's words for <c>InputPath</c> and its like.</summary>
    public CauseText DescribeMissing(JsonValue root) => $"Invalid path '{Text.Fixed()}' : {ExplainMissing(root)}";

    /// <summary>Why the path selects nothing, in the words of the path library that AWS uses.</summary>
    public CauseText ExplainMissing(JsonValue root)
    {
        JsonValue last = Follow(root, out int reached);
        if (reached == _steps.Length)
        {
            return IsDefinite ? (CauseText)$"No results for path: {Normalize(reached)}" : $"The path looks at more than {PathEvaluation.Limit} values";
        }

        if (IsNoArray(reached, last))
        {
            return $"Filter: [{_steps[reached].Index}] can only be applied to arrays. Current context is: {last}";
        }

        return reached == _steps.Length - 1 && _segments.Length == 0
            ? (CauseText)$"No results for path: {Normalize(reached + 1)}"
            : $"Missing property in path {Normalize(reached + 1)}";
    }

    /// <summary>Whether nothing is selected because a step is an index into what is no array.</summary>
    public bool IndexesNoArray(JsonValue root)
    {
        JsonValue last = Follow(root, out int reached);
        return IsNoArray(reached, last);
    }

    private bool IsNoArray(int reached, JsonValue last) => reached < _steps.Length && _steps[reached].Name is null && last is not JsonArray;

    private JsonValue? Walk(JsonValue root, out int reached)
    {
        JsonValue last = Follow(root, out reached);
        return reached == _steps.Length ? last : null;
    }

    /// <summary>Walks the steps as far as they lead.</summary>
    /// <returns>The last value on the way.</returns>
    private JsonValue Follow(JsonValue value, out int reached)
    {
        PathStep[] steps = _steps;
        for (reached = 0; reached < steps.Length; reached++)
        {
            if (Step(value, steps[reached]) is not { } next)
            {
                break;
            }

            value = next;
        }

        return value;
    }

    private static JsonValue? Step(JsonValue value, PathStep step)
    {
        if (step.Name is { } name)
        {
            return value is JsonObject @object ? @object[name] : null;
        }

        if (value is not JsonArray array)
        {
            return null;
        }

        int index = step.Index < 0 ? array.Items.Length + step.Index : step.Index;
        return (uint)index < (uint)array.Items.Length ? array.Items[index] : null;
    }

    private JsonValue? Collect(JsonValue root, PathEvaluation evaluation)
    {
        if (Walk(root, out _) is not { } start)
        {
            return null;
        }

        List<JsonValue> values = [start];
        foreach (PathSegment segment in _segments)
        {
            List<JsonValue> next = [];
            foreach (JsonValue value in values)
            {
                segment.Select(value, next, evaluation);
            }

            values = next;
        }

        if (evaluation.IsExhausted)
        {
            return null;
        }

        return IsDefinite ? values.Count > 0 ? values[0] : null : new JsonArray([.. values]);
    }

    private FixedText Normalize(int steps)
    {
        var text = new StringBuilder("$");
        foreach (PathStep step in _steps.AsSpan(0, steps))
        {
            _ = step.Name is { } name ? text.Append("['").Append(name).Append("']") : text.Append('[').Append(step.Index).Append(']');
        }

        return text.ToString().Fixed();
    }
}
