using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Spectre.Console;
using StateMachineGen;
using StateMachineGen.Tracing;
using Tutorial.Reporting;

namespace Tutorial;

/// <summary>Runs the executions and reports on them.</summary>
internal static class Demonstration
{
    private const int Failure = 1;

    /// <summary>Runs the program with options that are in order.</summary>
    /// <returns>0; 1 when the files cannot be written; 130 or 143 when a signal interrupted it.</returns>
    public static async Task<int> RunAsync(Options options)
    {
        using var interruption = new Interruption();
        if (!await TryWriteAsync(options.Output, () => options.Output.Create()))
        {
            return Failure;
        }

        IAnsiConsole console = CreateConsole();
        using var collector = new XRayTraceCollector();
        using TraceReport? report = options.Report is null ? null : new TraceReport(options.Report.FullName);
        ExecutionResult<Response>[] results =
            await ProgressDisplay.ShowAsync(console, options.Executions, done => Executions.RunAsync(options, report, done, interruption.Token));

        // Executions start together, so their numbers order them: run-999 before run-1000.
        ImmutableArray<ExecutionTimeline> timelines =
            [.. collector.GetTimelines().OrderBy(t => t.Execution.Length).ThenBy(t => t.Execution, StringComparer.Ordinal)];
        TimelineReport.Write(console, timelines);
        ExecutionTable.Write(console, timelines);
        ServiceTable.Write(console, collector.GetServiceMap());
        if (!await TryWriteAsync(options.Output, () => OutputFiles.Write(options.Output, collector, results)))
        {
            return Failure;
        }

        FileList.Write(console, OutputFiles.In(options.Output));
        if (report is not null)
        {
            if (!await TryWriteAsync(options.Report!.Directory!, report.Write))
            {
                return Failure;
            }

            FileList.Write(console, options.Report);
        }

        if (interruption.ExitCode is { } exitCode)
        {
            await Console.Error.WriteLineAsync(
                $"Interrupted: {timelines.Count(t => t.Status == "ABORTED")} of {options.Executions} executions were aborted.");
            return exitCode;
        }

        return 0;
    }

    private static async Task<bool> TryWriteAsync(DirectoryInfo folder, Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What the system says of a folder that cannot be made is that there is no such file.
            string reason = e is FileNotFoundException or DirectoryNotFoundException ? "No folder can be made there." : e.Message;
            await Console.Error.WriteLineAsync($"The files could not be written to '{folder.FullName}': {reason} Name another folder with --output.");
            return false;
        }
    }

    /// <summary>A console that writes plain text when the output goes to a file or a pipe; colour variables of the terminal do not count there.</summary>
    private static IAnsiConsole CreateConsole() => AnsiConsole.Create(
        Console.IsOutputRedirected
            ? new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No }
            : new AnsiConsoleSettings());
}
