using System;
using System.Collections.Generic;
using System.Text;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Runtime.Tests.Expressions.Jsonata;

public class FuzzTests
{
    private const string Input = """{"a":[1,{"b":[2,[3,"x"]]},null],"c":{"d":"e","f":{"g":[{"h":1},{"h":2}]}},"k":[],"n":-0.5}""";

    private static readonly string[] s_pieces =
    [
        "a", "a.b", "c.f.g", "h", "$", "$$", "$x", "*", "**", "%", "1", "-1", "0", "1e9", "'x'", "''", "true", "null", "none", "[", "]", "(", ")", "{", "}",
        ".", ",", ":", ";", "?", " and ", " in ", "=", "<", "+", "-", "/", "&", "~>", ":=", "..", "@$x", "#$i", "^(", ">", "|", "[0]", "[-1]", "[]",
        "[$i=0]", "{h: $}", "function($x){", "$f($x)", "$f:=", "/(a+)+$/", "/[^/]*/i", "$map(", "$reduce(", "$sort(", "$replace(", "$split(", "$match(",
        "$formatNumber(", "$formatInteger(", "$fromMillis(", "$toMillis(", "$string(", "$append(", "$zip(", "$spread(", "$pad(", "$keys", "$sum", "$range(",
        "'#,##0.0'", "'[Y]-[M01]'", "'w;o'", "<s-n?:s>", "($f := function($n){$f($n & $n)}; $f('x'))", "[1..1e6]", "($r := function($x){[$r($x)]}; $r(1))",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Any_text_that_is_an_expression_gives_a_value_nothing_or_an_error(int seed)
    {
        var random = new Random(seed);
        List<string> expressions = ["a.b[1]", "c.f.g^(h){$string(h): %.g}", "($x := 1; $x + n)", "$map(a, function($v){$v})"];
        int evaluated = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string text = Mutate(expressions[random.Next(expressions.Count)], random);
            if (JsonataParser.Parse(text).Root is not { } root)
            {
                continue;
            }

            evaluated++;
            JsonValue? value = JsonataProgram.Compile(root).Evaluate(JsonConversion.Parse(Input), new Bounded(random), out JsonataError? error);
            (value is null || error is null).ShouldBeTrue(text);
            if (text.Length < 200 && expressions.Count < 2000)
            {
                expressions.Add(text);
            }
        }

        evaluated.ShouldBeGreaterThan(1000);
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            if (mutated.Length > 0 && random.Next(4) == 0)
            {
                int start = random.Next(mutated.Length);
                mutated.Remove(start, random.Next(1, Math.Min(4, mutated.Length - start) + 1));
            }
            else
            {
                mutated.Insert(random.Next(mutated.Length + 1), s_pieces[random.Next(s_pieces.Length)]);
            }
        }

        return mutated.ToString();
    }

    private sealed class Bounded(Random random) : EvaluationScope
    {
        public override JsonataLimits Limits { get; } = JsonataLimits.Aws with { Steps = 100_000 };

        public override Random Random => random;

        public override JsonObject Context => JsonObject.Empty;

        public override DateTimeOffset Now => DateTimeOffset.UnixEpoch;

        public override JsonValue? FindVariable(string name) => null;

        public override CauseText Locate(CauseText cause) => cause;

        public override string NewId() => "id";
    }
}
