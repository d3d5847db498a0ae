using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Tracing;

namespace StateMachineGen.Samples.Tests;

/// <summary>How the sample behaves towards its surroundings: signals, narrow terminals, outputs that cannot be written.</summary>
public sealed partial class TerminalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_aborts_what_runs_and_the_report_and_the_files_tell_what_there_is(string signal, int exitCode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send to a process.");
        SkipWhereInterruptsAreIgnored();

        // With this seed executions last many seconds, so they still run when the signal comes.
        SampleProcess run = await SampleProcess.InterruptAsync(signal, "--real-time", "--executions", "20", "--output", _folder.FullName);

        run.ExitCode.ShouldBe(exitCode, run.Errors);
        run.Errors.ShouldMatch("^Interrupted: [0-9]+ of 20 executions were aborted\\.\\s*$");
        run.Output.ShouldContain("ABORTED");
        run.Output.ShouldContain("Service map");
        string path = Path.Combine(_folder.FullName, "traces", "TraceFunctions.xray.json");
        run.Output.ShouldContain(path);
        XRayValidator.ValidateFile(path).ShouldBeEmpty();
        using JsonDocument file = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        file.RootElement.GetProperty("Traces").GetArrayLength().ShouldBe(20, "aborted executions have traces too");
    }

    [Fact]
    public async Task An_interrupted_terminal_gets_its_cursor_back()
    {
        SkipWithoutTerminal();
        SkipWhereInterruptsAreIgnored();

        // The shell in the terminal becomes the program, so that its id is known; it is interrupted when it shows its progress.
        string id = Path.Combine(_folder.FullName, "id");
        string shown = Path.Combine(_folder.FullName, "shown");
        SampleProcess run = await SampleProcess.RunInShellAsync(
            $"""
            (n=0; until grep -q execution '{shown}' 2>/dev/null || [ $((n += 1)) -gt 20000 ]; do :; done; kill -s INT "$(cat '{id}')") &
            script -qefc "echo \$\$ > '{id}'; exec $*" '{shown}' < /dev/null
            """,
            "--real-time", "--output", _folder.FullName);

        run.ExitCode.ShouldBe(130, run.Output);
        run.Output.ShouldContain("\u001b[?25l", Case.Sensitive, "the progress display hides the cursor");
        run.Output.LastIndexOf("\u001b[?25h", StringComparison.Ordinal).ShouldBeGreaterThan(run.Output.LastIndexOf("\u001b[?25l", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task The_report_fits_the_terminal(int columns)
    {
        SkipWithoutTerminal();
        SampleProcess run = await SampleProcess.RunInShellAsync(
            $"""script -qec "stty cols {columns} rows 40; $*" /dev/null < /dev/null""", "--output", _folder.FullName);

        run.ExitCode.ShouldBe(0, run.Output);
        string[] lines = [.. TerminalCode().Replace(run.Output, "").Replace("\r", "", StringComparison.Ordinal).Split('\n')];
        lines = lines[Array.IndexOf(lines, "Timelines")..];
        lines.Where(line => line.Length > columns && !line.Contains(_folder.FullName, StringComparison.Ordinal)).ShouldBeEmpty();
        // A line that the layout had to break would begin without indent, where only names and headings stand.
        lines.Where(line => line.Length > 0 && line[0] != ' ').ShouldAllBe(line => LineStart().IsMatch(line));
        int at = Array.FindIndex(lines, line => line.StartsWith("run-001  ", StringComparison.Ordinal));
        int next = Array.FindIndex(lines, line => line.StartsWith("run-002  ", StringComparison.Ordinal));
        (next - at).ShouldBeLessThanOrEqualTo(columns < 80 ? 4 : 2, "an execution is a row and its path");
    }

    [Fact]
    public async Task An_output_that_is_full_is_told_in_a_line()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no /dev/full.");
        foreach (string arguments in (string[])["--executions 2", "--help"])
        {
            SampleProcess run = await SampleProcess.RunInShellAsync("\"$@\" > /dev/full", [.. arguments.Split(' '), "--output", _folder.FullName]);

            run.ExitCode.ShouldBe(1);
            run.Errors.Trim().ShouldMatch("^The report could not be written to the output: .*$", arguments);
        }
    }

    [Fact]
    public async Task A_folder_that_the_system_does_not_allow_is_told_in_a_line_before_anything_runs()
    {
        Assert.SkipUnless(Directory.Exists("/proc"), "This system has no /proc.");
        SampleProcess run = await SampleProcess.RunAsync("--output", "/proc/nope");

        run.ExitCode.ShouldBe(1);
        run.Errors.Trim().ShouldBe("The files could not be written to '/proc/nope': No folder can be made there. Name another folder with --output.");
        run.Output.ShouldBeEmpty();
    }

    /// <summary>Shells start background jobs so, and processes inherit it.</summary>
    private static void SkipWhereInterruptsAreIgnored()
    {
        const string status = "/proc/self/status";
        string? ignored = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) : null;
        bool isInterruptIgnored = ignored is not null && (Convert.ToUInt64(ignored["SigIgn:".Length..].Trim(), 16) & 2) != 0;
        Assert.SkipWhen(isInterruptIgnored, "The tests were started with SIGINT ignored, as background jobs are.");
    }

    private static void SkipWithoutTerminal() =>
        Assert.SkipUnless(File.Exists("/usr/bin/script") && OperatingSystem.IsLinux(), "A terminal is made with script of util-linux.");

    [GeneratedRegex("\u001b\\[[0-9;?]*[A-Za-z]")]
    private static partial Regex TerminalCode();

    [GeneratedRegex("^(Timelines|Executions|Execution  Status .*|Service map|Name .*|run-[0-9]{3} .*|TraceFunctions .*|test-function[123] .*|State machine .*|X-Ray traces: .*|Pictures .*)$")]
    private static partial Regex LineStart();
}
