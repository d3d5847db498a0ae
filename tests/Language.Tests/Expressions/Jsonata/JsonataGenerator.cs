using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Language.Tests.Expressions.Jsonata;

/// <summary>
/// Draws trees of JSONata: every kind of node in every place where the grammar has an expression, without regard to how operators bind.
/// </summary>
internal sealed class JsonataGenerator(Random random)
{
    private static readonly string[] s_names = ["a", "b c", "größe", "and", "null", "x.y", "", "\ud83d\ude00", "1st", "'q", "$d"];
    private static readonly string[] s_strings = ["", "a", "it's \"x\"", "\\", "\n\t", "ä\u2028", "\ud83d", "{%"];

    public JsonataSyntax Expression(int depth = 4)
    {
        if (depth == 0)
        {
            return Terminal();
        }

        return random.Next(20) switch
        {
            0 => Path(depth - 1),
            1 => new JsonataFilter(Expression(depth - 1), Expression(depth - 1)),
            2 => new JsonataKeepArray(Expression(depth - 1)),
            3 => new JsonataSort(Expression(depth - 1), AtLeast(1, 3, () => new JsonataSortTerm(Flip(), Expression(depth - 1)))),
            4 => new JsonataGroup(Expression(depth - 1), Pairs(depth - 1)),
            5 => new JsonataObject(Pairs(depth - 1)),
            6 => new JsonataArray(AtLeast(0, 3, () => Item(depth - 1))),
            7 => new JsonataFocus(Step(depth - 1), Variable()),
            8 => new JsonataPosition(Step(depth - 1), Variable()),
            9 => new JsonataNegation(Expression(depth - 1)),
            10 or 11 or 12 => new JsonataBinary(
                Expression(depth - 1), (JsonataOperator)random.Next(Enum.GetValues<JsonataOperator>().Length), Expression(depth - 1)),
            13 => new JsonataCondition(Expression(depth - 1), Expression(depth - 1), Flip() ? Expression(depth - 1) : null),
            14 => new JsonataDefault(Expression(depth - 1), Flip(), Expression(depth - 1)),
            15 => new JsonataBinding(Variable(), Expression(depth - 1)),
            16 => new JsonataApplication(Expression(depth - 1), Expression(depth - 1)),
            17 => new JsonataCall(Expression(depth - 1), AtLeast(0, 3, () => Argument(depth - 1))),
            18 => new JsonataLambda(AtLeast(0, 3, Variable), Flip() ? new JsonataSignature("<s-a<n>?:o>") : null, Expression(depth - 1)),
            _ => new JsonataTransform(Expression(depth - 1), Expression(depth - 1), Flip() ? Expression(depth - 1) : null),
        };
    }

    /// <summary>A path that begins with a path is one path: only so are they read.</summary>
    private JsonataPath Path(int depth)
    {
        SyntaxList<JsonataSyntax> steps = AtLeast(2, 4, () => Step(depth));
        return new JsonataPath(steps[0] is JsonataPath first ? first.Steps.Concat(steps.Skip(1)).ToImmutableArray() : steps);
    }

    private JsonataSyntax Terminal() => random.Next(8) switch
    {
        0 => new JsonataString(s_strings[random.Next(s_strings.Length)]),
        1 => new JsonataNumber((random.NextDouble() * random.Next(1000)).ToString("R", CultureInfo.InvariantCulture)),
        2 => new JsonataBoolean(Flip()),
        3 => new JsonataNull(),
        4 => Variable(),
        5 => Flip() ? new JsonataWildcard() : new JsonataDescendants(),
        _ => new JsonataName(s_names[random.Next(s_names.Length)]),
    };

    /// <summary>Half of the steps are names, so that enough paths are ones that JSONata takes.</summary>
    private JsonataSyntax Step(int depth) => random.Next(4) switch
    {
        0 or 1 => new JsonataName(s_names[random.Next(s_names.Length)]),
        2 => new JsonataBlock(AtLeast(0, 3, () => Expression(depth))) is { Expressions.Count: not 1 } block ? block : new JsonataParent(),
        _ => Expression(depth),
    };

    private JsonataSyntax Item(int depth) => Flip() ? Expression(depth) : new JsonataRange(Expression(depth), Expression(depth));

    private JsonataSyntax Argument(int depth) => random.Next(6) switch
    {
        0 => new JsonataPlaceholder(),
        1 => new JsonataRegex("a[/]\\/(b)", Flip() ? "i" : ""),
        _ => Expression(depth),
    };

    private SyntaxList<JsonataPair> Pairs(int depth) => AtLeast(0, 3, () => new JsonataPair(Expression(depth), Expression(depth)));

    private JsonataVariable Variable() => new(random.Next(4) switch
    {
        0 => "",
        1 => "$",
        _ => "v1",
    });

    private bool Flip() => random.Next(2) == 0;

    private SyntaxList<T> AtLeast<T>(int min, int max, Func<T> make) =>
        Enumerable.Range(0, random.Next(min, max)).Select(_ => make()).ToImmutableArray();
}
