using System;
using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A filter or an index: what stands in brackets after a step.</summary>
/// <param name="condition">The condition; a number it evaluates to is an index, an array of numbers several.</param>
/// <param name="region">The number of variables that are bound right in the condition, where it filters tuples.</param>
internal sealed class Predicate(JsonataNode condition, int region)
{
    private readonly double? _index = ((condition as LiteralNode)?.Value as JsonNumber)?.Value;

    /// <summary>Filters a value: an array's elements, or the one value that it is.</summary>
    public JsonValue Filter(JsonValue? value, Frame frame)
    {
        Evaluation run = frame.Run;
        if (value is null)
        {
            // Nothing is left of nothing, but what is wrong with the condition shows.
            condition.Evaluate(null, frame);
            return new JsonataSequence([], run.Owner);
        }

        ReadOnlySpan<JsonValue> items = value is JsonArray array ? array.Items : new ReadOnlySpan<JsonValue>(in value);
        var kept = default(SequenceBuilder);
        if (_index is { } index)
        {
            if (Select(items, index) is not { } selected)
            {
                return new JsonataSequence([], run.Owner);
            }

            if (selected is JsonArray)
            {
                return selected;
            }

            kept.Add(selected);
            return kept.ToSequence(run);
        }

        run.Spend(items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            for (int times = TimesKept(condition.Evaluate(items[i], frame), i, items.Length, run); times > 0; times--)
            {
                kept.Add(items[i]);
            }
        }

        return kept.ToSequence(run);
    }

    /// <summary>Filters tuples.</summary>
    public List<Frame> Filter(List<Frame> tuples)
    {
        var kept = new List<Frame>();
        for (int i = 0; i < tuples.Count; i++)
        {
            Frame tuple = tuples[i];
            tuple.TryGet(TupleStep.ContextSlot, out JsonValue? context);
            Frame frame = region == 0 ? tuple : new Frame(tuple, region);
            frame.Run.Spend(1);
            for (int times = TimesKept(condition.Evaluate(context, frame), i, tuples.Count, frame.Run); times > 0; times--)
            {
                kept.Add(tuple);
            }
        }

        return kept;
    }

    private static JsonValue? Select(ReadOnlySpan<JsonValue> items, double index)
    {
        index = Math.Floor(index);
        index = index < 0 ? items.Length + index : index;
        return index >= 0 && index < items.Length ? items[(int)index] : null;
    }

    /// <summary>How often an element is kept: more than once only where an array names its index more than once.</summary>
    private static int TimesKept(JsonValue? result, int index, int count, Evaluation run) => result switch
    {
        JsonBoolean boolean => boolean.Value ? 1 : 0,
        JsonNumber number => Means(number.Value, index, count) ? 1 : 0,
        JsonArray array when IsArrayOfNumbers(array) => CountMeant(array, index, count, run),
        _ => Truth.Of(result) ? 1 : 0,
    };

    private static bool Means(double number, int index, int count)
    {
        number = Math.Floor(number);
        return (number < 0 ? count + number : number) == index;
    }

    private static bool IsArrayOfNumbers(JsonArray array)
    {
        foreach (JsonValue item in array.Items)
        {
            if (item is not JsonNumber)
            {
                return false;
            }
        }

        return true;
    }

    private static int CountMeant(JsonArray array, int index, int count, Evaluation run)
    {
        run.Spend(array.Items.Length);
        int times = 0;
        foreach (JsonValue item in array.Items)
        {
            times += Means(((JsonNumber)item).Value, index, count) ? 1 : 0;
        }

        return times;
    }
}
