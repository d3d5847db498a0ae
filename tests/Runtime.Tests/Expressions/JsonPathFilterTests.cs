using System.Linq;
using StateMachineGen.Data;
using StateMachineGen.Language.Expressions.JsonPath;
using JsonPathQuery = StateMachineGen.Expressions.JsonPath.JsonPathQuery;

namespace StateMachineGen.Runtime.Tests.Expressions;

public class JsonPathFilterTests
{
    private const string Rows =
        """
        {"limit":5,"names":["b","d"],"rows":[
          {"id":"a","n":1,"s":"1","list":[1,2],"flag":true},
          {"id":"b","n":5,"s":"five","list":[],"none":null},
          {"id":"c","n":9.5,"s":"","list":[1,2,3],"flag":false},
          {"id":"d","n":"5","o":{"x":1}}
        ]}
        """;

    [Theory]
    [InlineData("@.n == 5", "bd")]
    [InlineData("@.n == '5'", "bd")]
    [InlineData("@.n === 5", "b")]
    [InlineData("@.n !== 5", "acd")]
    [InlineData("@.n != 5", "ac")]
    [InlineData("@.missing != 5", "abcd")]
    [InlineData("@.missing == null", "")]
    [InlineData("@.none == null", "b")]
    [InlineData("@.n < 5", "a")]
    [InlineData("@.n <= 5", "ab")]
    [InlineData("@.n > 5", "c")]
    [InlineData("@.n >= 5", "bc")]
    [InlineData("@.id >= 'b' && @.id < 'd'", "bc")]
    [InlineData("@.n < '9'", "d")]
    [InlineData("@.flag == true", "a")]
    [InlineData("@.flag == 'true'", "")]
    [InlineData("@.flag", "ac")]
    [InlineData("!@.flag", "bd")]
    [InlineData("!(@.flag && @.n == 1)", "bcd")]
    [InlineData("@.n == 1 || @.id == 'd'", "ad")]
    [InlineData("@.n > $.limit", "c")]
    [InlineData("@.id in ['a', 'c', 7]", "ac")]
    [InlineData("@.id in $.names", "bd")]
    [InlineData("@.id nin ['a', 'c']", "bd")]
    [InlineData("@.missing nin ['a']", "abcd")]
    [InlineData("@.id in 'a'", "")]
    [InlineData("@.list subsetof [1, 2, 4]", "ab")]
    [InlineData("@.list anyof [3, 4]", "c")]
    [InlineData("@.list noneof [3, 4]", "ab")]
    [InlineData("@.list all [1, 2]", "ac")]
    [InlineData("@.list contains 2", "ac")]
    [InlineData("@.s contains 'iv'", "b")]
    [InlineData("@.list size 2", "a")]
    [InlineData("@.s size 4", "b")]
    [InlineData("@.list empty true", "b")]
    [InlineData("@.s empty false", "ab")]
    [InlineData("@.o exists true", "d")]
    [InlineData("@.o exists false", "abc")]
    [InlineData("@.o == {'x': 1}", "d")]
    [InlineData("@.list == [1, 2]", "a")]
    [InlineData("@.list type 'array'", "abc")]
    [InlineData("@.s =~ /fi.*/", "b")]
    [InlineData("@.s =~ /FI.*/i", "b")]
    [InlineData("@.s =~ /f/", "")]
    [InlineData("@.n =~ /[15]/", "abd")]
    [InlineData("/.*e/ =~ @.s", "b")]
    [InlineData("@.list =~ /3/", "c")]
    [InlineData(@"@.s =~ /(f)ive(?<=e)/", "b")]
    [InlineData("@.s =~ /(/", "")]
    [InlineData("@.s =~ 'five'", "")]
    [InlineData("@.id == a", "a")]
    [InlineData("@.list[*] == 1", "")]
    [InlineData("@.list[?(@ == 1)]", "abc")]
    public void Elements_that_match_are_selected(string condition, string ids) =>
        Select($"$.rows[?({condition})].id", Rows).ShouldBe("[" + string.Join(",", ids.Select(id => $"\"{id}\"")) + "]");

    [Fact]
    public void Only_objects_match()
    {
        Select("$[?(@ > 1)]", "[1,2,3]").ShouldBe("[]");
        Select("$[?(@[0] == 1)]", "[[1],[2]]").ShouldBe("[]");
        Select("$[?(!(@.a))]", """[1,{"b":2}]""").ShouldBe("""[{"b":2}]""");
    }

    [Fact]
    public void An_object_is_filtered_itself()
    {
        Select("$.o[?(@.a == 1)].b", """{"o":{"a":1,"b":2}}""").ShouldBe("[2]");
        Select("$.o[?(@.a == 2)].b", """{"o":{"a":1,"b":2}}""").ShouldBe("[]");
    }

    [Fact]
    public void A_descent_tries_each_object_once() =>
        Select("$..[?(@.a)].a", """{"a":1,"b":[{"a":2},{"c":{"a":3}}]}""").ShouldBe("[1,2,3]");

    [Theory]
    [InlineData("$..*..*..*..*..*")]
    [InlineData("$..[?(@..[?(@..[?(@..[?(@.x)])])])]")]
    [InlineData("$..[?($.list subsetof $.list)]")]
    [InlineData(@"$..[?($.text =~ /(a+)+\1b/)]")]
    public void What_would_take_for_ever_is_given_up(string path)
    {
        string numbers = string.Join(",", Enumerable.Range(0, 5000));
        string chain = string.Concat(Enumerable.Repeat("""{"a":""", 200)) + "1" + new string('}', 200);
        JsonValue root = JsonConversion.Parse($$"""{"text":"{{new string('a', 20_000)}}","list":[{{numbers}}],"chain":{{chain}}}""");
        JsonPathQuery query = Compile(path);
        (query.Select(root) is null).ShouldBeTrue();
        query.DescribeMissing(root).ToString().ShouldBe($"Invalid path '{path}' : The path looks at more than 5000000 values");
    }

    private static string Select(string path, string json) => Compile(path).Select(JsonConversion.Parse(json))!.ToString();

    private static JsonPathQuery Compile(string path)
    {
        var result = JsonPathParser.Parse(path);
        return JsonPathQuery.Compile(result.Root.ShouldNotBeNull($"{path}: {result.Error}"), path);
    }
}
