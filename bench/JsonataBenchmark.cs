using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Expressions;
using StateMachineGen.Expressions.Jsonata;
using StateMachineGen.Language.Expressions.Jsonata;

namespace StateMachineGen.Bench;

/// <summary>Expressions as states have them, beside the reference implementation on node, in turns within one run.</summary>
internal sealed class JsonataBenchmark(TextWriter output, string peers)
{
    private const int Rounds = 3;
    private const int Items = 1000;

    private static readonly (string Name, string Expression)[] s_expressions =
    [
        ("path", "$states.input.customer.name"),
        ("arithmetic", "$states.input.price * $states.input.count + 1"),
        ("text", "'Order ' & $states.input.id & ' of ' & $states.input.customer.name"),
        ("condition", "$states.input.price > 10 and $states.input.customer.name != 'Bob'"),
        ("object", "{'id': $states.input.id, 'total': $states.input.price * $states.input.count, 'to': $states.input.customer}"),
        ("function", "$uppercase($substring($states.input.customer.name, 0, 2))"),
        ("filter over 1,000", "$states.input.items[price > 50]"),
        ("filter and field over 1,000", "$states.input.items[price > 50 and stock].sku"),
        ("sum over 1,000", "$sum($states.input.items.price)"),
        ("map over 1,000", "$map($states.input.items, function($item){$item.price * 2})"),
        ("objects over 1,000", "$states.input.items.{'sku': sku, 'cost': price * 2}"),
        ("sort of 1,000", "$states.input.items^(>price).sku"),
        ("groups of 1,000", "$states.input.items{kind: $sum(price)}"),
    ];

    public void Run()
    {
        var runner = new Peers(peers);
        runner.Install();
        string input = MakeInput();
        string file = Path.GetTempFileName();
        using JsonDocument document = JsonDocument.Parse(input);
        File.WriteAllText(file, JsonSerializer.Serialize(s_expressions.Select(each => new { expression = each.Expression, input = document.RootElement })));
        List<double[]> ours = [];
        List<double[]> theirs = [];
        for (int round = 0; round < Rounds; round++)
        {
            ours.Add([.. s_expressions.Select(each => Measure(each.Expression, input))]);
            theirs.Add([.. runner.Run("jsonata.mjs", file, "0.5").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => double.Parse(line, CultureInfo.InvariantCulture))]);
        }

        File.Delete(file);
        output.WriteLine("| expression | ours, µs | jsonata on node, µs | times as fast |");
        output.WriteLine("|---|---|---|---|");
        for (int i = 0; i < s_expressions.Length; i++)
        {
            double our = Measurement.Median(ours.Select(round => round[i]));
            double their = Measurement.Median(theirs.Select(round => round[i]));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {s_expressions[i].Name} | {our:0.000} | {their:0.00} | {their / our:0.0} |"));
        }
    }

    private static string MakeInput()
    {
        string[] kinds = ["a", "b", "c", "d", "e"];
        return JsonSerializer.Serialize(new
        {
            id = "o-17",
            price = 12.5,
            count = 3,
            customer = new { name = "Ann", city = "Bonn" },
            items = Enumerable.Range(0, Items).Select(i => new { sku = "sku" + i, price = i * 37 % 101, stock = i % 3 > 0, kind = kinds[i % kinds.Length] }),
        });
    }

    /// <summary>The time of one evaluation in microseconds.</summary>
    private static double Measure(string expression, string input)
    {
        JsonataProgram program = JsonataProgram.Compile(JsonataParser.Parse(expression).Root!);
        var environment = new StatesEnvironment(JsonObject.Empty.With("input", JsonConversion.Parse(input)));
        return Measurement.InBatches(0.5, () =>
        {
            if (program.Evaluate(null, environment, out JsonataError? error) is null)
            {
                throw new InvalidOperationException($"{expression}: {error}");
            }
        });
    }

    private sealed class StatesEnvironment(JsonValue states) : EvaluationScope
    {
        public override Random Random { get; } = new(1);

        public override DateTimeOffset Now => DateTimeOffset.UnixEpoch;

        public override JsonObject Context => JsonObject.Empty;

        public override CauseText Locate(CauseText cause) => cause;

        public override JsonValue? FindVariable(string name) => name == "states" ? states : null;

        public override string NewId() => "";
    }
}
