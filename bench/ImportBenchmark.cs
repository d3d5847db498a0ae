using System.Globalization;
using System.IO;

namespace StateMachineGen.Bench;

/// <summary>What <c>stategen import</c> takes for many files, as a whole process.</summary>
internal sealed class ImportBenchmark(TextWriter output, string definitions, string repository)
{
    public void Run()
    {
        output.WriteLine("| files | definitions, MB | C#, MB | seconds | ms per file |");
        output.WriteLine("|---|---|---|---|---|");
        var tool = new ToolProcess(repository);
        foreach (int count in new[] { 1, 100, 500 })
        {
            using var files = new DefinitionFiles(definitions, count);
            string written = Path.Combine(files.Folder, "out");
            double median = tool.Measure(["import", .. files.Names, "--output", written, "--force"]);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {count} | {DefinitionFiles.Size(files.Names):0.00} | {DefinitionFiles.Size(Directory.GetFiles(written)):0.00} | {median:0.00} | {1000 * median / count:0.0} |"));
        }
    }
}
