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
        JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(value.ToString()), JsonSerializer.Deserialize<JsonElement>(text)).ShouldBeTrue(value.ToString());
        Encoding.UTF8.GetByteCount(JsonConversion.FromSyntax(JsonParser.Parse(text).Root!).ToString()).ShouldBe(Encoding.UTF8.GetByteCount(value.ToString()));

        // Writers may escape what JSON lets stand; the size is that of the text without such escapes.
        value.Size.ShouldBe(Encoding.UTF8.GetByteCount(text) - (text.Contains('\u0001', StringComparison.Ordinal) ? 5 : 0));
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
            value.Size.ShouldBe(Encoding.UTF8.GetByteCount(Language.Json.JsonWriter.WriteCompact(JsonParser.Parse(value.ToString()).Root!)));
        }
    }

    private static JsonValue Make(Random random, int depth) => random.Next(depth == 0 ? 4 : 6) switch
    {
        0 => JsonNull.Instance,
        1 => JsonBoolean.Of(random.Next(2) == 0),
        2 => JsonNumber.Of(random.Next()),
        3 => new JsonString(string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "aß€\"\\\n\t/{".Substring(random.Next(9), 1)))),
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
