using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Package.Tests;

namespace StateMachineGen.Cli.Tests;

/// <summary>The tool as users have it: a process, and a package.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly DirectoryInfo _folder = Dotnet.CreateFolder();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_process_writes_results_as_UTF8_and_plain_messages()
    {
        string file = Path.Combine(_folder.FullName, "a.json");
        await File.WriteAllTextAsync(file, "{\"ä\":1}", Cancellation);
        (int exitCode, byte[] output, string errors) = await RunAsync(["format", file]);
        exitCode.ShouldBe(0, errors);
        output.ShouldBe("{\n  \"ä\": 1\n}\n"u8.ToArray());

        (exitCode, output, errors) = await RunAsync(["format", "missing.json"]);
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        errors.ShouldBe("missing.json: error: There is no such file. Check the path.\n");

        (exitCode, output, _) = await RunAsync(["--version"]);
        exitCode.ShouldBe(0);
        Encoding.UTF8.GetString(output).Trim().ShouldBe("0.1.0");
    }

    [Fact]
    public async Task The_package_installs_from_a_folder_and_runs()
    {
        string source = Path.Combine(_folder.FullName, "source");
        string tools = Path.Combine(_folder.FullName, "tools");
        (await Dotnet.RunAsync(
            CliRun.Metadata("RepositoryRoot"),
            ["pack", Path.Combine("src", "Cli"), "--no-build", "-c", CliRun.Metadata("Configuration"), "-o", source],
            Cancellation)).ShouldSucceed();
        string package = Directory.GetFiles(source, "*.nupkg").Single();
        Path.GetFileName(package).ShouldBe("StateMachineGen.Tool.0.1.0.nupkg");

        // Only the folder is a source: the package needs nothing else.
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "nuget.config"),
            $"<configuration><packageSources><clear/><add key=\"local\" value=\"{source}\"/></packageSources></configuration>",
            Cancellation);
        (await Dotnet.RunAsync(
            _folder.FullName,
            ["tool", "install", "StateMachineGen.Tool", "--tool-path", tools, "--version", "0.1.0", "--no-cache"],
            Cancellation)).ShouldSucceed();

        string command = Path.Combine(tools, OperatingSystem.IsWindows() ? "stategen.exe" : "stategen");
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "a.asl.json"), """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", Cancellation);
        (int exitCode, _, string errors) = await RunAsync(command, ["graph", "a.asl.json", "--output", "a.svg"]);
        exitCode.ShouldBe(0, errors);
        (await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "a.svg"), Cancellation)).ShouldStartWith("<svg ");
    }

    private Task<(int ExitCode, byte[] Output, string Errors)> RunAsync(IEnumerable<string> arguments) =>
        RunAsync("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments]);

    private async Task<(int ExitCode, byte[] Output, string Errors)> RunAsync(string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start).ShouldNotBeNull();
        Task<string> errors = process.StandardError.ReadToEndAsync(Cancellation);
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output, Cancellation);
        await process.WaitForExitAsync(Cancellation);
        return (process.ExitCode, output.ToArray(), await errors);
    }
}
