using System;
using System.Globalization;
using StateMachineGen.Data;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Expressions.JsonPath;

/// <summary>The operators of filters, as the library defines them. A side without a value is null.</summary>
internal static class FilterComparison
{
    public static bool Holds(JsonValue? left, JsonPathOperator @operator, JsonValue? right, PathEvaluation evaluation) =>
        evaluation.Spend(CostOf(left, right)) && Holds(left, @operator, right);

    private static bool Holds(JsonValue? left, JsonPathOperator @operator, JsonValue? right) => @operator switch
    {
        JsonPathOperator.Equal => AreEqual(left, right),
        JsonPathOperator.NotEqual => !AreEqual(left, right),
        JsonPathOperator.SameTypeEqual => left?.Kind == right?.Kind && AreEqual(left, right),
        JsonPathOperator.NotSameTypeEqual => left?.Kind != right?.Kind || !AreEqual(left, right),
        JsonPathOperator.Less => Compare(left, right) < 0,
        JsonPathOperator.LessOrEqual => Compare(left, right) <= 0,
        JsonPathOperator.Greater => Compare(left, right) > 0,
        JsonPathOperator.GreaterOrEqual => Compare(left, right) >= 0,
        JsonPathOperator.In => right is JsonArray list && Contains(list, left),
        JsonPathOperator.NotIn => right is not JsonArray list || !Contains(list, left),
        JsonPathOperator.SubsetOf => left is JsonArray part && right is JsonArray whole && ContainsAll(whole, part),
        JsonPathOperator.AnyOf => left is JsonArray items && right is JsonArray others && ContainsAny(others, items),
        JsonPathOperator.NoneOf => left is JsonArray items && right is JsonArray others && !ContainsAny(others, items),
        JsonPathOperator.All => left is JsonArray whole && right is JsonArray required && ContainsAll(whole, required),
        JsonPathOperator.Contains => left switch
        {
            JsonString text => right is JsonString piece && text.Value.Contains(piece.Value, StringComparison.Ordinal),
            JsonArray list => Contains(list, right),
            _ => false,
        },
        JsonPathOperator.Size => right is JsonNumber size && CountOf(left) == size.Value,
        JsonPathOperator.Empty => right is JsonBoolean isEmpty && CountOf(left) is { } count && (count == 0) == isEmpty.Value,
        JsonPathOperator.Exists => right is JsonBoolean exists && (left is not null) == exists.Value,
        JsonPathOperator.Type => right is JsonString type && string.Equals(left?.Kind.ToString(), type.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>
    /// A number equals a string that is the same number, and a string equals a number that is written the same: the left side says as
    /// what the two are compared.
    /// </summary>
    private static bool AreEqual(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (null, _) or (_, null) => false,
        (JsonNumber number, JsonString text) =>
            double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value == number.Value,
        (JsonString text, JsonNumber number) => text.Value == number.Text,
        _ => JsonEquality.AreEqual(left, right),
    };

    /// <summary>How two numbers or two strings compare; null, which no comparison is true of, for other values.</summary>
    private static int? Compare(JsonValue? left, JsonValue? right) => (left, right) switch
    {
        (JsonNumber first, JsonNumber second) => first.Value.CompareTo(second.Value),
        (JsonString first, JsonString second) => string.CompareOrdinal(first.Value, second.Value),
        _ => null,
    };

    private static bool Contains(JsonArray list, JsonValue? value)
    {
        foreach (JsonValue item in list.Items)
        {
            if (AreEqual(item, value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ContainsAll(JsonArray whole, JsonArray part)
    {
        foreach (JsonValue item in part.Items)
        {
            if (!Contains(whole, item))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ContainsAny(JsonArray list, JsonArray candidates)
    {
        foreach (JsonValue item in candidates.Items)
        {
            if (Contains(list, item))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>At worst each element of the one side is compared with each of the other, and any value is read to its end.</summary>
    private static long CostOf(JsonValue? left, JsonValue? right)
    {
        long comparisons = left is JsonArray items && right is JsonArray others ? (long)items.Items.Length * others.Items.Length : 1;
        return comparisons + (((left?.Size ?? 0) + (right?.Size ?? 0)) / 32);
    }

    private static int? CountOf(JsonValue? value) => value switch
    {
        JsonString text => text.Value.Length,
        JsonArray array => array.Items.Length,
        JsonObject @object => @object.Count,
        _ => null,
    };
}
