using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Bench;

/// <summary>What <c>stategen import</c> takes for many files, as a whole process.</summary>
internal sealed class ImportBenchmark(TextWriter output, string definitions, string repository)
{
    private const int Rounds = 5;

    public void Run()
    {
        output.WriteLine("| files | definitions, MB | C#, MB | seconds | ms per file |");
        output.WriteLine("|---|---|---|---|---|");
        string[] texts = [.. File.ReadLines(definitions).Select(static line => Text(JsonDocument.Parse(line).RootElement.GetProperty("definition")))];
        foreach (int count in new[] { 1, 100, 500 })
        {
            DirectoryInfo folder = Directory.CreateTempSubdirectory("statemachinegen-bench-");
            try
            {
                // No file is imported twice, so the published definitions come again under other names.
                string[] files = [.. Enumerable.Range(0, count).Select(i => Path.Combine(folder.FullName, $"machine-{i}.asl.json"))];
                for (int i = 0; i < count; i++)
                {
                    File.WriteAllText(files[i], texts[i % texts.Length]);
                }

                List<double> times = [];
                string written = Path.Combine(folder.FullName, "out");
                for (int round = -1; round < Rounds; round++)
                {
                    double time = Import(files, written);
                    if (round >= 0)
                    {
                        times.Add(time);
                    }
                }

                double median = Measurement.Median(times);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {count} | {Size(files):0.00} | {Size(Directory.GetFiles(written)):0.00} | {median:0.00} | {1000 * median / count:0.0} |"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static string Text(JsonElement definition) => definition.ValueKind == JsonValueKind.String ? definition.GetString()! : definition.GetRawText();

    private static double Size(IEnumerable<string> files) => files.Sum(static file => new FileInfo(file).Length) / 1e6;

    private double Import(string[] files, string folder)
    {
        string tool = Path.Combine(repository, "src", "Cli", "bin", "Release", "net10.0", "stategen.dll");
        ProcessStartInfo start = new("dotnet", [tool, "import", .. files, "--output", folder, "--force"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        string messages = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode <= 1 ? Stopwatch.GetElapsedTime(from).TotalSeconds : throw new InvalidOperationException(messages);
    }
}
