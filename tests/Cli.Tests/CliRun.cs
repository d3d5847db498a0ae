using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli.Tests;

/// <summary>What the tool returned and wrote, run in this process.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of the error output.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CliRun> RunAsync(params string[] arguments) => RunAsync(new MemoryStream(), arguments);

    public static Task<CliRun> RunWithInputAsync(string input, params string[] arguments) => RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), arguments);

    public static async Task<CliRun> RunAsync(Stream input, string[] arguments, CancellationToken? cancellation = null)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        int exitCode = await CommandLine.RunAsync(
            arguments, new CommandContext(input, output, new Messages(errors)), cancellation ?? TestContext.Current.CancellationToken);
        errors.ToString().ShouldNotContain("   at ", Case.Sensitive, "nobody is shown a stack trace");
        errors.ToString().ShouldNotContain("This should not have happened");
        return new CliRun(exitCode, output.ToString(), errors.ToString());
    }

    /// <summary>What the project file told this assembly.</summary>
    public static string Metadata(string key) =>
        typeof(CliRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
