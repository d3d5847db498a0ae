using System;
using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>A sort of a path's values or tuples. Values of equal keys keep their order; those without a key come last.</summary>
/// <param name="terms">The keys, and whether the greatest comes first.</param>
/// <param name="region">The number of variables that are bound right in the keys, where tuples are sorted.</param>
/// <param name="position">Where the sort stands.</param>
internal sealed class Sorting((JsonataNode Key, bool IsDescending)[] terms, int region, int position)
{
    public JsonValue[] Sort(ReadOnlySpan<JsonValue> values, Frame frame)
    {
        frame.Run.Spend(values.Length);
        var rows = new Row<JsonValue>[values.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new Row<JsonValue>(this, values[i], values[i], frame);
        }

        return Sort(rows);
    }

    public List<Frame> Sort(List<Frame> tuples)
    {
        var rows = new Row<Frame>[tuples.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            Frame tuple = tuples[i];
            tuple.Run.Spend(1);
            tuple.TryGet(TupleStep.ContextSlot, out JsonValue? context);
            rows[i] = new Row<Frame>(this, tuple, context, region == 0 ? tuple : new Frame(tuple, region));
        }

        return [.. Sort(rows)];
    }

    private static T[] Sort<T>(Row<T>[] rows)
    {
        // Each row is compared at least once, so what cannot be sorted fails.
        MergeSort.Sort(rows, static (left, right) => left.ComesAfter(right));
        return Array.ConvertAll(rows, row => row.Item);
    }

    /// <summary>What is sorted, with the keys that were needed so far.</summary>
    private sealed class Row<T>(Sorting sorting, T item, JsonValue? context, Frame frame)
    {
        private readonly JsonValue?[] _keys = new JsonValue?[sorting.Count];
        private int _evaluated;

        public T Item => item;

        public bool ComesAfter(Row<T> other)
        {
            for (int i = 0; i < _keys.Length; i++)
            {
                int order = sorting.Compare(i, KeyOf(i), other.KeyOf(i));
                if (order != 0)
                {
                    return order > 0;
                }
            }

            return false;
        }

        private JsonValue? KeyOf(int term)
        {
            if (term == _evaluated)
            {
                _evaluated++;
                _keys[term] = sorting.KeyOf(term, context, frame);
            }

            return _keys[term];
        }
    }

    private int Count => terms.Length;

    private JsonValue? KeyOf(int term, JsonValue? context, Frame frame) => terms[term].Key.Evaluate(context, frame);

    private int Compare(int term, JsonValue? left, JsonValue? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 1 : 0) - (right is null ? 1 : 0);
        }

        int order = (left, right) switch
        {
            (JsonNumber a, JsonNumber b) => a.Value.CompareTo(b.Value),
            (JsonString a, JsonString b) => string.CompareOrdinal(a.Value, b.Value),
            (JsonNumber or JsonString, JsonNumber or JsonString) => throw Failures.SortKeysOfTwoTypes(left, right, position),
            _ => throw Failures.SortKeyNotSortable(position),
        };
        return terms[term].IsDescending ? -order : order;
    }
}
