using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Samples.Tests;

/// <summary>The sample, run as a process.</summary>
internal sealed record SampleProcess(int ExitCode, string Output, string Errors)
{
    /// <summary>The output folder of the sample's build.</summary>
    public static string Folder { get; } = FolderOf("TraceFunctions");

    public static Task<SampleProcess> RunAsync(params string[] arguments) =>
        RunAsync(new ProcessStartInfo("dotnet", [Path.Combine(Folder, "TraceFunctions.dll"), .. arguments]), null);

    /// <summary>Runs the sample in a shell, which sets up its terminal or its output; <c>"$@"</c> runs it.</summary>
    public static Task<SampleProcess> RunInShellAsync(string script, params string[] arguments) =>
        RunAsync(new ProcessStartInfo("sh", ["-c", script, "sh", "dotnet", Path.Combine(Folder, "TraceFunctions.dll"), .. arguments]), null);

    /// <summary>Runs the sample, and sends it a signal when it says that its executions run.</summary>
    public static Task<SampleProcess> InterruptAsync(string signal, params string[] arguments) =>
        RunAsync(new ProcessStartInfo("dotnet", [Path.Combine(Folder, "TraceFunctions.dll"), .. arguments]), signal);

    /// <summary>Runs the sample that sends its spans to a collector of OpenTelemetry.</summary>
    public static Task<SampleProcess> RunOpenTelemetryAsync(string collector)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(FolderOf("OpenTelemetry"), "OpenTelemetrySample.dll")]);
        start.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
        return RunAsync(start, null);
    }

    private static string FolderOf(string sample) => typeof(SampleProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == sample + "Folder").Value!;

    private static async Task<SampleProcess> RunAsync(ProcessStartInfo start, string? signal)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start).ShouldNotBeNull();
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            string? running = null;
            if (signal is not null)
            {
                running = await process.StandardOutput.ReadLineAsync(cancellationToken);
                running.ShouldNotBeNull().ShouldStartWith("Running ");
                using Process kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)]);
                await kill.WaitForExitAsync(cancellationToken);
            }

            string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new SampleProcess(process.ExitCode, running is null ? output : running + "\n" + output, await errors);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }
}
