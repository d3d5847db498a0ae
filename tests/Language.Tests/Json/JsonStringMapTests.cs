using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Json;

/// <summary>A character of a string's value, found where it was written: X marks it.</summary>
public class JsonStringMapTests
{
    [Theory]
    [InlineData("""["X"]""")]
    [InlineData("""["abX"]""")]
    [InlineData("""["\"\\\n\u00e4Xb"]""")]
    [InlineData("""["\ud83d\ude00Xb"]""")]
    public void A_character_is_found_where_it_stands(string text)
    {
        var literal = (JsonStringSyntax)((JsonArraySyntax)JsonParser.Parse(text).Root!).Items[0];
        TextRange range = JsonStringMap.Locate(text, literal.Range, new TextRange(literal.Value.IndexOf('X', System.StringComparison.Ordinal), 1));
        text.Substring(range.Start, range.Length).ShouldBe("X");
    }

    [Fact]
    public void What_is_beyond_the_value_is_the_closing_quote()
    {
        JsonStringMap.Locate("\"ab\"", new TextRange(0, 4), new TextRange(2, 0)).ShouldBe(new TextRange(3, 0));
        JsonStringMap.Locate("\"ab\"", new TextRange(0, 4), new TextRange(7, 3)).ShouldBe(new TextRange(3, 0));
    }

    [Fact]
    public void A_node_made_by_program_has_no_place() =>
        JsonStringMap.Locate("", default, new TextRange(1, 2)).ShouldBe(default);
}
