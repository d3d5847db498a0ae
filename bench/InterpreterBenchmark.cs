using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Bench;

/// <summary>The interpreter beside aws-local-stepfunctions from npm, on the same definitions, in turns within one run.</summary>
internal sealed class InterpreterBenchmark(TextWriter output, string workloads, string peers)
{
    private const int Rounds = 5;

    private static readonly string[] s_workloads = ["i_pass_chain_10", "i_pass_chain_100", "i_pass_chain_1000"];

    public void Run()
    {
        InstallPeers();
        output.WriteLine("| workload | ours, µs per transition | aws-local-stepfunctions, µs per transition | times as fast | ours, transitions per second |");
        output.WriteLine("|---|---|---|---|---|");
        foreach (string name in s_workloads)
        {
            string definition = Path.Combine(workloads, name + ".asl.json");
            string input = Path.Combine(workloads, name + ".input.json");
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(definition));
            int transitions = document.RootElement.GetProperty("States").EnumerateObject().Count();
            List<double> ours = [];
            List<double> theirs = [];
            for (int round = 0; round < Rounds; round++)
            {
                ours.Add(MeasureOurs(File.ReadAllText(definition), File.ReadAllText(input), transitions) / transitions);
                theirs.Add(MeasurePeer(definition, input) / transitions);
            }

            double our = Measurement.Median(ours);
            double their = Measurement.Median(theirs);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {our:0.000} | {their:0.00} | {their / our:0.0} | {1_000_000 / our:0} |"));
        }
    }

    /// <summary>The time of one execution in microseconds: the median of batches that take about a second in all.</summary>
    private static double MeasureOurs(string definition, string input, int transitions)
    {
        LocalStateMachine<JsonElement, JsonElement> machine = LocalStateMachine.FromDefinition(definition);
        int count = 1;
        while (RunBatch(count) < 20)
        {
            count *= 2;
        }

        List<double> times = [];
        long start = Stopwatch.GetTimestamp();
        do
        {
            times.Add(RunBatch(count) * 1000 / count);
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < 1);

        return Measurement.Median(times);

        double RunBatch(int executions) => Measurement.Time(() =>
        {
            for (int i = 0; i < executions; i++)
            {
                ExecutionResult<JsonElement> result = machine.ExecuteJsonAsync(input).GetAwaiter().GetResult();
                // Two events for each state and two for the execution: a run without its history is not what is compared.
                if (!result.IsSucceeded || result.History.Count != (2 * transitions) + 2)
                {
                    throw new InvalidOperationException($"{result.Status}, {result.History.Count} events, {result.Error}: {result.Cause}");
                }
            }
        });
    }

    private double MeasurePeer(string definition, string input) =>
        double.Parse(Start("node", "aws-local-stepfunctions.mjs", definition, input, "1"), CultureInfo.InvariantCulture);

    private void InstallPeers()
    {
        if (!Directory.Exists(Path.Combine(peers, "node_modules")))
        {
            // A lock file would name the registry that one machine happens to use; the versions are pinned anyway.
            Start("npm", "install", "--no-package-lock", "--no-audit", "--no-fund");
        }
    }

    private string Start(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = peers, RedirectStandardOutput = true })!;
        string text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? text : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
