using System.Linq;
using StateMachineGen.Language.Expressions;
using StateMachineGen.Language.Expressions.JsonPath;

namespace StateMachineGen.Language.Tests.Expressions.JsonPath;

public class JsonPathParserTests
{
    [Theory]
    [InlineData("$", "$")]
    [InlineData("$$", "$$")]
    [InlineData("$name", "$name")]
    [InlineData("$_n1.a", "$_n1.a")]
    [InlineData("$größe𝒳.a", "$größe𝒳.a")]
    [InlineData("$$.Execution.Id  ", "$$.Execution.Id")]
    [InlineData("$.a.b-c_1", "$.a.b-c_1")]
    [InlineData("$['a'][\"b c\"]", "$.a['b c']")]
    [InlineData("$.['a']", "$.a")]
    [InlineData("$[ 'a' , \"b\" ]", "$['a', 'b']")]
    [InlineData("$['it\\'s']", "$['it\\'s']")]
    [InlineData("$[\"it's\"]", "$['it\\'s']")]
    [InlineData("$['a\\b\\\\']", "$['a\\\\b\\\\']")]
    [InlineData("$['']", "$['']")]
    [InlineData("$.a\\.b\\ c", "$['a.b c']")]
    [InlineData("$.größe.名前", "$.größe.名前")]
    [InlineData("$.a:b@c", "$['a:b@c']")]
    [InlineData("$[0]", "$[0]")]
    [InlineData("$[ -1 ]", "$[-1]")]
    [InlineData("$[0,1, 2]", "$[0, 1, 2]")]
    [InlineData("$[1:]", "$[1:]")]
    [InlineData("$[:1]", "$[:1]")]
    [InlineData("$[ -3 : -1 : 2 ]", "$[-3:-1:2]")]
    [InlineData("$[:]", "$[:]")]
    [InlineData("$[::]", "$[:]")]
    [InlineData("$.*", "$[*]")]
    [InlineData("$[*][ * ]", "$[*][*]")]
    [InlineData("$..a", "$..a")]
    [InlineData("$..['a b']", "$..['a b']")]
    [InlineData("$..*", "$..[*]")]
    [InlineData("$..[0]", "$..[0]")]
    [InlineData("$..[?(@.a)]", "$..[?(@.a)]")]
    [InlineData("$.a.length()", "$.a.length()")]
    [InlineData("$.a.concat( $.b , 'x', 1 )", "$.a.concat($.b, 'x', 1)")]
    [InlineData("$..length()", "$..length()")]
    public void Paths_are_read(string text, string canonical) => Read(text).ToString().ShouldBe(canonical);

