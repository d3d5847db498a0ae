using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Tests.Expressions.JsonPath;

namespace StateMachineGen.Language.Tests.Expressions.Intrinsics;

/// <summary>Properties over many calls, drawn with a fixed seed.</summary>
public class IntrinsicPropertyTests
{
    private static readonly string[] s_pieces =
    [
        "States.", "Format", "f(", "(", ")", ",", "'", "'a'", "{}", "\\", "\\'", "\\{", "$", "$.a", "$$", "$v", "[0]", "[?(@.a)]", "..b", "1", "-2.5e3",
        "null", "true", "false", "\"", " ", "\n", "ä", "\ud83d", "_", "\0",
    ];

    [Fact]
    public void What_is_printed_is_read_back_as_an_equal_tree()
    {
        var random = new Random(21);
        for (int i = 0; i < 5_000; i++)
        {
            IntrinsicCall call = Call(random, 4);

            SyntaxAssert.IsPrintedAndReadBack(call.ToString(), call, IntrinsicParser.Parse);
        }
    }

    [Fact]
    public void Garbage_gives_an_error_in_the_text_and_never_throws()
    {
        var random = new Random(22);
        for (int i = 0; i < 20_000; i++)
        {
            SyntaxAssert.Judge(SyntaxAssert.Garbage(random, s_pieces, 15), IntrinsicParser.ParseFieldValue);
        }
    }

    [Fact]
    public void Damaged_calls_give_a_tree_or_an_error_and_never_throw()
    {
        var random = new Random(23);
        int read = 0;
        for (int i = 0; i < 10_000; i++)
        {
            read += SyntaxAssert.Judge(SyntaxAssert.Damage(random, Call(random, 2).ToString(), s_pieces), IntrinsicParser.ParseFieldValue) ? 1 : 0;
        }

        read.ShouldBeInRange(1_000, 9_000);
    }

    private static IntrinsicCall Call(Random random, int depth) =>
        new("States.F" + random.Next(5), Enumerable.Range(0, random.Next(4)).Select(_ => Argument(random, depth - 1)).ToImmutableArray());

    private static IntrinsicSyntax Argument(Random random, int depth) => random.Next(depth > 0 ? 8 : 6) switch
    {
        0 => new IntrinsicNull(),
        1 => new IntrinsicBoolean(random.Next(2) == 0),
        2 => new IntrinsicNumber((random.NextDouble() * random.Next(-1000, 1000)).ToString("R", CultureInfo.InvariantCulture)),
        3 => new IntrinsicString(SyntaxAssert.Garbage(random, ["a", "{}", "{", "}", "\\'", "\\\\", "\\{", " ", "ä", "\n", "\"", "\ud83d"], 6)),
        4 => IntrinsicString.FromValue(SyntaxAssert.Garbage(random, ["a", "{}", "'", "\\"], 6)),
        5 => new IntrinsicPath(new JsonPathGenerator(random).Query(1)),
        _ => Call(random, depth),
    };
}
