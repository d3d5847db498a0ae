using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Tests.Json;

/// <summary>Properties over many texts, drawn with a fixed seed.</summary>
public class JsonPropertyTests
{
    private const string Alphabet = "{}[]\":,\\/truefalsn0123456789.-+eEbu \t\n\r\0\u0001äß\u2028\ud83d\ude00'x";

    [Fact]
    public void Garbage_gives_an_error_in_the_text_and_never_throws()
    {
        var random = new Random(20260301);
        for (int i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder();
            for (int length = random.Next(40); length > 0; length--)
            {
                text.Append(Alphabet[random.Next(Alphabet.Length)]);
            }

            Judge(text.ToString());
        }
    }

    [Fact]
    public void Damaged_json_is_judged_as_the_platforms_own_reader_judges_it()
    {
        var random = new Random(7);
        for (int i = 0; i < 5_000; i++)
        {
            var text = new StringBuilder(JsonWriter.Write(Value(random, 4)));
            for (int edits = random.Next(1, 3); edits > 0 && text.Length > 0; edits--)
            {
                int place = random.Next(text.Length);
                switch (random.Next(3))
                {
                    case 0:
                        text.Remove(place, 1);
                        break;
                    case 1:
                        text.Insert(place, Alphabet[random.Next(Alphabet.Length)]);
                        break;
                    default:
                        text[place] = Alphabet[random.Next(Alphabet.Length)];
                        break;
                }
            }

            Judge(text.ToString());
        }
    }

    [Fact]
    public void What_is_written_is_read_back_as_the_same_nodes()
    {
        var random = new Random(42);
        for (int i = 0; i < 2_000; i++)
        {
            JsonSyntax value = Value(random, 5);
            string text = JsonWriter.Write(value);
            string compact = JsonWriter.WriteCompact(value);

            AssertSame(value, JsonParserTests.Read<JsonArraySyntax>("[" + text + "]").Items[0], text);
            AssertSame(value, JsonParserTests.Read<JsonArraySyntax>("[" + compact + "]").Items[0], compact);
            text.ShouldNotContain("\r");
        }
    }

    private static void Judge(string text)
    {
        JsonParseResult result = JsonParser.Parse(text);
        (result.Root is null).ShouldBe(result.Error is not null, Shown(text));
        if (result.Error is { } error)
        {
            error.Range.Start.ShouldBeInRange(0, text.Length, Shown(text));
            error.Range.End.ShouldBeInRange(error.Range.Start, text.Length, Shown(text));
            error.Message.ShouldNotEndWith(".");
        }

        // System.Text.Json reads UTF-8, in which a lone surrogate cannot be written at all.
        if (!HasLoneSurrogate(text))
        {
            (result.Error is null).ShouldBe(IsJson(text), Shown(text));
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private static string Shown(string text) => "for " + JsonSerializer.Serialize(text);

    private static JsonSyntax Value(Random random, int depth)
    {
        switch (random.Next(depth > 0 ? 7 : 5))
        {
            case 0:
                return new JsonNullSyntax();
            case 1:
                return new JsonBooleanSyntax(random.Next(2) == 0);
            case 2:
                return new JsonNumberSyntax((random.NextDouble() * Math.Pow(10, random.Next(-30, 30))).ToString("R", CultureInfo.InvariantCulture));
            case 3 or 4:
                return new JsonStringSyntax(Text(random));
            case 5:
                return new JsonArraySyntax(Many(random, () => Value(random, depth - 1)));
            default:
                return new JsonObjectSyntax(Many(random, () => new JsonMemberSyntax(Text(random), Value(random, depth - 1))));
        }
    }

    private static ImmutableArray<T> Many<T>(Random random, Func<T> make) => Enumerable.Range(0, random.Next(5)).Select(_ => make()).ToImmutableArray();

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (int length = random.Next(8); length > 0; length--)
        {
            text.Append(random.Next(3) == 0 ? (char)random.Next(0x10000) : Alphabet[random.Next(Alphabet.Length)]);
        }

        return text.ToString();
    }

    private static void AssertSame(JsonSyntax expected, JsonSyntax actual, string text)
    {
        actual.GetType().ShouldBe(expected.GetType(), text);
        switch (expected)
        {
            case JsonObjectSyntax @object:
                ImmutableArray<JsonMemberSyntax> members = ((JsonObjectSyntax)actual).Members;
                members.Select(member => member.Name).ShouldBe(@object.Members.Select(member => member.Name));
                for (int i = 0; i < members.Length; i++)
                {
                    AssertSame(@object.Members[i].Value, members[i].Value, text);
                }

                break;
            case JsonArraySyntax array:
                ImmutableArray<JsonSyntax> items = ((JsonArraySyntax)actual).Items;
                items.Length.ShouldBe(array.Items.Length);
                for (int i = 0; i < items.Length; i++)
                {
                    AssertSame(array.Items[i], items[i], text);
                }

                break;
            case JsonStringSyntax @string:
                ((JsonStringSyntax)actual).Value.ShouldBe(@string.Value, text);
                break;
            case JsonNumberSyntax number:
                ((JsonNumberSyntax)actual).Text.ShouldBe(number.Text);
                break;
            case JsonBooleanSyntax boolean:
                ((JsonBooleanSyntax)actual).Value.ShouldBe(boolean.Value);
                break;
        }
    }
}