    [Theory]
    [InlineData("@.a", "@.a")]
    [InlineData("@", "@")]
    [InlineData("@.a==1", "@.a == 1")]
    [InlineData("@.a!=-1.5e3", "@.a != -1.5e3")]
    [InlineData("@.a<1", "@.a < 1")]
    [InlineData("@.a<=1", "@.a <= 1")]
    [InlineData("@.a>1", "@.a > 1")]
    [InlineData("@.a>=1", "@.a >= 1")]
    [InlineData("@.a === 1", "@.a === 1")]
    [InlineData("@.a !== 1", "@.a !== 1")]
    [InlineData("@.a=~/^x\\/[/]$/", null)]
    [InlineData("@.a=~/^x\\/y$/i", "@.a =~ /^x\\/y$/i")]
    [InlineData("@.a IN ['x', \"y\"]", "@.a in ['x', 'y']")]
    [InlineData("@.a nin []", "@.a nin []")]
    [InlineData("@.a subsetof [1, [2], {'k': null}]", "@.a subsetof [1, [2], {'k': null}]")]
    [InlineData("@.a anyof [true]", "@.a anyof [true]")]
    [InlineData("@.a noneof [false]", "@.a noneof [false]")]
    [InlineData("@.a all [1]", "@.a all [1]")]
    [InlineData("@.a contains 'x'", "@.a contains 'x'")]
    [InlineData("@.a size 2", "@.a size 2")]
    [InlineData("@.a empty false", "@.a empty false")]
    [InlineData("@['a b'].c[0] == $.d.e", "@['a b'].c[0] == $.d.e")]
    [InlineData("1 == @.a", "1 == @.a")]
    [InlineData("@.lang==es", "@.lang == es")]
    [InlineData("@.a.length() > 3", "@.a.length() > 3")]
    [InlineData("@.a&&@.b||!@.c", "@.a && @.b || !(@.c)")]
    [InlineData("(@.a || @.b) && @.c", "(@.a || @.b) && @.c")]
    [InlineData("(@.a && @.b) && @.c", "(@.a && @.b) && @.c")]
    [InlineData("(@.a && @.b) || @.c", "@.a && @.b || @.c")]
    [InlineData("!( @.a == 1 )", "!(@.a == 1)")]
    [InlineData("((@.a))", "@.a")]
    [InlineData("@.a[?(@.b == 1)]", "@.a[?(@.b == 1)]")]
    [InlineData("@.a == 'it\\'s (a) \"b\"]'", "@.a == 'it\\'s (a) \"b\"]'")]
    public void Filters_are_read(string condition, string? canonical)
    {
        string text = $"$.list[?({condition})]";
        if (canonical is null)
        {
            JsonPathParser.Parse(text).Error.ShouldNotBeNull(text);
        }
        else
        {
            Read(text).ToString().ShouldBe($"$.list[?({canonical})]");
        }
    }

    [Fact]
    public void And_binds_stronger_than_or()
    {
        JsonPathOr or = Condition("$[?(@.a && @.b || @.c)]").ShouldBeOfType<JsonPathOr>();

        or.Operands.Count.ShouldBe(2);
        or.Operands[0].ShouldBeOfType<JsonPathAnd>().Operands.Count.ShouldBe(2);
        or.Operands[1].ShouldBeOfType<JsonPathExists>().Path.Root.ShouldBe(PathRoot.Current);
    }

    [Fact]
    public void Every_node_knows_where_it_stands()
    {
        const string text = "$.a[ 'b', \"c\" ]..[?( @.d == 'x' && !@.e )].max()";

        JsonPathQuery path = Read(text);

        path.Segments.Select(segment => SyntaxAssert.At(text, segment))
            .ShouldBe([".a", "[ 'b', \"c\" ]", "..[?( @.d == 'x' && !@.e )]", ".max()"]);
        path.DescendantsAndSelf().OfType<JsonPathName>().Select(name => SyntaxAssert.At(text, name)).ShouldBe(["a", "'b'", "\"c\"", "d", "e"]);
        path.DescendantsAndSelf().OfType<JsonPathCondition>().Select(condition => SyntaxAssert.At(text, condition))
            .ShouldBe(["@.d == 'x' && !@.e", "@.d == 'x'", "!@.e", "@.e"]);
        SyntaxAssert.At(text, path.DescendantsAndSelf().OfType<JsonPathString>().Single()).ShouldBe("'x'");
    }

    [Theory]
    [InlineData("$", true)]
    [InlineData("$.a['b'][0]", true)]
    [InlineData("$$.a", true)]
    [InlineData("$v[2]", true)]
    [InlineData("$[-1]", false)]
    [InlineData("$[0,1]", false)]
    [InlineData("$['a','b']", false)]
    [InlineData("$.*", false)]
    [InlineData("$..a", false)]
    [InlineData("$[0:1]", false)]
    [InlineData("$[?(@.a)]", false)]
    [InlineData("$.length()", false)]
    public void A_reference_path_selects_at_most_one_node(string text, bool expected) => Read(text).IsReferencePath.ShouldBe(expected);

