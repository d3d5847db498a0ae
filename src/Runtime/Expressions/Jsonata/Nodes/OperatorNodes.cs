using StateMachineGen.Data;
using StateMachineGen.Expressions.Jsonata.Values;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Expressions.Jsonata.Nodes;

/// <summary>Arithmetic on two numbers; nothing if either is nothing.</summary>
internal sealed class ArithmeticNode(int level, int position, JsonataOperator @operator, JsonataNode left, JsonataNode right)
    : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? first = left.Evaluate(context, frame);
        JsonValue? second = right.Evaluate(context, frame);
        if (first is not (null or JsonNumber))
        {
            throw Failures.LeftNotNumber(@operator, position);
        }

        if (second is not (null or JsonNumber))
        {
            throw Failures.RightNotNumber(@operator, position);
        }

        if (first is not JsonNumber a || second is not JsonNumber b)
        {
            return null;
        }

        double x = a.Value;
        double y = b.Value;
        double result = @operator switch
        {
            JsonataOperator.Add => x + y,
            JsonataOperator.Subtract => x - y,
            JsonataOperator.Multiply => x * y,
            JsonataOperator.Divide => x / y,
            _ => x % y,
        };

        // What is infinite already is not calculated with.
        return double.IsFinite(x) && double.IsFinite(y) && !double.IsNaN(result)
            ? Numbers.Of(result)
            : throw Failures.NumberOutOfRange(double.IsFinite(x) ? double.IsFinite(y) ? result : y : x, position);
    }
}

/// <summary>A number with its sign changed.</summary>
internal sealed class NegationNode(int level, int position, JsonataNode operand) : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame) => operand.Evaluate(context, frame) switch
    {
        null => null,
        JsonNumber number => Numbers.Of(-number.Value),
        JsonValue other => throw Failures.NegatedNoNumber(other, position),
    };
}

/// <summary>Whether two values are equal, or differ; false if either is nothing.</summary>
internal sealed class EqualityNode(int level, bool isNegated, JsonataNode left, JsonataNode right) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? first = left.Evaluate(context, frame);
        JsonValue? second = right.Evaluate(context, frame);
        return JsonBoolean.Of(first is not null && second is not null && Equality.AreEqual(first, second, frame.Run) != isNegated);
    }
}

/// <summary>Which of two numbers or strings comes first; nothing if either is nothing.</summary>
internal sealed class ComparisonNode(int level, int position, JsonataOperator @operator, JsonataNode left, JsonataNode right)
    : JsonataNode(level)
{
    protected override JsonValue? EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? first = left.Evaluate(context, frame);
        JsonValue? second = right.Evaluate(context, frame);
        if (first is JsonNumber a && second is JsonNumber b)
        {
            return Decide(a.Value.CompareTo(b.Value));
        }

        if (first is not (null or JsonNumber or JsonString) || second is not (null or JsonNumber or JsonString))
        {
            throw Failures.NotComparable(@operator, position);
        }

        if (first is null || second is null)
        {
            return null;
        }

        return first is JsonString s && second is JsonString t
            ? Decide(string.CompareOrdinal(s.Value, t.Value))
            : throw Failures.DifferentTypes(@operator, first, second, position);
    }

    private JsonBoolean Decide(int order) => JsonBoolean.Of(@operator switch
    {
        JsonataOperator.Less => order < 0,
        JsonataOperator.LessOrEqual => order <= 0,
        JsonataOperator.Greater => order > 0,
        _ => order >= 0,
    });
}

/// <summary>Whether a value is an element of an array: <c>a in b</c>. Arrays and objects are no element of anything.</summary>
internal sealed class InNode(int level, JsonataNode left, JsonataNode right) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame)
    {
        JsonValue? sought = left.Evaluate(context, frame);
        JsonValue? values = right.Evaluate(context, frame);
        if (sought is null || values is null)
        {
            return JsonBoolean.False;
        }

        if (values is not JsonArray array)
        {
            return JsonBoolean.Of(Equality.AreIdentical(sought, values));
        }

        frame.Run.Spend(array.Items.Length);
        foreach (JsonValue item in array.Items)
        {
            if (Equality.AreIdentical(sought, item))
            {
                return JsonBoolean.True;
            }
        }

        return JsonBoolean.False;
    }
}

/// <summary><c>a and b</c>, <c>a or b</c>; the right operand is evaluated only where it decides.</summary>
internal sealed class LogicNode(int level, bool isOr, JsonataNode left, JsonataNode right) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame) =>
        Truth.Of(left.Evaluate(context, frame)) == isOr
            ? JsonBoolean.Of(isOr)
            : JsonBoolean.Of(Truth.Of(right.Evaluate(context, frame)));
}

/// <summary>Two values as strings put together; nothing is an empty string.</summary>
internal sealed class ConcatenationNode(int level, JsonataNode left, JsonataNode right) : JsonataNode(level)
{
    protected override JsonValue EvaluateCore(JsonValue? context, Frame frame)
    {
        string first = Text(left.Evaluate(context, frame));
        string second = Text(right.Evaluate(context, frame));
        frame.Run.Allocate((double)first.Length + second.Length);
        frame.Run.Spend((first.Length + second.Length) >> CharactersPerStep);
        return new JsonString(string.Concat(first, second));
    }

    private const int CharactersPerStep = 4;

    private static string Text(JsonValue? value) => value is null ? "" : ValueText.Of(value);
}
