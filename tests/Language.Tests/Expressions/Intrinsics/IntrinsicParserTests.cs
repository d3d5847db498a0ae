using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Language.Tests.Expressions.Intrinsics;

public class IntrinsicParserTests
{
    [Theory]
    [InlineData("States.UUID()", "States.UUID()")]
    [InlineData("States.UUID( )  ", "States.UUID()")]
    [InlineData("States.Array(1,-2.5 , null,true,false,'x')", "States.Array(1, -2.5, null, true, false, 'x')")]
    [InlineData("States.Format('{}', $.a['b c'], $$.d, $e.f[0], $..g)", "States.Format('{}', $.a['b c'], $$.d, $e.f[0], $..g)")]
    [InlineData("States.Format($template,$.a[?(@.b == 'x,)')])", "States.Format($template, $.a[?(@.b == 'x,)')])")]
    [InlineData("States.ArrayGetItem(States.StringSplit($.a, '/'),0)", "States.ArrayGetItem(States.StringSplit($.a, '/'), 0)")]
    [InlineData("States.Format('a\nb \\'{}\\' \\{x\\} \\\\')", "States.Format('a\nb \\'{}\\' \\{x\\} \\\\')")]
    [InlineData("States.Unknown($)", "States.Unknown($)")]
    [InlineData("trueish(nullable.x())", "trueish(nullable.x())")]
    public void Calls_are_read(string text, string canonical) => Read(text).ToString().ShouldBe(canonical);

    [Theory]
    [InlineData("''", "")]
    [InlineData("'a'", "a")]
    [InlineData("'it\\'s \\{\\} \\\\n'", "it's {} \\n")]
    [InlineData("'{\"k\": 1}'", "{\"k\": 1}")]
    [InlineData("'größe 😀\t'", "größe 😀\t")]
    public void Strings_are_unescaped_and_keep_their_text(string text, string value)
    {
        IntrinsicString @string = Read($"States.Array({text})").Arguments[0].ShouldBeOfType<IntrinsicString>();

        @string.Value.ShouldBe(value);
        @string.RawText.ShouldBe(text[1..^1]);
        IntrinsicString.FromValue(value).Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{}", "|")]
    [InlineData("a{}b{}{}", "a|b||")]
    [InlineData("\\{\\}{}", "{}|")]
    [InlineData("\\{}", "{}")]
    [InlineData("{\\}", "{}")]
    [InlineData("${X}{}", "${X}|")]
    [InlineData("\\\\{}", "\\|")]
    public void A_template_is_split_at_its_places(string raw, string pieces) =>
        string.Join('|', new IntrinsicString(raw).SplitTemplate()).ShouldBe(pieces);

    [Fact]
    public void Every_node_knows_where_it_stands_in_the_whole_text()
    {
        const string text = "States.Format( '{}', $.a[ 'b' ], States.UUID() )";

        IntrinsicCall call = Read(text);

        text.Substring(call.NameRange.Start, call.NameRange.Length).ShouldBe("States.Format");
        call.Arguments.Select(argument => SyntaxAssert.At(text, argument)).ShouldBe(["'{}'", "$.a[ 'b' ]", "States.UUID()"]);
        call.DescendantsAndSelf().OfType<JsonPathName>().Select(name => SyntaxAssert.At(text, name)).ShouldBe(["a", "'b'"]);
        IntrinsicCall inner = call.Arguments[2].ShouldBeOfType<IntrinsicCall>();
        text.Substring(inner.NameRange.Start, inner.NameRange.Length).ShouldBe("States.UUID");
    }

    [Theory]
    [InlineData("", 0, 0, "name of a function was expected")]
    [InlineData(" States.UUID()", 0, 1, "name of a function was expected")]
    [InlineData("not a path", 3, 1, "'(' was expected after the name")]
    [InlineData("States.UUID", 11, 0, "'(' was expected after the name")]
    [InlineData("States.UUID ()", 11, 1, "'(' was expected after the name")]
    [InlineData("States.UUID(", 12, 0, "was expected, not the end")]
    [InlineData("States.UUID())", 13, 1, "expected to end")]
    [InlineData("States.Array(1 2)", 15, 1, "',' or ')' was expected")]
    [InlineData("States.Array(1,)", 15, 1, "was expected, not ')'")]
    [InlineData("States.Array(,1)", 13, 1, "was expected, not ','")]
    [InlineData("States.Array('a)", 13, 3, "no closing quote")]
    [InlineData("States.Array('a\\n')", 15, 2, "escapes only")]
    [InlineData("States.Array('a\\", 15, 1, "escapes only")]
    [InlineData("States.Array(\"a\")", 13, 1, "single quotes")]
    [InlineData("States.Array(+1)", 13, 1, "was expected, not '+'")]
    [InlineData("States.Array(01x)", 15, 1, "',' or ')' was expected")]
    [InlineData("States.Array(-)", 14, 1, "digit was expected")]
    [InlineData("States.Array($.)", 15, 1, "name was expected after '.'")]
    [InlineData("States.Array($", 14, 0, "',' or ')' was expected")]
    [InlineData("States.Array(nul)", 16, 1, "'(' was expected")]
    public void A_fault_is_reported_at_its_characters(string text, int start, int length, string message) =>
        SyntaxAssert.FailsAt(IntrinsicParser.Parse(text), start, length, message);

    [Theory]
    [InlineData("$.a", typeof(IntrinsicPath))]
    [InlineData("$$.a ", typeof(IntrinsicPath))]
    [InlineData("States.UUID()", typeof(IntrinsicCall))]
    [InlineData("'a'", null)]
    [InlineData("1", null)]
    [InlineData("$.a, $.b", null)]
    public void The_value_of_a_field_is_a_path_or_a_call(string text, System.Type? type)
    {
        ExpressionParseResult<IntrinsicSyntax> result = IntrinsicParser.ParseFieldValue(text);

        SyntaxAssert.IsTreeOrError(text, result);
        result.Root?.GetType().ShouldBe(type, text);
        (result.Root is null).ShouldBe(type is null, text);
    }

    [Fact]
    public void Nesting_is_limited_so_that_the_stack_is_safe()
    {
        IntrinsicParser.Parse(string.Concat(Enumerable.Repeat("f(", IntrinsicParser.MaxDepth)) + new string(')', IntrinsicParser.MaxDepth))
            .Error.ShouldBeNull();
        IntrinsicParser.Parse(string.Concat(Enumerable.Repeat("f(", 10_000))).Error.ShouldNotBeNull().Message.ShouldContain("deeper than 64 levels");
    }

    internal static IntrinsicCall Read(string text)
    {
        ExpressionParseResult<IntrinsicCall> result = IntrinsicParser.Parse(text);
        SyntaxAssert.IsTreeOrError(text, result);
        result.Error.ShouldBeNull(text);
        SyntaxAssert.IsPrintedAndReadBack(text, result.Root!, IntrinsicParser.Parse);
        return result.Root!;
    }
}
