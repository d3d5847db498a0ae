using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Authoring.Tests;

/// <summary>Characters of a string's value, found again in the source: X marks the one that is looked for.</summary>
public sealed class StringLiteralMapTests
{
    [Theory]
    [InlineData("\"abXcd\"")]
    [InlineData("\"X\"")]
    [InlineData("\"\\\"\\n\\t\\\\Xb\"")]
    [InlineData("\"\\u00e4\\x41Xb\"")]
    [InlineData("\"\\x1f600Xb\"")]
    [InlineData("\"\\U0001F600Xb\"")]
    [InlineData("@\"a\"\"b\\nXc\"")]
    [InlineData("\"\"\"aXb\"\"\"")]
    [InlineData("\"\"\"\"a\"\"\"Xb\"\"\"\"")]
    [InlineData("\"\"\"\n    { \"a\": 1,\n      X }\n    \"\"\"")]
    [InlineData("\"\"\"\r\n    {\r\n\r\n    X }\r\n    \"\"\"")]
    [InlineData("\"\"\"\nX\n\"\"\"")]
    public void A_character_is_found_where_it_stands(string literal)
    {
        SyntaxToken token = Parse(literal);
        int index = token.ValueText.IndexOf('X', System.StringComparison.Ordinal);
        StringLiteralMap map = StringLiteralMap.Create(token).ShouldNotBeNull();
        TextSpan span = map.ToSource(new TextRange(index, 1));
        token.SyntaxTree!.ToString().Substring(span.Start, span.Length).ShouldBe("X");
    }

    [Theory]
    [InlineData("\"ab\"", "\"")]
    [InlineData("\"\"\"ab\"\"\"", "\"")]
    public void The_end_of_the_value_is_the_closing_quote(string literal, string expected)
    {
        SyntaxToken token = Parse(literal);
        TextSpan span = StringLiteralMap.Create(token)!.ToSource(new TextRange(token.ValueText.Length, 0));
        token.SyntaxTree!.ToString().Substring(span.Start, 1).ShouldBe(expected);
    }

    [Theory]
    [InlineData("\"ab‸cd\"", 2)]
    [InlineData("\"‸\"", 0)]
    [InlineData("\"ab‸\"", 2)]
    [InlineData("\"ab\"‸", null)]
    [InlineData("‸\"ab\"", null)]
    [InlineData("\"a\\‸nb\"", null)]
    [InlineData("\"\\n\\u0041‸b\"", 2)]
    [InlineData("\"‸\\U0001F600b\"", 0)]
    [InlineData("@\"\"\"‸b\"", 1)]
    [InlineData("\"\"\"a‸b\"\"\"", 1)]
    [InlineData("\"\"\"\n  a\n ‸ b\n  \"\"\"", 1)]
    [InlineData("\"\"\"\n  a\n  ‸b\n  \"\"\"", 2)]
    [InlineData("\"\"\"\n  ‸\n  \"\"\"", 0)]
    [InlineData("\"\"\"\n  a\n‸  \"\"\"", null)]
    public void A_position_is_before_a_character(string marked, int? expected)
    {
        int caret = marked.IndexOf('‸', System.StringComparison.Ordinal);
        SyntaxToken token = Parse(marked.Remove(caret, 1));

        StringLiteralMap.Create(token)!.ToValue(token.SpanStart + caret).ShouldBe(expected);
    }

    [Fact]
    public void A_literal_without_closing_quote_has_its_characters()
    {
        SyntaxToken token = CSharpSyntaxTree.ParseText("class C { string s = \"ab\n }", cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<LiteralExpressionSyntax>().Single().Token;

        StringLiteralMap.Create(token)!.ToValue(token.Span.End).ShouldBe(2);
    }

    [Fact]
    public void A_range_beyond_the_value_stays_inside_the_literal()
    {
        SyntaxToken token = Parse("\"ab\"");
        StringLiteralMap.Create(token)!.ToSource(new TextRange(5, 7)).End.ShouldBeLessThanOrEqualTo(token.Span.End);
    }

    [Fact]
    public void Another_token_has_no_map() =>
        StringLiteralMap.Create(CSharpSyntaxTree.ParseText("class C;", cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).GetFirstToken()).ShouldBeNull();

    private static SyntaxToken Parse(string literal) =>
        CSharpSyntaxTree.ParseText("class C { const string s = " + literal + "; }", cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes().OfType<LiteralExpressionSyntax>().Single().Token;
}
