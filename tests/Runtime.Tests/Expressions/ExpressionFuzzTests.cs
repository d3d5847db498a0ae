using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Expressions;

/// <summary>Expressions and data that nobody would write, drawn with a fixed seed.</summary>
public class ExpressionFuzzTests
{
    private const string Alphabet = "$@.[]()'\"*?,:-0123456789abnxStates{}\\/=!<>&| \t\n\0ü\ud83d\ude00";

    private static readonly string[] s_expressions =
    [
        "$.a.b[0].c", "$['a', 'b']..x[*]", "$.a[-2:]", "$.a[0:9:2]", "$..[?(@.x > 1 && !(@.y =~ /a.*b/i) || @.z in [1, 'x', null])]", "$$.a.b", "$x.y[?(@.a)]",
        "$.a[?(@.b == $.c || @.d contains 'x' || @.e size 2 || @.f subsetof [1,2])].length()", "States.Format('{} \\{\\} {}', $.a, $x)",
        "States.ArrayPartition($.a, 2)", "States.ArrayRange(1, 9, 2.5)", "States.ArrayUnique($.a)", "States.ArrayContains($.a, $.b)",
        "States.ArrayGetItem(States.StringSplit('a,b', ','), States.MathAdd(1, -1.5e0))", "States.JsonMerge($.a, $.b, false)", "States.MathRandom(1, 9, 3)",
        "States.StringToJson('[1, \\{\\}]')", "States.JsonToString($)", "States.Base64Decode(States.Base64Encode('äb'))", "States.Hash($.a, 'SHA-256')", "States.UUID()",
    ];

    private static readonly string[] s_values =
    [
        "null", "true", "-0", "1e400", "-1.5", "12345678901234567890", "\"\"", "\"a{}b\"", "\"\ud83d\ude00\"", "[]", "{}", "[[1],[1.0],{\"x\":2,\"y\":\"acb\"}]",
        "{\"a\":{\"b\":[{\"c\":1}]},\"b\":[\"x\",null]}", "{\"a\":[1,2,3,4],\"c\":1,\"x\":{\"x\":{\"x\":[0]}}}",
    ];

    [Fact]
    public void Mutated_expressions_give_a_value_or_an_error()
    {
        var random = new Random(20261126);
        for (int i = 0; i < 30_000; i++)
        {
            var expression = new StringBuilder(s_expressions[random.Next(s_expressions.Length)]);
            for (int edits = random.Next(4); edits > 0; edits--)
            {
                Mutate(expression, random);
            }

            var scope = new ExpressionScope
            {
                Input = Value(random),
                Context = Value(random),
                Variables = new Dictionary<string, string> { ["x"] = Value(random) },
                Seed = i,
            };
            ExpressionResult result = ExpressionEvaluator.EvaluateJsonPath(expression.ToString(), scope);
            result.IsUndefined.ShouldBeFalse();
            if (result.Value is { } value)
            {
                using JsonDocument document = JsonDocument.Parse(value);
            }
            else
            {
                result.Message.ShouldNotBeNullOrEmpty();
            }
        }
    }

    [Fact]
    public void Depth_is_no_danger()
    {
        string nested = string.Concat(Enumerable.Repeat("States.Array(", 60)) + "1" + new string(')', 60);
        ExpressionEvaluator.EvaluateJsonPath(nested).Value.ShouldBe(new string('[', 60) + "1" + new string(']', 60));
        ExpressionEvaluator.EvaluateJsonPath(string.Concat(Enumerable.Repeat("States.Array(", 100_000))).Error.ShouldBe("InvalidDefinition");

        string steps = "$" + string.Concat(Enumerable.Repeat(".a", 200_000));
        ExpressionEvaluator.EvaluateJsonPath(steps).Error.ShouldBe("States.Runtime");
        ExpressionEvaluator.EvaluateJsonPath("$.*" + steps[1..]).Value.ShouldBe("[]");

        string deep = string.Concat(Enumerable.Repeat("""{"a":""", 500)) + "1" + new string('}', 500);
        var scope = new ExpressionScope { Input = deep };
        ExpressionEvaluator.EvaluateJsonPath("$" + string.Concat(Enumerable.Repeat(".a", 500)), scope).Value.ShouldBe("1");
        ExpressionEvaluator.EvaluateJsonPath("States.ArrayLength($..a)", scope).Value.ShouldBe("500");
        ExpressionEvaluator.EvaluateJsonPath("States.ArrayUnique(States.Array($, $))", scope).Value.ShouldBe($"[{deep}]");
    }

    private static void Mutate(StringBuilder text, Random random)
    {
        int place = random.Next(text.Length + 1);
        switch (random.Next(4))
        {
            case 0 when place < text.Length:
                text.Remove(place, Math.Min(random.Next(1, 4), text.Length - place));
                break;
            case 1 when place < text.Length:
                text[place] = Alphabet[random.Next(Alphabet.Length)];
                break;
            case 2:
                text.Insert(place, s_expressions[random.Next(s_expressions.Length)]);
                break;
            default:
                text.Insert(place, Alphabet[random.Next(Alphabet.Length)]);
                break;
        }
    }

    private static string Value(Random random, int levels = 4) => levels > 0 && random.Next(3) == 0
        ? $$"""{"a":{{Value(random, levels - 1)}},"b":[{{Value(random, levels - 1)}},{{Value(random, levels - 1)}}]}"""
        : s_values[random.Next(s_values.Length)];
}
