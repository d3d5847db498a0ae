using System.Linq;
using System.Text;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Json;

public class JsonParserTests
{
    [Fact]
    public void Every_node_knows_where_it_stands()
    {
        const string text = """ { "a" : [ 1, "two", true, null ] , "b":{} } """;

        JsonObjectSyntax root = Read<JsonObjectSyntax>(text);

        At(text, root).ShouldBe(text.Trim());
        At(text, root.Members[0]).ShouldBe("\"a\"");
        At(text, root.Members[1]).ShouldBe("\"b\"");
        At(text, root.Members[0].Value).ShouldBe("""[ 1, "two", true, null ]""");
        ((JsonArraySyntax)root.Members[0].Value).Items.Select(item => At(text, item)).ShouldBe(["1", "\"two\"", "true", "null"]);
        At(text, root.Members[1].Value).ShouldBe("{}");
    }

    [Fact]
    public void The_range_of_a_string_covers_its_escapes()
    {
        const string text = """["\u0041\n", 1]""";

        var text0 = (JsonStringSyntax)Read<JsonArraySyntax>(text).Items[0];

        text0.Value.ShouldBe("A\n");
        At(text, text0).ShouldBe("""
            "\u0041\n"
            """);
    }

    [Theory]
    [InlineData("""
        "\" \\ \/ \b \f \n \r \t"
        """, "\" \\ / \b \f \n \r \t")]
    [InlineData("\"\\u00e4\\u00C4\"", "äÄ")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"😀 ü \u007f\"", "😀 ü \u007f")]
    [InlineData("\"\"", "")]
    public void Strings_are_unescaped(string text, string value) => Read<JsonStringSyntax>(text).Value.ShouldBe(value);

    [Fact]
    public void A_lone_surrogate_is_kept() => Read<JsonStringSyntax>("\"\\ud83d\"").Value.ShouldBe("\ud83d");

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-12.50")]
    [InlineData("1e5")]
    [InlineData("1.0E+05")]
    [InlineData("123456789012345678901234567890")]
    public void Numbers_keep_their_text(string text) => Read<JsonNumberSyntax>(text).Text.ShouldBe(text);

    [Theory]
    [InlineData("1", 1L)]
    [InlineData("-7", -7L)]
    [InlineData("1.0", 1L)]
    [InlineData("25e-1", null)]
    [InlineData("1e3", 1000L)]
    [InlineData("1.5", null)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e400", null)]
    public void A_number_is_an_integer_by_its_value_not_by_its_spelling(string text, long? expected)
    {
        bool isInteger = Read<JsonNumberSyntax>(text).TryGetInt64(out long value);

        (isInteger ? value : (long?)null).ShouldBe(expected);
    }

    [Fact]
    public void A_name_that_occurs_twice_is_kept_twice_and_the_last_one_counts()
    {
        JsonObjectSyntax root = Read<JsonObjectSyntax>("""{ "a": 1, "a": 2 }""");

        root.Members.Length.ShouldBe(2);
        ((JsonNumberSyntax)root.Find("a")!.Value).Text.ShouldBe("2");
        root.Find("A").ShouldBeNull();
    }

    [Theory]
    [InlineData("", 0, 0, "empty")]
    [InlineData(" \n\t ", 4, 0, "empty")]
    [InlineData("{} x", 3, 1, "after the end")]
    [InlineData("[1,2", 4, 0, "']' was expected, not the end")]
    [InlineData("[1 2]", 3, 1, "']' was expected, not '2'")]
    [InlineData("[1,]", 3, 1, "value was expected, not ']'")]
    [InlineData("[,1]", 1, 1, "value was expected, not ','")]
    [InlineData("{\"a\"}", 4, 1, "':' was expected")]
    [InlineData("{\"a\":}", 5, 1, "value was expected")]
    [InlineData("{\"a\":1,}", 7, 1, "name in double quotes was expected, not '}'")]
    [InlineData("{a:1}", 1, 1, "name in double quotes was expected, not 'a'")]
    [InlineData("{'a':1}", 1, 1, "name in double quotes")]
    [InlineData("{\"a\":1 \"b\":2}", 7, 1, "'}' was expected")]
    [InlineData("{", 1, 0, "name in double quotes was expected, not the end")]
    [InlineData("[", 1, 0, "ends where a JSON value was expected")]
    [InlineData("tru", 0, 1, "value was expected, not 't'")]
    [InlineData("True", 0, 1, "value was expected, not 'T'")]
    [InlineData("// c\n1", 0, 1, "value was expected, not '/'")]
    [InlineData("\"abc", 0, 4, "no closing quote")]
    [InlineData("[\"abc\\\"]", 1, 7, "no closing quote")]
    [InlineData("\"a\nb\"", 2, 1, "U+000A")]
    [InlineData("\"a\\x\"", 2, 2, "'\\x' is no JSON escape")]
    [InlineData("\"\\u12g4\"", 1, 6, "'\\u12g4' is no JSON escape")]
    [InlineData("\"\\u12\0\0\"", 1, 6, "is no JSON escape")]
    [InlineData("\"\\u12", 1, 4, "'\\u12' is no JSON escape")]
    [InlineData("\"\\", 1, 1, "'\\' is no JSON escape")]
    [InlineData("01", 1, 1, "does not belong into a JSON number")]
    [InlineData("-", 1, 0, "digit was expected")]
    [InlineData("-x", 1, 1, "digit was expected, not 'x'")]
    [InlineData("1.", 2, 0, "after the decimal point")]
    [InlineData(".5", 0, 1, "value was expected")]
    [InlineData("+1", 0, 1, "value was expected")]
    [InlineData("1e", 2, 0, "in the exponent")]
    [InlineData("1e+", 3, 0, "in the exponent")]
    [InlineData("12abc", 2, 1, "does not belong into a JSON number")]
    [InlineData("NaN", 0, 1, "value was expected")]
    public void A_fault_is_reported_at_its_characters(string text, int start, int length, string message)
    {
        JsonParseResult result = JsonParser.Parse(text);

        result.Root.ShouldBeNull();
        JsonError error = result.Error.ShouldNotBeNull();
        error.Message.ShouldContain(message);
        error.Range.ShouldBe(new TextRange(start, length));
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Nesting_is_limited_so_that_the_stack_is_safe(char open, char close)
    {
        Nested(JsonParser.MaxDepth).Error.ShouldBeNull();

        JsonError error = Nested(JsonParser.MaxDepth + 1).Error.ShouldNotBeNull();
        error.Message.ShouldContain("256");

        JsonParser.Parse(string.Concat(Enumerable.Repeat(open == '{' ? "{\"a\":" : "[", 1_000_000))).Error.ShouldNotBeNull();

        JsonParseResult Nested(int levels)
        {
            var text = new StringBuilder();
            for (int i = 0; i < levels; i++)
            {
                text.Append(open).Append(open == '{' && i < levels - 1 ? "\"a\":" : "");
            }

            return JsonParser.Parse(text.Append(close, levels).ToString());
        }
    }

    [Fact]
    public void Offsets_become_lines_and_columns_as_editors_count_them()
    {
        var map = new LineMap("ab\ncd\r\ne\rf");

        map.Locate(0).ShouldBe((1, 1));
        map.Locate(2).ShouldBe((1, 3));
        map.Locate(3).ShouldBe((2, 1));
        map.Locate(7).ShouldBe((3, 1));
        map.Locate(9).ShouldBe((4, 1));
        map.Locate(10).ShouldBe((4, 2));
        new LineMap("").Locate(0).ShouldBe((1, 1));
    }

    internal static T Read<T>(string text)
        where T : JsonSyntax
    {
        JsonParseResult result = JsonParser.Parse(text);
        result.Error.ShouldBeNull(text);
        return result.Root.ShouldBeOfType<T>();
    }

    private static string At(string text, JsonSyntax node) => text.Substring(node.Range.Start, node.Range.Length);
}
