using System;
using System.Threading.Tasks;
using Spectre.Console;

namespace Tutorial.Reporting;

/// <summary>Shows how many executions are done, on a terminal; a file or a pipe gets a line only.</summary>
internal static class ProgressDisplay
{
    public static async Task<T> ShowAsync<T>(IAnsiConsole console, int executions, Func<Action, Task<T>> run)
    {
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
        {
            console.WriteLine($"Running {executions} {Noun(executions)} of TraceFunctions ...");
            return await run(() => { });
        }

        return await console.Progress()
            .AutoClear(true)
            .Columns(
                new TaskDescriptionColumn(),
                // Half of the line is the text's: the bar is the part that can do with less.
                new ProgressBarColumn { Width = Math.Clamp(console.Profile.Width / 4, 5, 40) },
                new PercentageColumn(),
                new SpinnerColumn())
            .StartAsync(async progress =>
            {
                ProgressTask task = progress.AddTask($"{executions} {Noun(executions)}", maxValue: executions);
                return await run(() => task.Increment(1));
            });
    }

    private static string Noun(int executions) => executions == 1 ? "execution" : "executions";
}
