using System;
using System.Collections.Generic;
using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>
/// A grouping of values into an object. Each pair gives a name for each value, and then one member for all the values of a name.
/// </summary>
internal sealed class Grouping
{
    private readonly GroupingPair[] _pairs;
    private readonly int _position;

    /// <summary>The names, where all are literals and differ; otherwise null.</summary>
    private readonly string[]? _fixedNames;

    public Grouping(GroupingPair[] pairs, int position)
    {
        _pairs = pairs;
        _position = position;
        var names = new HashSet<string>(StringComparer.Ordinal);
        _fixedNames = Array.TrueForAll(pairs, pair => pair.FixedName is { } name && names.Add(name))
            ? Array.ConvertAll(pairs, pair => pair.FixedName!)
            : null;
    }

    /// <summary>Groups the elements of an array, or the one value that it is; nothing counts as one value too.</summary>
    public JsonObject Group(JsonValue? value, Frame frame)
    {
        if (value is JsonArray { Items: { Length: > 0 } items })
        {
            return GroupAll(items, frame);
        }

        JsonValue? single = value is JsonArray ? null : value;
        return _fixedNames is not null
            ? MakeObject(_fixedNames, single, frame)
            : single is null ? GroupNothing(frame) : GroupAll(new ReadOnlySpan<JsonValue>(in single), frame);
    }

    /// <summary>Groups tuples. Those of one name become one tuple, whose variables hold the values of all.</summary>
    public JsonObject GroupTuples(List<Frame> tuples, Frame frame, int slots, int keyRegion, int valueRegion)
    {
        var groups = new GroupTable<TupleGroup>(this);
        foreach (Frame tuple in tuples)
        {
            tuple.Run.Spend(1);
            tuple.TryGet(TupleStep.ContextSlot, out JsonValue? context);
            Frame inner = keyRegion == 0 ? tuple : new Frame(tuple, keyRegion);
            for (int i = 0; i < _pairs.Length; i++)
            {
                if (groups.Find(i, _pairs[i].Key.Evaluate(context, inner)) is { } group)
                {
                    group.Tuples.Add(tuple);
                }
            }
        }

        var members = default(JsonObject.Builder);
        foreach ((string name, TupleGroup group) in groups.InOrder)
        {
            Frame merged = group.Merge(frame, slots);
            merged.TryGet(TupleStep.ContextSlot, out JsonValue? context);
            Frame inner = valueRegion == 0 ? merged : new Frame(merged, valueRegion);
            if (_pairs[group.Pair].Value.Evaluate(context, inner) is { } value)
            {
                members.Set(name, value);
            }
        }

        return members.ToObject();
    }

    private JsonObject MakeObject(string[] names, JsonValue? context, Frame frame)
    {
        var values = new JsonValue?[names.Length];
        bool hasAll = true;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = _pairs[i].Value.Evaluate(context, frame);
            hasAll &= values[i] is not null;
        }

        return hasAll ? JsonObject.Of(names, values!) : MakeObject(names, values);
    }

    private static JsonObject MakeObject(string[] names, JsonValue?[] values)
    {
        var members = default(JsonObject.Builder);
        for (int i = 0; i < names.Length; i++)
        {
            if (values[i] is { } value)
            {
                members.Set(names[i], value);
            }
        }

        return members.ToObject();
    }

    private JsonObject GroupNothing(Frame frame)
    {
        var groups = new GroupTable<ValueGroup>(this);
        for (int i = 0; i < _pairs.Length; i++)
        {
            groups.Find(i, _pairs[i].Key.Evaluate(null, frame));
        }

        return MakeObject(groups, frame);
    }

    private JsonObject GroupAll(ReadOnlySpan<JsonValue> items, Frame frame)
    {
        frame.Run.Spend(items.Length);
        var groups = new GroupTable<ValueGroup>(this);
        foreach (JsonValue item in items)
        {
            for (int i = 0; i < _pairs.Length; i++)
            {
                groups.Find(i, _pairs[i].Key.Evaluate(item, frame))?.Values.Add(item);
            }
        }

        return MakeObject(groups, frame);
    }

    private JsonObject MakeObject(GroupTable<ValueGroup> groups, Frame frame)
    {
        var members = default(JsonObject.Builder);
        foreach ((string name, ValueGroup group) in groups.InOrder)
        {
            if (_pairs[group.Pair].Value.Evaluate(group.Values.ToValue(), frame) is { } value)
            {
                members.Set(name, value);
            }
        }

        return members.ToObject();
    }

    /// <summary>The values of one name, and the pair that gave it.</summary>
    private abstract class PairGroup
    {
        public int Pair { get; set; }
    }

    private sealed class ValueGroup : PairGroup
    {
        public Appending Values;
    }

    private sealed class TupleGroup : PairGroup
    {
        public List<Frame> Tuples { get; } = [];

        public Frame Merge(Frame parent, int slots)
        {
            if (Tuples.Count == 1)
            {
                return Tuples[0];
            }

            var merged = new Frame(parent, slots);
            for (int slot = 0; slot < slots; slot++)
            {
                var values = default(Appending);
                bool isBound = false;
                foreach (Frame tuple in Tuples)
                {
                    if (tuple.TryGet(slot, out JsonValue? value))
                    {
                        isBound = true;
                        values.Add(value);
                    }
                }

                if (isBound)
                {
                    merged.Bind(slot, values.ToValue());
                }
            }

            return merged;
        }
    }

    private sealed class GroupTable<TGroup>(Grouping grouping)
        where TGroup : PairGroup, new()
    {
        private readonly Dictionary<string, TGroup> _groups = new(StringComparer.Ordinal);

        public List<(string Name, TGroup Group)> InOrder { get; } = [];

        /// <summary>The group of a name; null where the name is nothing.</summary>
        public TGroup? Find(int pair, JsonValue? name)
        {
            if (name is null)
            {
                return null;
            }

            if (name is not JsonString { Value: string text })
            {
                throw Failures.KeyNotString(name, grouping._position);
            }

            if (!_groups.TryGetValue(text, out TGroup? group))
            {
                group = new TGroup { Pair = pair };
                _groups.Add(text, group);
                InOrder.Add((text, group));
            }
            else if (group.Pair != pair)
            {
                throw Failures.KeyOfTwoPairs(text, grouping._position);
            }

            return group;
        }
    }
}
