using System;
using System.Collections.Generic;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.JsonPath;

/// <summary>What a segment selects of one value.</summary>
internal abstract class NodeSelector
{
    /// <summary>Whether at most one value is selected.</summary>
    public virtual bool IsDefinite => false;

    /// <summary>Whether a descent (<c>..</c>) tries the selector at a value on its way.</summary>
    public virtual bool IsTriedBeneath(JsonValue value) => true;

    /// <summary>Adds what is selected; values of a kind that the selector is not for give nothing.</summary>
    public abstract void Select(JsonValue value, List<JsonValue> results, PathEvaluation evaluation);
}

/// <summary><c>['a', 'b']</c> on the way to other segments: one member after the other.</summary>
internal sealed class MembersSelector(string[] names) : NodeSelector
{
    public override void Select(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        if (value is JsonObject @object)
        {
            foreach (string name in names)
            {
                if (@object[name] is { } member)
                {
                    results.Add(member);
                }
            }
        }
    }
}

/// <summary><c>['a', 'b']</c> at the end of a path: an object of those of the members that there are.</summary>
internal sealed class MergedMembersSelector(string[] names) : NodeSelector
{
    public override bool IsDefinite => true;

    public override void Select(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        if (value is not JsonObject @object)
        {
            return;
        }

        var merged = default(JsonObject.Builder);
        foreach (string name in names)
        {
            if (@object[name] is { } member)
            {
                merged.Set(name, member);
            }
        }

        results.Add(merged.ToObject());
    }
}

/// <summary><c>[0, -1]</c>: elements, counted from the start or the end.</summary>
internal sealed class ElementsSelector(int[] indices) : NodeSelector
{
    public override void Select(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        if (value is JsonArray array)
        {
            foreach (int index in indices)
            {
                int position = index < 0 ? array.Items.Length + index : index;
                if ((uint)position < (uint)array.Items.Length)
                {
                    results.Add(array.Items[position]);
                }
            }
        }
    }
}

/// <summary>
/// <c>[from:to]</c>: a stretch of elements. The library counts a bound from the end only when it is the only one; with two, it goes from
/// the one to the other and takes a negative index for a place before the end. It reads a third part, the step, and makes nothing of it.
/// </summary>
internal sealed class SliceSelector(int? from, int? to) : NodeSelector
{
    public override void Select(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        if (value is not JsonArray { Items.Length: > 0 and var length } array)
        {
            return;
        }

        (int start, int end) = (from, to) switch
        {
            ({ } first, null) => (Math.Max(0, first < 0 ? length + first : first), length),
            (null, { } last) => (0, last < 0 ? length + last : last),
            _ => (from ?? 0, to ?? length),
        };
        end = Math.Min(end, length);
        for (int i = Math.Max(start, -length); i < end; i++)
        {
            results.Add(array.Items[i < 0 ? length + i : i]);
        }
    }
}

/// <summary><c>*</c>: all members or elements.</summary>
internal sealed class WildcardSelector : NodeSelector
{
    public static readonly WildcardSelector Instance = new();

    public override void Select(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        switch (value)
        {
            case JsonObject @object:
                results.AddRange(@object.Values);
                break;
            case JsonArray array:
                results.AddRange(array.Items);
                break;
        }
    }
}

/// <summary>
/// <c>[?(…)]</c>: the elements of an array that match, or an object itself. Only objects match, which AWS's documentation of paths says
/// of <c>@</c>.
/// </summary>
internal sealed class FilterSelector(FilterCondition condition) : NodeSelector
{
    /// <summary>The elements of an array come up by themselves.</summary>
    public override bool IsTriedBeneath(JsonValue value) => value is JsonObject;

    public override void Select(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        if (value is JsonArray array)
        {
            foreach (JsonValue item in array.Items)
            {
                AddMatch(item, results, evaluation);
            }
        }
        else
        {
            AddMatch(value, results, evaluation);
        }
    }

    private void AddMatch(JsonValue value, List<JsonValue> results, PathEvaluation evaluation)
    {
        if (value is JsonObject && evaluation.Spend() && condition.Holds(value, evaluation))
        {
            results.Add(value);
        }
    }
}
