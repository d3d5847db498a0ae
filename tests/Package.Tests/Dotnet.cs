using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Package.Tests;

/// <summary>What a <c>dotnet</c> command printed and returned.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its output and errors in order of arrival.</param>
internal sealed record DotnetOutcome(int ExitCode, string Output)
{
    public DotnetOutcome ShouldSucceed()
    {
        ExitCode.ShouldBe(0, Output);
        return this;
    }
}

/// <summary>Runs <c>dotnet</c> as a user does, apart from the build that runs the tests.</summary>
internal static class Dotnet
{
    public static async Task<DotnetOutcome> RunAsync(string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        ProcessStartInfo start = new("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // What the surrounding test run sets must not reach the build under test.
        foreach (string name in new[] { "MSBUILD_EXE_PATH", "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_CLI_TELEMETRY_SESSIONID", "NUGET_PACKAGES" })
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        StringBuilder output = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync(cancellationToken);
        lock (output)
        {
            return new DotnetOutcome(process.ExitCode, output.ToString());
        }

        void Append(string? line)
        {
            lock (output)
            {
                output.Append(line).Append('\n');
            }
        }
    }

    /// <summary>An empty folder outside the repository, so that nothing of it is inherited.</summary>
    public static DirectoryInfo CreateFolder() => Directory.CreateTempSubdirectory("statemachinegen-package-");
}
