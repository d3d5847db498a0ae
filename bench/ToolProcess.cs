using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;

namespace StateMachineGen.Bench;

/// <summary>The tool <c>stategen</c> as a process of its own, as people run it.</summary>
internal sealed class ToolProcess(string repository)
{
    private const int Rounds = 5;

    private readonly string _tool = Path.Combine(repository, "src", "Cli", "bin", "Release", "net10.0", "stategen.dll");

    /// <summary>The median of its time in seconds, after one run that is not counted.</summary>
    public double Measure(params string[] arguments)
    {
        List<double> times = [];
        for (int round = -1; round < Rounds; round++)
        {
            double time = Run(arguments);
            if (round >= 0)
            {
                times.Add(time);
            }
        }

        return Measurement.Median(times);
    }

    private double Run(string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [_tool, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        long from = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        string messages = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode <= 1 ? Stopwatch.GetElapsedTime(from).TotalSeconds : throw new InvalidOperationException(messages);
    }
}
