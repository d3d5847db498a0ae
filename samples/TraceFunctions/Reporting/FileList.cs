using System.IO;
using Spectre.Console;

namespace Tutorial.Reporting;

/// <summary>Says where the files lie.</summary>
internal static class FileList
{
    public static void Write(IAnsiConsole console, OutputFiles files)
    {
        // Past the console's layout: a wrapped path cannot be copied.
        console.WriteLine();
        console.Profile.Out.Writer.Write($"State machine (ASL): {files.Definition}\n");
        console.Profile.Out.Writer.Write($"X-Ray traces:        {files.Traces}\n");
        console.Profile.Out.Writer.Write($"Pictures (SVG):      {files.Pictures}\n");
    }

    public static void Write(IAnsiConsole console, FileInfo report) =>
        console.Profile.Out.Writer.Write($"Report to look at:   {report.FullName}\n");
}
