using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Runtime.Tests.Data;

public class JsonValueTests
{
    public static TheoryData<string> Texts =>
    [
        "null", "true", "false", "0", "-1.50e+3", "12345678901234567890.123456789", "\"\"", "\"a\\\"b\\\\c\\n\\t\\u0001\"", "\"ü€😀\"", "[]", "{}",
        "[1,[2,{}],null]", """{"b":1,"a":{"x":[true]},"":""}""", """{"1":1,"2":2,"3":3,"4":4,"5":5,"6":6,"7":7,"8":8,"9":9,"10":10}""",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_compact_text_is_read_and_written_back_and_its_size_is_known(string text)
    {
        JsonValue value = JsonConversion.Parse(text);
        value.ToString().ShouldBe(text);
        JsonConversion.FromSyntax(JsonParser.Parse(text).Root!).ToString().ShouldBe(text);
        value.Size.ShouldBe(Encoding.UTF8.GetByteCount(text));
    }

    [Theory]
    [InlineData("\"\\u00fc\\u20ac\\ud83d\\ude00\\u2028\\u007f\\/\\u0022\"", "\"ü€😀\u2028\u007f/\\\"\"")]
    [InlineData("\"\\u0000\\u0008\\u001F\"", "\"\\u0000\\b\\u001f\"")]
    [InlineData("{\"\\ud83d\\ude00\": 1 }", "{\"😀\":1}")]
    public void Only_what_JSON_demands_is_escaped(string text, string written)
    {
        JsonValue value = JsonConversion.Parse(text);
        value.ToString().ShouldBe(written);
        value.Size.ShouldBe(Encoding.UTF8.GetByteCount(written));
    }

    [Fact]
    public void A_lone_surrogate_is_replaced_and_counted_as_written()
    {
        var value = new JsonString("a\ud800b");
        value.ToString().ShouldBe("\"a\ufffdb\"");
        value.Size.ShouldBe(7);
    }

    [Theory]
    [InlineData(65)]
    [InlineData(512)]
    public void What_nests_as_deep_as_data_may_is_read_and_written_as_an_object(int depth)
    {
        string text = string.Concat(Enumerable.Repeat("{\"next\":", depth - 1)) + "{\"next\":null}" + new string('}', depth - 1);
        Chain? typed = JsonConversion.Parse(text).ToTyped(JsonContract.For<Chain>());
        JsonConversion.FromTyped(typed, JsonContract.For<Chain?>()).ToString().ShouldBe(text);
        JsonElement element = JsonConversion.Parse(text).ToTyped(JsonContract.For<JsonElement>());
        JsonConversion.FromTyped(element, JsonContract.For<JsonElement>()).ToString().ShouldBe(text);
    }

    private sealed class Chain
    {
        public Chain? Next { get; set; }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("1 2")]
    [InlineData("{\"a\":}")]
    [InlineData("\"\\ud800\"")]
    public void A_text_that_is_not_JSON_is_refused(string text) => Should.Throw<JsonException>(() => JsonConversion.Parse(text));

    [Fact]
    public void Numbers_keep_their_text()
    {
        JsonConversion.Parse("[1.0,1e2,100000000000000000000]").ToString().ShouldBe("[1.0,1e2,100000000000000000000]");
        JsonConversion.Parse("1.0").ShouldBeOfType<JsonNumber>().ToInteger().ShouldBeNull();
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public void Members_are_found_in_small_and_in_large_objects(int count)
    {
        var members = default(JsonObject.Builder);
        for (int i = 0; i < count; i++)
        {
            members.Set($"n{i}", JsonNumber.Of(i));
        }

        members.Set("n1", JsonNull.Instance);
        JsonObject built = members.ToObject();
        built.Count.ShouldBe(count);
        built["n1"].ShouldBeSameAs(JsonNull.Instance);
        built[$"n{count - 1}"].ShouldBeOfType<JsonNumber>().Value.ShouldBe(count - 1);
        built["no"].ShouldBeNull();
        JsonObject changed = built.With("n2", JsonBoolean.True).With("new", JsonBoolean.False);
        changed["n2"].ShouldBeSameAs(JsonBoolean.True);
        changed["new"].ShouldBeSameAs(JsonBoolean.False);
        changed.Names[^1].ShouldBe("new");
        built["new"].ShouldBeNull();
        built["n2"].ShouldBeOfType<JsonNumber>();
    }

    [Fact]
    public void A_change_shares_what_it_does_not_touch()
    {
        var before = (JsonObject)JsonConversion.Parse("""{"a":{"b":1},"big":[1,2,3]}""");
        JsonObject after = before.With("a", JsonNull.Instance);
        after["big"].ShouldBeSameAs(before["big"]);
    }

    [Fact]
    public void Of_members_with_one_name_the_last_counts() => JsonConversion.Parse("""{"a":1,"b":2,"a":3}""").ToString().ShouldBe("""{"a":3,"b":2}""");

    [Fact]
    public void Text_deeper_than_the_limit_is_refused() =>
        Should.Throw<JsonException>(() => JsonConversion.Parse(new string('[', 600) + new string(']', 600)));

    [Fact]
    public void A_converter_that_throws_leaves_no_trace_in_the_next_conversion()
    {
        Should.Throw<NotSupportedException>(() => JsonConversion.FromTyped(new { Before = 1, F = (Func<int>)(() => 1) }, JsonContract.For<object>()));
        JsonConversion.FromTyped(1, JsonContract.For<int>()).ToString().ShouldBe("1");
    }

    [Fact]
    public void The_size_of_random_values_is_that_of_their_text()
    {
        var random = new Random(5);
        for (int i = 0; i < 500; i++)
        {
            JsonValue value = Make(random, 4);
            value.Size.ShouldBe(Encoding.UTF8.GetByteCount(value.ToString()));
            JsonConversion.Parse(value.ToString()).ToString().ShouldBe(value.ToString());
        }
    }

    private static JsonValue Make(Random random, int depth) => random.Next(depth == 0 ? 4 : 6) switch
    {
        0 => JsonNull.Instance,
        1 => JsonBoolean.Of(random.Next(2) == 0),
        2 => JsonNumber.Of(random.Next()),
        3 => new JsonString(string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "aß€\"\\\n\t/{\u0001\u0085\u2029".Substring(random.Next(12), 1)))),
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Make(random, depth - 1))]),
        _ => MakeObject(random, depth),
    };

    private static JsonObject MakeObject(Random random, int depth)
    {
        var members = default(JsonObject.Builder);
        for (int i = random.Next(12); i > 0; i--)
        {
            members.Set($"k{random.Next(20)}", Make(random, depth - 1));
        }

        return members.ToObject();
    }
}
