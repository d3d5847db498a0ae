using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Samples.Tests;

/// <summary>The script that runs all tests, with a program in place of <c>dotnet</c>: however that ends, the last line counts.</summary>
public sealed class TestScriptTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("summary 5 0 5 0", 0, "5 passed, 0 failed")]
    [InlineData("summary 5 0 4 1", 0, "4 passed, 0 failed, 1 skipped")]
    [InlineData("summary 5 2 3 0; exit 2", 2, "3 passed, 2 failed")]
    [InlineData("summary 5 2 3 0", 1, "3 passed, 2 failed")]
    [InlineData("echo '  total: 5'; echo '  succeeded: 5'", 0, "5 passed, 0 failed")]
    [InlineData("summary 5 0 5 0; exit 7", 7, "5 passed, 1 failed", "ended with 7 although no test failed")]
    [InlineData("summary 0 0 0 0; exit 8", 8, "0 passed, 1 failed", "No test ran")]
    [InlineData("echo 'error NU1101: a package is missing'; exit 1", 1, "0 passed, 1 failed", "No test ran")]
    [InlineData("exit 0", 1, "0 passed, 1 failed", "No test ran")]
    [InlineData("kill -TERM $PPID", 143, "0 passed, 1 failed", "Terminated")]
    public async Task The_last_line_says_how_many_passed_and_failed(string dotnet, int exitCode, string lastLine, string error = "")
    {
        (int code, string output, string errors) = await RunAsync(
            "summary() { printf 'Test run summary\\n  total: %s\\n  failed: %s\\n  succeeded: %s\\n  skipped: %s\\n' \"$@\"; }\n" + dotnet);

        output.TrimEnd('\n').Split('\n')[^1].ShouldBe(lastLine);
        code.ShouldBe(exitCode, errors);
        errors.ShouldContain(error);
        if (error.Length == 0)
        {
            errors.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_missing_SDK_is_a_failure_in_the_same_form()
    {
        (int code, string output, string errors) = await RunAsync(null);

        code.ShouldBe(1);
        output.ShouldBe("0 passed, 1 failed\n");
        errors.ShouldContain("The .NET 10 SDK is missing");
    }

    [Theory]
    [InlineData(false, null, "no")]
    [InlineData(false, "true", "1")]
    [InlineData(true, null, "1")]
    public async Task Corpora_are_required_where_they_should_be(bool areThere, string? ci, string required)
    {
        if (areThere)
        {
            _folder.CreateSubdirectory("shared/corpora");
        }

        (_, string output, _) = await RunAsync("echo \"required: ${STATEMACHINEGEN_REQUIRE_CORPORA:-no}, language: $DOTNET_CLI_UI_LANGUAGE\"", ci);

        output.ShouldStartWith($"required: {required}, language: en\n");
    }

    [Theory]
    [InlineData(null, "no")]
    [InlineData("true", "1")]
    public async Task A_browser_is_required_where_it_should_be(string? ci, string required)
    {
        (_, string output, _) = await RunAsync("echo \"browser: ${STATEMACHINEGEN_REQUIRE_BROWSER:-no}\"", ci);

        output.ShouldStartWith($"browser: {required}\n");
    }

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(string? dotnet, string? ci = null)
    {
        const string bash = "/bin/bash";
        Assert.SkipWhen(OperatingSystem.IsWindows() || !File.Exists(bash), "The script needs bash.");
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        string original = typeof(TestScriptTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "TestScript").Value!;
        string script = Path.Combine(_folder.CreateSubdirectory("repository/.ci").FullName, "run");
        File.Copy(original, script);

        // The tools that the script uses and nothing else, so that no real SDK is found.
        string tools = _folder.CreateSubdirectory("tools").FullName;
        foreach (string tool in (string[])["dirname", "mktemp", "rm", "sed", "tail", "tee"])
        {
            string path = Path.Combine("/usr/bin", tool);
            File.CreateSymbolicLink(Path.Combine(tools, tool), File.Exists(path) ? path : Path.Combine("/bin", tool));
        }

        if (dotnet is not null)
        {
            string program = Path.Combine(tools, "dotnet");
            await File.WriteAllTextAsync(program, $"#!{bash}\n{dotnet}\n", cancellationToken);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var start = new ProcessStartInfo(bash, [script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = tools;
        start.Environment["CI"] = ci;
        start.Environment.Remove("STATEMACHINEGEN_REQUIRE_CORPORA");
        start.Environment.Remove("STATEMACHINEGEN_REQUIRE_BROWSER");
        using Process process = Process.Start(start).ShouldNotBeNull();
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
