using System;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Expressions.JsonPath;

/// <summary>How the two sides of a filter's comparison must relate.</summary>
public enum JsonPathOperator
{
    /// <summary><c>==</c>: both are equal.</summary>
    Equal,

    /// <summary><c>===</c>: both are equal and of one type.</summary>
    SameTypeEqual,

    /// <summary><c>!=</c>: they differ.</summary>
    NotEqual,

    /// <summary><c>!==</c>: they differ in value or type.</summary>
    NotSameTypeEqual,

    /// <summary><c>&lt;</c>: the left side is less.</summary>
    Less,

    /// <summary><c>&lt;=</c>: the left side is less or equal.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>: the left side is greater.</summary>
    Greater,

    /// <summary><c>&gt;=</c>: the left side is greater or equal.</summary>
    GreaterOrEqual,

    /// <summary><c>=~</c>: the left side matches the regular expression on the right.</summary>
    Matches,

    /// <summary><c>in</c>: the left side is an element of the right one.</summary>
    In,

    /// <summary><c>nin</c>: the left side is no element of the right one.</summary>
    NotIn,

    /// <summary><c>subsetof</c>: all elements of the left side are elements of the right one.</summary>
    SubsetOf,

    /// <summary><c>anyof</c>: both sides have an element in common.</summary>
    AnyOf,

    /// <summary><c>noneof</c>: the sides have no element in common.</summary>
    NoneOf,

    /// <summary><c>all</c>: all elements of the right side are elements of the left one.</summary>
    All,

    /// <summary><c>contains</c>: the left side, a string or an array, contains the right one.</summary>
    Contains,

    /// <summary><c>size</c>: the left side, a string or an array, has as many elements as the right side says.</summary>
    Size,

    /// <summary><c>empty</c>: whether the left side, a string or an array, is empty is what the right side says.</summary>
    Empty,

    /// <summary><c>exists</c>: whether the left side exists is what the right side says.</summary>
    Exists,

    /// <summary><c>type</c>: the left side is of the type that the right side names.</summary>
    Type,
}

/// <summary>The spellings of the operators.</summary>
internal static class JsonPathOperators
{
    /// <summary>All spellings; a longer one comes before those that it begins with.</summary>
    private static readonly ImmutableArray<(string Text, JsonPathOperator Operator)> s_spellings =
    [
        ("===", JsonPathOperator.SameTypeEqual),
        ("!==", JsonPathOperator.NotSameTypeEqual),
        ("==", JsonPathOperator.Equal),
        ("!=", JsonPathOperator.NotEqual),
        ("<=", JsonPathOperator.LessOrEqual),
        (">=", JsonPathOperator.GreaterOrEqual),
        ("=~", JsonPathOperator.Matches),
        ("<", JsonPathOperator.Less),
        (">", JsonPathOperator.Greater),
        ("in", JsonPathOperator.In),
        ("nin", JsonPathOperator.NotIn),
        ("subsetof", JsonPathOperator.SubsetOf),
        ("anyof", JsonPathOperator.AnyOf),
        ("noneof", JsonPathOperator.NoneOf),
        ("all", JsonPathOperator.All),
        ("contains", JsonPathOperator.Contains),
        ("size", JsonPathOperator.Size),
        ("empty", JsonPathOperator.Empty),
        ("exists", JsonPathOperator.Exists),
        ("type", JsonPathOperator.Type),
    ];

    public static string TextOf(JsonPathOperator @operator) => s_spellings.First(each => each.Operator == @operator).Text;

    /// <summary>
    /// Takes the operator at the cursor, if there is one. Words are operators in capitals too, and end where letters end.
    /// </summary>
    public static JsonPathOperator? Take(ExpressionCursor cursor)
    {
        if (!char.IsLetter(cursor.Current))
        {
            foreach ((string text, JsonPathOperator @operator) in s_spellings)
            {
                if (cursor.Take(text))
                {
                    return @operator;
                }
            }

            return null;
        }

        int length = 1;
        while (char.IsLetterOrDigit(cursor.Peek(length)))
        {
            length++;
        }

        string word = cursor.Text.Substring(cursor.Position, length);
        foreach ((string text, JsonPathOperator @operator) in s_spellings)
        {
            if (string.Equals(text, word, StringComparison.OrdinalIgnoreCase))
            {
                cursor.Position += length;
                return @operator;
            }
        }

        return null;
    }
}
