using System;
using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Language.Tests.Expressions.JsonPath;

/// <summary>Properties over many paths, drawn with a fixed seed.</summary>
public class JsonPathPropertyTests
{
    private static readonly string[] s_pieces =
    [
        "$", "$$", "@", ".", "..", "*", "[", "]", "[?(", ")]", "(", ")", "'", "\"", "'a'", "\\", "a", "b", "0", "-1", "1.5", ":", ",", "==",
        "=~", "/x/i", "<", ">=", "!", "&&", "||", " in ", "size", "true", "null", "{", "}", " ", "\n", "\0", "ä", "\ud83d", ".max()", "$.a", "@.b",
    ];

    [Fact]
    public void What_is_printed_is_read_back_as_an_equal_tree()
    {
        var generator = new JsonPathGenerator(new Random(11));
        for (int i = 0; i < 5_000; i++)
        {
            JsonPathQuery path = generator.Query();

            SyntaxAssert.IsPrintedAndReadBack(path.ToString(), path, JsonPathParser.Parse);
        }
    }

    [Fact]
    public void Garbage_gives_an_error_in_the_text_and_never_throws()
    {
        var random = new Random(12);
        for (int i = 0; i < 20_000; i++)
        {
            SyntaxAssert.Judge("$" + SyntaxAssert.Garbage(random, s_pieces, 15), JsonPathParser.Parse);
        }
    }

    [Fact]
    public void Damaged_paths_give_a_tree_or_an_error_and_never_throw()
    {
        var random = new Random(13);
        var generator = new JsonPathGenerator(random);
        int read = 0;
        for (int i = 0; i < 10_000; i++)
        {
            read += SyntaxAssert.Judge(SyntaxAssert.Damage(random, generator.Query(2).ToString(), s_pieces), JsonPathParser.Parse) ? 1 : 0;
        }

        read.ShouldBeInRange(1_000, 9_000);
    }

    [Fact]
    public void Reference_paths_are_paths_with_the_same_steps()
    {
        string[] pieces = ["$", ".", "[", "]", "[0]", "[12]", "['", "']", "[\"", "\"]", "\\", "a", "b", "ä", "-", "_", " ", "&", "\ud83d", "0", "'", "\"", "["];
        var random = new Random(14);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = "$" + SyntaxAssert.Garbage(random, pieces, 10);
            if (ReferencePath.Parse(text, out _) is not { } reference)
            {
                continue;
            }

            read++;
            JsonPathQuery path = JsonPathParser.Parse(text).Root.ShouldNotBeNull(SyntaxAssert.Shown(text));
            path.IsReferencePath.ShouldBeTrue(SyntaxAssert.Shown(text));
            path.Root.ShouldBe(reference.Root);
            path.Variable.ShouldBe(reference.Variable);
            path.Segments.Select(segment => segment.Selector switch
            {
                JsonPathNames names => new PathStep(names.Names[0].Value, 0),
                JsonPathIndices indices => new PathStep(null, indices.Indices[0].Value),
                _ => default,
            }).ShouldBe(reference.Steps, SyntaxAssert.Shown(text));
        }

        read.ShouldBeGreaterThan(1_000);
    }
}
