using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Bench;

/// <summary>The interpreter beside aws-local-stepfunctions from npm, on the same definitions, in turns within one run.</summary>
internal sealed class InterpreterBenchmark(TextWriter output, string workloads, string peers)
{
    private const int Rounds = 5;

    private readonly Peers _peers = new(peers);

    // Each with how many times as fast as the peer it is meant to be; 0 where no goal is set.
    private static readonly (string Name, int Goal)[] s_workloads =
    [
        ("i_pass_chain_10", 0), ("i_pass_chain_100", 10), ("i_pass_chain_1000", 0), ("ii_loop_jsonpath_100", 0), ("ii_loop_jsonpath_1000", 12),
        ("iii_loop_jsonata_1000", 0), ("iii_loop_jsonata_vars_1000", 0), ("iv_map_1000", 0), ("iv_map_10000", 12), ("iv_map_jsonata_1000", 0),
        ("v_parallel_10x10", 23), ("v_parallel_100x10", 0), ("vi_tasks", 5), ("vi_tasks_catch", 3), ("vii_payload_20k", 0), ("vii_payload_200k", 30),
        ("vii_payload_rp_200k", 30),
    ];

    public void Run()
    {
        _peers.Install();
        output.WriteLine("| workload | transitions | ours, µs per transition | aws-local-stepfunctions, µs per transition | times as fast | goal |");
        output.WriteLine("|---|---|---|---|---|---|");
        foreach ((string name, int goal) in s_workloads)
        {
            string definition = Path.Combine(workloads, name + ".asl.json");
            string input = Path.Combine(workloads, name + ".input.json");
            var workload = new Workload(File.ReadAllText(definition), File.ReadAllText(input));
            List<double> ours = [];
            List<double> theirs = [];
            bool hasPeer = !name.Contains("jsonata", StringComparison.Ordinal);
            for (int round = 0; round < Rounds; round++)
            {
                ours.Add(Measurement.InBatches(1, workload.Run) / workload.Transitions);
                theirs.Add(hasPeer ? MeasurePeer(definition, input) / workload.Transitions : double.NaN);
            }

            double our = Measurement.Median(ours);
            double their = Measurement.Median(theirs);
            string wanted = goal == 0 ? "" : goal.ToString(CultureInfo.InvariantCulture);
            string beside = hasPeer ? string.Create(CultureInfo.InvariantCulture, $"{their:0.00} | {their / our:0.0}") : "no JSONata | ";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {workload.Transitions} | {our:0.000} | {beside} | {wanted} |"));
        }
    }

    private double MeasurePeer(string definition, string input) =>
        double.Parse(_peers.Run("aws-local-stepfunctions.mjs", definition, input, "1"), CultureInfo.InvariantCulture);

    /// <summary>A definition with its input. Its tasks answer at once with what they are given; one called B in a machine that recovers fails.</summary>
    private sealed class Workload
    {
        private readonly LocalStateMachine<JsonElement, JsonElement> _machine;
        private readonly string _input;
        private readonly int _events;

        public Workload(string definition, string input)
        {
            // The largest workloads have more data and events than AWS carries.
            var options = new LocalOptions { Limits = new ExecutionLimits { PayloadBytes = int.MaxValue, HistoryEvents = int.MaxValue } };
            using JsonDocument document = JsonDocument.Parse(definition);
            JsonElement states = document.RootElement.GetProperty("States");
            foreach (JsonProperty state in states.EnumerateObject().Where(state => state.Value.GetProperty("Type").GetString() == "Task"))
            {
                bool fails = state.Name == "B" && states.TryGetProperty("Recover", out _) && definition.Contains("OtherError", StringComparison.Ordinal);
                options.Mock(state.Name, fails ? Reply.Fail("CustomError", "as it is meant") : Reply.ReturnJson("{}"));
            }

            _machine = LocalStateMachine.FromDefinition(definition, options);
            _input = input;
            ExecutionHistory history = Execute().History;
            _events = history.Count;
            Transitions = history.Count(item => item.Type.ToString().EndsWith("StateEntered", StringComparison.Ordinal));
        }

        public int Transitions { get; }

        public void Run()
        {
            // A run without its history is not what is compared.
            if (Execute().History.Count != _events)
            {
                throw new InvalidOperationException("The history is not complete.");
            }
        }

        private ExecutionResult<JsonElement> Execute()
        {
            ExecutionResult<JsonElement> result = _machine.ExecuteJsonAsync(_input).GetAwaiter().GetResult();
            return result.IsSucceeded ? result : throw new InvalidOperationException($"{result.Status}, {result.Error}: {result.Cause}");
        }
    }
}
