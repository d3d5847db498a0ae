using System;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Language.Tests.Expressions.Jsonata;

/// <summary>Properties over many expressions, drawn with a fixed seed.</summary>
public class JsonataPropertyTests
{
    private static readonly string[] s_pieces =
    [
        "a", "b", "$", "$$", "$v", "`q`", "'s'", "\"", "\\", "\\u00", "1", "2.5e3", "0", ".", "..", "[", "]", "[]", "{", "}", "(", ")", ",", ";", ":",
        ":=", "?", "?:", "??", "~>", "|", "@", "@$x", "#", "#$i", "^(", ">", "<", "<=", "!=", "=", "+", "-", "*", "**", "/", "/r/i", "%", "&", " and ",
        " or ", " in ", "true", "null", "function(", "λ($a)<s:n>{", "/*", "*/", "!", "~", " ", "\n", "\0", "ä", "\ud83d",
    ];

    [Fact]
    public void What_is_printed_is_read_back_as_a_tree_of_the_same_shape()
    {
        var random = new Random(31);
        var generator = new JsonataGenerator(random);
        int read = 0;
        for (int i = 0; i < 10_000; i++)
        {
            JsonataSyntax tree = generator.Expression(random.Next(1, 5));
            string printed = tree.ToString();
            ExpressionParseResult<JsonataSyntax> result = JsonataParser.Parse(printed);
            if (result.Error is { } error)
            {
                // The generator does not know which steps may follow one another.
                error.Code.ShouldBeOneOf(["S0209", "S0210", "S0213", "S0215", "S0216", "S0217"], $"{SyntaxAssert.Shown(printed)}: {error}");
                continue;
            }

            JsonataShape.Of(result.Root!, skipsParentheses: true).ShouldBe(JsonataShape.Of(tree, skipsParentheses: true), SyntaxAssert.Shown(printed));
            result.Root!.ToString().ShouldBe(printed);
            SyntaxAssert.IsPrintedAndReadBack(printed, result.Root, JsonataParser.Parse);
            read++;
        }

        read.ShouldBeGreaterThan(5_000);
    }

    [Fact]
    public void Garbage_gives_an_error_in_the_text_and_never_throws()
    {
        var random = new Random(32);
        for (int i = 0; i < 20_000; i++)
        {
            Judge(SyntaxAssert.Garbage(random, s_pieces, 20));
        }
    }

    [Fact]
    public void Damaged_expressions_give_a_tree_or_an_error_and_never_throw()
    {
        var random = new Random(33);
        var generator = new JsonataGenerator(random);
        int read = 0;
        for (int i = 0; i < 10_000; i++)
        {
            read += Judge(SyntaxAssert.Damage(random, generator.Expression(random.Next(1, 4)).ToString(), s_pieces)) ? 1 : 0;
        }

        read.ShouldBeInRange(1_000, 9_000);
    }

    private static bool Judge(string text)
    {
        JsonataParser.Parse(text).Error?.Code.ShouldNotBeNull(text);
        return SyntaxAssert.Judge(text, JsonataParser.Parse);
    }
}
