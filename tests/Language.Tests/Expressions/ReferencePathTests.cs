using System;
using System.Linq;
using System.Text;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Expressions;

public class ReferencePathTests
{
    [Theory]
    [InlineData("$", "Data:")]
    [InlineData("$.a", "Data: a")]
    [InlineData("$.a.b[0].c", "Data: a b 0 c")]
    [InlineData("$[12]", "Data: 12")]
    [InlineData("$['a b']", "Data: a b")]
    [InlineData("$[\"a.b\"]['c']", "Data: a.b c")]
    [InlineData("$['it\\'s']", "Data: it's")]
    [InlineData("$.a\\.b", "Data: a.b")]
    [InlineData("$.größe-1_x", "Data: größe-1_x")]
    [InlineData("$$", "Context:")]
    [InlineData("$$.Execution.Id", "Context: Execution Id")]
    [InlineData("$name", "Variable(name):")]
    [InlineData("$_n1.a[3]", "Variable(_n1): a 3")]
    public void Paths_are_read_into_steps(string text, string expected)
    {
        ReferencePath path = ReferencePath.Parse(text, out JsonError? error).ShouldNotBeNull();

        error.ShouldBeNull();
        path.Text.ShouldBe(text);
        string root = path.Root == PathRoot.Variable ? $"Variable({path.Variable})" : path.Root.ToString();
        string.Concat(root, ":", string.Concat(path.Steps.Select(step => " " + (step.Name ?? step.Index.ToString(System.Globalization.CultureInfo.InvariantCulture)))))
            .ShouldBe(expected);
    }

    [Theory]
    [InlineData("", 0, 0, "starts with '$'")]
    [InlineData("a.b", 0, 1, "starts with '$'")]
    [InlineData("$.", 2, 0, "name was expected")]
    [InlineData("$..a", 2, 1, "no '..'")]
    [InlineData("$.*", 2, 1, "'*' cannot stand")]
    [InlineData("$.a b", 3, 1, "' ' cannot stand")]
    [InlineData("$[*]", 2, 1, "index or a quoted name")]
    [InlineData("$[-1]", 2, 1, "index or a quoted name")]
    [InlineData("$[0:2]", 3, 1, "index or a quoted name")]
    [InlineData("$[?(@.a)]", 2, 1, "index or a quoted name")]
    [InlineData("$[99999999999]", 2, 1, "too large")]
    [InlineData("$['a'", 4, 1, "'] was expected")]
    [InlineData("$['a", 4, 0, "'] was expected")]
    [InlineData("$.a\\", 4, 0, "single backslash")]
    [InlineData("$a-b", 2, 1, "'.' or '[' was expected")]
    [InlineData("$$$", 2, 1, "'.' or '[' was expected")]
    public void What_is_no_reference_path_is_reported_at_its_place(string text, int start, int length, string message)
    {
        ReferencePath.Parse(text, out JsonError? error).ShouldBeNull();

        error.ShouldNotBeNull().Message.ShouldContain(message);
        error.Range.ShouldBe(new TextRange(start, length));
    }

    [Fact]
    public void Garbage_never_throws()
    {
        var random = new Random(3);
        const string alphabet = "$$..[]''\"\\0123456789abc*?@(): ä\ud83d";
        for (int i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder("$");
            for (int length = random.Next(12); length > 0; length--)
            {
                text.Append(alphabet[random.Next(alphabet.Length)]);
            }

            ReferencePath? path = ReferencePath.Parse(text.ToString(), out JsonError? error);

            (path is null).ShouldBe(error is not null, text.ToString());
            error?.Range.End.ShouldBeInRange(error.Range.Start, text.Length, text.ToString());
        }
    }
}
