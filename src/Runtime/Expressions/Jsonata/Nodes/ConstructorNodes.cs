using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>An array constructor: <c>[a, [b], 1..3]</c>.</summary>
/// <param name="level">How deep the node is nested.</param>
/// <param name="items">The elements; arrays that they evaluate to become elements one by one.</param>
/// <param name="isNested">Which elements are array constructors themselves, and so stay arrays.</param>
/// <param name="isStep">Whether the constructor is the first or last step of a path, which is not to flatten its array.</param>
internal sealed class ArrayNode(int level, JsonataNode[] items, bool[] isNested, bool isStep) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame)
    {
        var values = default(SequenceBuilder);
        for (int i = 0; i < items.Length; i++)
        {
            JsonValue? value = items[i].Evaluate(context, frame);
            if (value is JsonArray array && !isNested[i])
            {
                frame.Run.Spend(array.Items.Length);
                values.AddRange(array.Items);
            }
            else if (value is not null)
            {
                values.Add(value);
            }
        }

        return isStep ? new ConstructedArray(values.ToArray(), frame.Run.Owner) : new JsonArray(values.ToArray());
    }
}

/// <summary>Integers from one to another: <c>1..3</c>.</summary>
internal sealed class RangeNode(int level, int position, JsonataNode first, JsonataNode last) : JsonataNode(level)
{
    private const double MaxCount = 1e7;
    private const int BytesPerElement = 8;

    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? from = first.Evaluate(context, frame);
        JsonValue? to = last.Evaluate(context, frame);
        if (from is not null && !IsInteger(from))
        {
            throw Failures.RangeStartNotInteger(position);
        }

        if (to is not null && !IsInteger(to))
        {
            throw Failures.RangeEndNotInteger(position);
        }

        if (from is not JsonNumber { Value: double start } || to is not JsonNumber { Value: double end } || start > end)
        {
            return null;
        }

        double count = end - start + 1;
        if (count > MaxCount)
        {
            throw Failures.RangeTooLong(count, position);
        }

        frame.Run.Allocate(BytesPerElement * count);
        frame.Run.Spend((long)count);
        var values = new JsonValue[(int)count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = JsonNumber.Of(start + i);
        }

        return new JsonataSequence(values, frame.Run.Owner);
    }

    private static bool IsInteger(JsonValue value) => value is JsonNumber number && double.IsInteger(number.Value);
}

/// <summary>An object constructor: <c>{"a": b}</c>. For a context value that is an array it groups the elements.</summary>
internal sealed class ObjectNode(int level, Grouping grouping) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame) => grouping.Group(context, frame);
}
