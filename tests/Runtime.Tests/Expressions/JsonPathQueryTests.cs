using StateMachineGen.Data;
using StateMachineGen.Language.Expressions.Intrinsics;
using StateMachineGen.Language.Expressions.JsonPath;
using JsonPathQuery = StateMachineGen.Expressions.JsonPath.JsonPathQuery;

namespace StateMachineGen.Runtime.Tests.Expressions;

public class JsonPathQueryTests
{
    private const string Store =
        """
        {"shelf":[{"name":"pen","price":2,"tags":["blue","thin"]},{"name":"ink","price":9.5},{"name":"cap"}],"size":{"w":3,"h":4},"on":true,"no":null}
        """;

    [Theory]
    [InlineData("$.size.w", "3")]
    [InlineData("$['size']['h']", "4")]
    [InlineData("$.shelf[1].name", "\"ink\"")]
    [InlineData("$.shelf[-1].name", "\"cap\"")]
    [InlineData("$.no", "null")]
    [InlineData("$.on", "true")]
    [InlineData("$.size['w', 'h']", """{"w":3,"h":4}""")]
    [InlineData("$.size['h', 'depth']", """{"h":4}""")]
    public void A_definite_path_gives_one_value(string path, string expected)
    {
        JsonPathQuery query = Compile(path);
        query.IsDefinite.ShouldBeTrue();
        query.Select(JsonConversion.Parse(Store))!.ToString().ShouldBe(expected);
    }

    [Fact]
    public void The_root_alone_is_the_value_itself()
    {
        JsonValue root = JsonConversion.Parse(Store);
        Compile("$").Select(root).ShouldBeSameAs(root);
    }

    [Theory]
    [InlineData("$.shelf[*].name", """["pen","ink","cap"]""")]
    [InlineData("$.shelf[*].price", "[2,9.5]")]
    [InlineData("$.size.*", "[3,4]")]
    [InlineData("$.shelf[0, 2].name", """["pen","cap"]""")]
    [InlineData("$.shelf[0, 7].name", """["pen"]""")]
    [InlineData("$..price", "[2,9.5]")]
    [InlineData("$..tags[*]", """["blue","thin"]""")]
    [InlineData("$.shelf[*]['name', 'price']", """[{"name":"pen","price":2},{"name":"ink","price":9.5},{"name":"cap"}]""")]
    [InlineData("$.shelf['a', 'b'].c", "[]")]
    [InlineData("$.size.w[*]", "[]")]
    [InlineData("$.nothing[*]", "[]")]
    [InlineData("$.nothing.here[1:]", "[]")]
    [InlineData("$.nothing[?(@.a)].b", "[]")]
    [InlineData("$.on.*", "[]")]
    public void Another_path_gives_an_array_also_of_nothing(string path, string expected)
    {
        JsonPathQuery query = Compile(path);
        query.IsDefinite.ShouldBeFalse();
        query.Select(JsonConversion.Parse(Store))!.ToString().ShouldBe(expected);
    }

    [Fact]
    public void A_descent_gives_a_node_before_what_is_beneath_it()
    {
        JsonValue root = JsonConversion.Parse("""{"a":{"a":{"b":1},"c":[{"a":2}]}}""");
        Compile("$..a").Select(root)!.ToString().ShouldBe("""[{"a":{"b":1},"c":[{"a":2}]},{"b":1},2]""");
        Compile("$..*").Select(root)!.ToString().ShouldBe("""[{"a":{"b":1},"c":[{"a":2}]},{"b":1},[{"a":2}],1,{"a":2},2]""");
    }

    [Theory]
    [InlineData("$[1:3]", "[1,2]")]
    [InlineData("$[:2]", "[0,1]")]
    [InlineData("$[3:]", "[3,4]")]
    [InlineData("$[-2:]", "[3,4]")]
    [InlineData("$[:-3]", "[0,1]")]
    [InlineData("$[-3:-1]", "[2,3]")]
    [InlineData("$[1:-1]", "[]")]
    [InlineData("$[3:1]", "[]")]
    [InlineData("$[2:99]", "[2,3,4]")]
    [InlineData("$[-99:]", "[0,1,2,3,4]")]
    [InlineData("$[9:]", "[]")]
    [InlineData("$[:]", "[0,1,2,3,4]")]
    [InlineData("$[0:4:2]", "[0,1,2,3]")]
    [InlineData("$[-2147483648:2147483647]", "[0,1,2,3,4,0,1,2,3,4]")]
    public void A_slice_counts_from_the_end_only_where_it_has_one_bound(string path, string expected) =>
        Compile(path).Select(JsonConversion.Parse("[0,1,2,3,4]"))!.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("$.depth", "Invalid path '$.depth' : No results for path: $['depth']")]
    [InlineData("$.size.depth", "Invalid path '$.size.depth' : No results for path: $['size']['depth']")]
    [InlineData("$.volume.depth", "Invalid path '$.volume.depth' : Missing property in path $['volume']")]
    [InlineData("$.shelf[3]", "Invalid path '$.shelf[3]' : No results for path: $['shelf'][3]")]
    [InlineData("$.shelf[3].name", "Invalid path '$.shelf[3].name' : Missing property in path $['shelf'][3]")]
    [InlineData("$.size[0]", """Invalid path '$.size[0]' : Filter: [0] can only be applied to arrays. Current context is: {"w":3,"h":4}""")]
    [InlineData("$.on['a', 'b']", "Invalid path '$.on['a', 'b']' : No results for path: $['on']")]
    [InlineData("$.shelf.length()", "Invalid path '$.shelf.length()' : No results for path: $['shelf']['length()']")]
    public void What_selects_nothing_is_told_in_the_words_of_aws(string path, string expected)
    {
        JsonPathQuery query = Compile(path);
        JsonValue root = JsonConversion.Parse(Store);
        query.IsDefinite.ShouldBeTrue();
        query.Select(root).ShouldBeNull();
        query.DescribeMissing(root).ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("$.shelf[3]", true)]
    [InlineData("$.shelf[-4]", true)]
    [InlineData("$.shelf[2]", false)]
    [InlineData("$.shelf[3].name", false)]
    [InlineData("$.size[0]", false)]
    [InlineData("$.depth", false)]
    public void An_index_beyond_an_array_at_the_end_of_a_path_is_told_apart(string path, bool isBeyond) =>
        Compile(path).EndsBeyondArray(JsonConversion.Parse(Store)).ShouldBe(isBeyond);

    [Fact]
    public void What_looks_like_a_function_is_the_name_of_a_member()
    {
        JsonValue root = JsonConversion.Parse("""{"jobs":{"sum()":7}}""");
        Compile("$.jobs.sum()").Select(root)!.ToString().ShouldBe("7");
    }

    [Fact]
    public void The_text_of_a_path_in_a_call_is_its_own()
    {
        const string Call = "States.Array($.a['b'], 1)";
        var path = (IntrinsicPath)IntrinsicParser.Parse(Call).Root!.Arguments[0];
        JsonPathQuery.Compile(path.Path, Call).Text.ShouldBe("$.a['b']");
        JsonPathQuery.Compile(path.Path).Text.ShouldBe("$.a.b");
    }

    private static JsonPathQuery Compile(string path) => JsonPathQuery.Compile(JsonPathParser.Parse(path).Root.ShouldNotBeNull(path), path);
}
