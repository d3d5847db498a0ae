using System.Globalization;
using System.Text;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Json;

public class JsonWriterTests
{
    [Fact]
    public void The_layout_is_two_blanks_a_level_and_line_feeds_only()
    {
        JsonSyntax value = JsonParser.Parse("""{"a":[1,{"b":"c"}],"d":{},"e":[],"f":null,"g":false}""").Root!;

        JsonWriter.Write(value).ShouldBe("{\n  \"a\": [\n    1,\n    {\n      \"b\": \"c\"\n    }\n  ],\n  \"d\": {},\n  \"e\": [],\n  \"f\": null,\n  \"g\": false\n}");
        JsonWriter.WriteCompact(value).ShouldBe("""{"a":[1,{"b":"c"}],"d":{},"e":[],"f":null,"g":false}""");
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("\" \\ \n \r \t", "\\\" \\\\ \\n \\r \\t")]
    [InlineData("/ ' < > &", "/ ' < > &")]
    [InlineData("ä 漢 😀", "ä 漢 😀")]
    [InlineData("\0\u0001\b\f\u001f\u007f\u0085", "\\u0000\\u0001\\u0008\\u000c\\u001f\\u007f\\u0085")]
    [InlineData("\u2028\u2029\ufeff", "\\u2028\\u2029\\ufeff")]
    public void Only_what_must_be_escaped_is_escaped(string value, string expected)
    {
        var text = new StringBuilder();

        JsonWriter.WriteString(text, value);

        text.ToString().ShouldBe("\"" + expected + "\"");
    }

    // Not a row of the theory: attributes are stored as UTF-8, which has no lone surrogates.
    [Fact]
    public void Lone_surrogates_are_escaped()
    {
        JsonWriter.Write(new JsonStringSyntax("a\ud83d")).ShouldBe("\"a\\ud83d\"");
        JsonWriter.Write(new JsonStringSyntax("\ude00\ud83d")).ShouldBe("\"\\ude00\\ud83d\"");
    }

    [Fact]
    public void The_culture_of_the_build_machine_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NegativeSign = "_", NumberDecimalSeparator = "," } };

            JsonWriter.WriteCompact(JsonParser.Parse("[-1.5, \"\\u0001\"]").Root!).ShouldBe("[-1.5,\"\\u0001\"]");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_definition_ends_with_a_newline_and_keeps_what_asl_does_not_know()
    {
        StateMachine machine = Definition.Read("""{ "New": [ 1.50 ], "StartAt": "A", "States": {} }""").Machine!;

        Definition.Write(machine).ShouldBe("{\n  \"New\": [\n    1.50\n  ],\n  \"StartAt\": \"A\",\n  \"States\": {}\n}\n");
    }
}
