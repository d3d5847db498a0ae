using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Language.Tests.Expressions.JsonPath;

/// <summary>Draws trees of paths: every kind of node in every place where it can stand.</summary>
internal sealed class JsonPathGenerator(Random random)
{
    private static readonly string[] s_names = ["a", "b-c", "größe", "it's", "a.b", "", "x y", "\\", "\ud83d\ude00", "\ud83d", "\n", "$", "名", "@", "0"];

    public JsonPathQuery Query(int depth = 3)
    {
        PathRoot root = (PathRoot)random.Next(3);
        return new JsonPathQuery(root, root == PathRoot.Variable ? "v1" : null, Many(4, () => Segment(depth)));
    }

    private JsonPathSegment Segment(int depth)
    {
        JsonPathSelector selector = random.Next(depth > 0 ? 8 : 5) switch
        {
            0 or 1 => new JsonPathNames(AtLeast(1, 3, () => new JsonPathName(Name()))),
            2 => new JsonPathIndices(AtLeast(1, 3, () => new JsonPathIndex(random.Next(-3, 10)))),
            3 => new JsonPathSlice(Bound(), Bound(), Bound()),
            4 => new JsonPathWildcard(),
            5 => new JsonPathFunction("f" + random.Next(3), Many(3, () => Operand(depth - 1))),
            _ => new JsonPathFilter(Condition(depth - 1)),
        };
        return new JsonPathSegment(random.Next(4) == 0, selector);
    }

    private JsonPathCondition Condition(int depth) => random.Next(depth > 0 ? 6 : 3) switch
    {
        0 => new JsonPathExists(Current(depth - 1)),
        1 or 2 => new JsonPathComparison(
            Operand(depth - 1), (JsonPathOperator)random.Next(Enum.GetValues<JsonPathOperator>().Length), Operand(depth - 1)),
        3 => new JsonPathNot(Condition(depth - 1)),
        4 => new JsonPathAnd(AtLeast(2, 4, () => Condition(depth - 1))),
        _ => new JsonPathOr(AtLeast(2, 4, () => Condition(depth - 1))),
    };

    private JsonPathQuery Current(int depth) => Query(depth) with { Root = PathRoot.Current, Variable = null };

    private JsonPathOperand Operand(int depth) => random.Next(3) switch
    {
        0 => Current(depth),
        1 => Query(depth),
        _ => Literal(depth),
    };

    private JsonPathOperand Literal(int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => new JsonPathString(Name()),
        1 => new JsonPathNumber((random.NextDouble() * random.Next(-1000, 1000)).ToString("R", CultureInfo.InvariantCulture)),
        2 => new JsonPathBoolean(random.Next(2) == 0),
        3 => new JsonPathNull(),
        4 => new JsonPathWord("es-1"),
        5 => new JsonPathRegex("^a\\/(b)", random.Next(2) == 0 ? "i" : ""),
        6 => new JsonPathArray(Many(3, () => Literal(depth - 1))),
        _ => new JsonPathObject(Many(3, () => new JsonPathMember(Name(), Literal(depth - 1)))),
    };

    private int? Bound() => random.Next(2) == 0 ? null : random.Next(-3, 4);

    private string Name() => s_names[random.Next(s_names.Length)];

    private SyntaxList<T> Many<T>(int max, Func<T> make) => AtLeast(0, max, make);

    private SyntaxList<T> AtLeast<T>(int min, int max, Func<T> make) =>
        Enumerable.Range(0, random.Next(min, max)).Select(_ => make()).ToImmutableArray();
}
