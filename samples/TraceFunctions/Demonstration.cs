using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Spectre.Console;
using StateMachineGen.Tracing;
using Tutorial.Reporting;

namespace Tutorial;

/// <summary>Runs the executions and reports on them.</summary>
internal static class Demonstration
{
    private const int Failure = 1;

    /// <summary>Runs the program with options that are in order.</summary>
    /// <returns>0, or 1 when the files cannot be written.</returns>
    public static async Task<int> RunAsync(Options options, CancellationToken cancellationToken)
    {
        IAnsiConsole console = CreateConsole();
        using var collector = new XRayTraceCollector();
        await ProgressDisplay.ShowAsync(console, options.Executions, done => Executions.RunAsync(options, done, cancellationToken));

        // Executions start together, so their numbers order them: run-999 before run-1000.
        ImmutableArray<ExecutionTimeline> timelines =
            [.. collector.GetTimelines().OrderBy(t => t.Execution.Length).ThenBy(t => t.Execution, StringComparer.Ordinal)];
        TimelineReport.Write(console, timelines);
        ExecutionTable.Write(console, timelines);
        ServiceTable.Write(console, collector.GetServiceStatistics());
        try
        {
            FileList.Write(console, OutputFiles.Write(options.Output, collector));
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The files could not be written to '{options.Output.FullName}': {e.Message} Name another folder with --output.");
            return Failure;
        }
    }

    /// <summary>A console that writes plain text when the output goes to a file or a pipe; colour variables of the terminal do not count there.</summary>
    private static IAnsiConsole CreateConsole() => AnsiConsole.Create(
        Console.IsOutputRedirected
            ? new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No }
            : new AnsiConsoleSettings());
}
