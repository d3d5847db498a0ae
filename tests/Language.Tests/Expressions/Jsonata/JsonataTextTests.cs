using System;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Language.Tests.Expressions.Jsonata;

public class JsonataTextTests
{
    [Theory]
    [InlineData("{% $a %}", JsonataTextKind.Expression, " $a ")]
    [InlineData("{%$a%}", JsonataTextKind.Expression, "$a")]
    [InlineData("{%%}", JsonataTextKind.Expression, "")]
    [InlineData("{%}", JsonataTextKind.HalfOpen, "")]
    [InlineData("{% $a", JsonataTextKind.HalfOpen, "")]
    [InlineData("$a %}", JsonataTextKind.HalfOpen, "")]
    [InlineData(" {% $a %}", JsonataTextKind.HalfOpen, "")]
    [InlineData(" {% $a %} ", JsonataTextKind.Plain, "")]
    [InlineData("$a", JsonataTextKind.Plain, "")]
    [InlineData("", JsonataTextKind.Plain, "")]
    public void A_string_is_told_by_its_ends(string text, JsonataTextKind kind, string expression)
    {
        JsonataText read = JsonataText.Read(text);

        read.Kind.ShouldBe(kind);
        read.Expression.ShouldBe(expression);
        text.Substring(read.ExpressionRange.Start, read.ExpressionRange.Length).ShouldBe(expression);
    }

    [Fact]
    public void Positions_are_those_in_the_whole_string()
    {
        const string text = "{% $a.'x%}'.b %}";

        JsonataSyntax root = JsonataText.Read(text).Parse().Root.ShouldNotBeNull();

        SyntaxAssert.At(text, root).ShouldBe("$a.'x%}'.b");
        SyntaxAssert.FailsAt(JsonataText.Read("{% $a + %}").Parse(), 8, 0, "before the end");
        SyntaxAssert.FailsAt(JsonataText.Read("{% 'a %}").Parse(), 3, 3, "no closing quote");
        SyntaxAssert.FailsAt(JsonataText.Read("{%/* %}").Parse(), 2, 3, "no closing */");
        SyntaxAssert.FailsAt(JsonataText.Read("{%`a%}").Parse(), 2, 2, "no closing backquote");
        SyntaxAssert.FailsAt(JsonataText.Read("{%\"\\u12%}").Parse(), 3, 4, "Four hexadecimal digits");
        SyntaxAssert.FailsAt(JsonataText.Read("{%function()<s%}").Parse(), 14, 0, "'>' was expected");
        Should.Throw<InvalidOperationException>(() => JsonataText.Read("a").Parse());
    }
}