    [Theory]
    [InlineData("", 0, 0, "starts with '$'")]
    [InlineData(" $.a", 0, 1, "starts with '$'")]
    [InlineData("@.a", 0, 1, "starts with '$'")]
    [InlineData("$.", 2, 0, "name was expected after '.'")]
    [InlineData("$..", 3, 0, "name was expected")]
    [InlineData("$...a", 3, 1, "name was expected")]
    [InlineData("$.a b", 4, 1, "'.' or '[' was expected, not 'b'")]
    [InlineData("$.a,b", 3, 1, "'.' or '[' was expected, not ','")]
    [InlineData("$.a*", 3, 1, "'*' cannot stand")]
    [InlineData("$.a\\", 4, 0, "single backslash")]
    [InlineData("$-a", 1, 1, "'.' or '[' was expected, not '-'")]
    [InlineData("$1", 1, 1, "'.' or '[' was expected")]
    [InlineData("$[", 2, 0, "was expected in brackets, not the end")]
    [InlineData("$[]", 2, 1, "was expected in brackets")]
    [InlineData("$[a]", 2, 1, "was expected in brackets")]
    [InlineData("$['a", 2, 2, "no closing quote")]
    [InlineData("$['a'", 5, 0, "']' was expected")]
    [InlineData("$['a',]", 6, 1, "quoted name was expected")]
    [InlineData("$['a',0]", 6, 1, "quoted name was expected")]
    [InlineData("$[0,'a']", 4, 1, "index was expected")]
    [InlineData("$[-]", 3, 1, "index was expected")]
    [InlineData("$[0:1,2]", 5, 1, "']' was expected")]
    [InlineData("$[99999999999]", 2, 11, "too large")]
    [InlineData("$[?]", 3, 1, "'(' was expected after '?'")]
    [InlineData("$[?()]", 4, 1, "path or a literal was expected")]
    [InlineData("$[?(1)]", 5, 1, "comparison operator was expected")]
    [InlineData("$[?(@.a = 1)]", 8, 1, "')' was expected, not '='")]
    [InlineData("$[?(@.a == )]", 11, 1, "path or a literal was expected")]
    [InlineData("$[?(@.a == 1]", 12, 1, "')' was expected, not ']'")]
    [InlineData("$[?(@.a == 1)", 13, 0, "']' was expected")]
    [InlineData("$[?(@.a == /x)]", 11, 4, "no closing '/'")]
    [InlineData("$[?(@.a in [1 2])]", 14, 1, "',' or ']' was expected")]
    [InlineData("$[?(@.a in {'k' 1})]", 16, 1, "':' was expected")]
    [InlineData("$.length(", 9, 0, "path or a literal was expected")]
    [InlineData("$.len\\(gth()", 2, 8, "has no '('")]
    public void A_fault_is_reported_at_its_characters(string text, int start, int length, string message) =>
        SyntaxAssert.FailsAt(JsonPathParser.Parse(text), start, length, message);

    [Theory]
    [InlineData("$[?(", "(")]
    [InlineData("$[?(", "!")]
    [InlineData("$[?(", "@[?(")]
    [InlineData("$[?(@.a in ", "[")]
    [InlineData("$[?(@.a in ", "{'k':")]
    [InlineData("$", ".f($")]
    public void Nesting_is_limited_so_that_the_stack_is_safe(string head, string nested)
    {
        ExpressionParseResult<JsonPathQuery> result = JsonPathParser.Parse(head + string.Concat(Enumerable.Repeat(nested, 10_000)));

        result.Error.ShouldNotBeNull().Message.ShouldContain("deeper than 64 levels");
    }

    internal static JsonPathQuery Read(string text)
    {
        ExpressionParseResult<JsonPathQuery> result = JsonPathParser.Parse(text);
        SyntaxAssert.IsTreeOrError(text, result);
        result.Error.ShouldBeNull(text);
        SyntaxAssert.IsPrintedAndReadBack(text, result.Root!, JsonPathParser.Parse);
        return result.Root!;
    }

    private static JsonPathCondition Condition(string text) =>
        Read(text).Segments[0].Selector.ShouldBeOfType<JsonPathFilter>().Condition;
}
