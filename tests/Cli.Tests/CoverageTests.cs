using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using System.Xml.Linq;
using StateMachineGen.Build.Tests;

namespace StateMachineGen.Cli.Tests;

public sealed class CoverageTests : IDisposable
{
    private const string Definition = """
        {"StartAt":"Ship","States":{"Ship":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Catch":[{"ErrorEquals":["Busy"],"Next":"Later"}],"Next":"Done"},"Later":{"Type":"Fail"},"Done":{"Type":"Succeed"}}}
        """;

    private const string Good = """{"id":"good","definition":""" + Definition + ""","mocks":{"Ship":{"0":{"Return":1}}},"expect":{"status":"SUCCEEDED"}}""";
    private const string Busy = """{"id":"busy","definition":""" + Definition + ""","mocks":{"Ship":{"0":{"Throw":{"Error":"Busy"}}}},"expect":{"status":"FAILED"}}""";
    private const string State = """{"id":"state","definition":{"Type":"Pass","Next":"Next"},"args":{},"expect":{"nextState":"Next"}}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--coverage")]
    [InlineData("--coverage", "text")]
    public async Task The_report_follows_the_summary_on_the_error_output(params string[] options)
    {
        CliRun run = await RunAsync([Good], [.. options, "--format", "json"]);
        run.ExitCode.ShouldBe(0);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        run.Errors.ShouldBe("""
            1 case: 1 passed, 0 failed.
            State machine        States   Transitions     Catchers  Choice rules
            StateMachine   66.6 % (2/3)  50.0 % (1/2)  0.0 % (0/1)             -

            Not covered:
              StateMachine
                Ship -> Later (Catch 0: Busy)  never caught   <stdin>:1
                Later                          never entered  <stdin>:1

            """);
    }

    [Fact]
    public async Task Cases_with_one_definition_and_tests_of_single_states_are_counted()
    {
        string file = _folder["coverage.json"];
        CliRun run = await RunAsync([Good, Busy, Good.Replace("\"good\"", "\"again\"", StringComparison.Ordinal), State], ["--coverage-output", file]);
        run.Errors.ShouldBe("4 cases: 4 passed, 0 failed.\n");
        JsonElement[] machines = [.. JsonSerializer.Deserialize<JsonElement>(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .GetProperty("machines").EnumerateArray()];
        machines.Select(machine => machine.GetProperty("elements")[0].GetProperty("hits").GetInt32()).ShouldBe([3, 1]);
        machines.Select(machine => machine.GetProperty("elements")[0].GetProperty("line").GetInt32()).ShouldBe([1, 4]);
    }

    [Theory]
    [InlineData("coverage.xml")]
    [InlineData("coverage.txt", "--coverage", "cobertura")]
    public async Task Cobertura_tells_the_lines_of_the_cases(string name, params string[] options)
    {
        string file = _folder[name];
        CliRun run = await RunAsync([Good, Busy, State], ["--coverage-output", file, .. options]);
        run.ExitCode.ShouldBe(0);
        XElement[] classes = [.. XDocument.Load(file).Descendants("class")];
        classes.Select(each => each.Attribute("filename")!.Value).ShouldBe(["<stdin>", "<stdin>"]);
        classes.Select(each => each.Element("lines")!.Elements().Single().Attribute("number")!.Value).ShouldBe(["1", "3"]);
    }

    [Theory]
    [InlineData("66.6", 1)]
    [InlineData("50", 1)]
    [InlineData("0", 0)]
    [InlineData("states=66,transitions=50", 0)]
    [InlineData("states=67", 1)]
    [InlineData("catchers=1", 1)]
    public async Task Below_the_threshold_the_run_fails(string threshold, int exitCode)
    {
        CliRun run = await RunAsync([Good], ["--coverage-threshold", threshold]);
        run.ExitCode.ShouldBe(exitCode, run.Errors);
        run.Errors.StartsWith("1 case: 1 passed, 0 failed.\n", StringComparison.Ordinal).ShouldBeTrue();
        run.ErrorLines.Length.ShouldBe(exitCode == 0 ? 1 : run.ErrorLines.Length);
    }

    [Fact]
    public async Task What_is_missing_is_told_by_name_and_place()
    {
        CliRun run = await RunAsync([Good], ["--coverage-threshold", "states=100"]);
        run.Errors.ShouldBe("""
            1 case: 1 passed, 0 failed.
            coverage: error: The tests reach too little of the state machines.
            States: 66.6 % (2/3), and 100 % are required. Missing:
              StateMachine: Later, never entered (<stdin>:1)

            """);
    }

    [Theory]
    [InlineData("--coverage-threshold", "101")]
    [InlineData("--coverage-threshold", "-1")]
    [InlineData("--coverage-threshold", "much")]
    [InlineData("--coverage-threshold", "NaN")]
    [InlineData("--coverage-threshold", "loops=9")]
    [InlineData("--coverage-threshold", "states=100,")]
    [InlineData("--coverage", "html")]
    public async Task Options_that_make_no_sense_are_told(params string[] options)
    {
        CliRun run = await RunAsync([Good], options);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.Last().ShouldBe("See: stategen test --help");
    }

    [Fact]
    public async Task A_file_that_cannot_be_written_is_told()
    {
        Directory.CreateDirectory(_folder["taken"]);
        CliRun run = await RunAsync([Good], ["--coverage-output", _folder["taken"]]);
        run.ExitCode.ShouldBe(2);
        run.ErrorLines.Last().ShouldStartWith($"{_folder["taken"]}: error: This file cannot be written: ");
    }

    [Fact]
    public async Task A_case_that_fails_is_not_forgiven_for_its_coverage()
    {
        CliRun run = await RunAsync([Good.Replace("SUCCEEDED", "FAILED", StringComparison.Ordinal)], ["--coverage"]);
        run.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Reports_are_put_together()
    {
        string[] files = [_folder["good.json"], _folder["busy.json"]];
        await RunAsync([Good], ["--coverage-output", files[0]]);
        await RunAsync([Busy], ["--coverage-output", files[1]]);
        CliRun one = await CliRun.RunAsync("coverage", "merge", files[0], "--threshold", "100");
        one.ExitCode.ShouldBe(1);
        one.ErrorLines[0].ShouldBe("coverage: error: The tests reach too little of the state machines.");
        CliRun both = await CliRun.RunAsync(["coverage", "merge", .. files, "--threshold", "100"]);
        both.ExitCode.ShouldBe(0);
        both.Errors.ShouldBeEmpty();
        both.Output.ShouldBe("""
            State machine         States    Transitions       Catchers  Choice rules
            StateMachine   100.0 % (3/3)  100.0 % (2/2)  100.0 % (1/1)             -

            """);
        CliRun json = await CliRun.RunAsync(["coverage", "merge", .. files, "--format", "json"]);
        JsonSerializer.Deserialize<JsonElement>(json.Output).GetProperty("machines")[0].GetProperty("elements")[0].GetProperty("hits").GetInt32().ShouldBe(2);
        (await CliRun.RunWithInputAsync(json.Output, "coverage", "merge", "-")).Output.ShouldBe(both.Output);
    }

    [Fact]
    public async Task A_file_that_is_no_report_is_told()
    {
        File.WriteAllText(_folder["a.json"], "{}");
        CliRun run = await CliRun.RunAsync("coverage", "merge", _folder["a.json"], _folder["b.json"]);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.ShouldBe(
        [
            $"{_folder["a.json"]}: error: The text is no report of coverage: members are missing or have other types.",
            $"{_folder["b.json"]}: error: There is no such file. Check the path.",
        ]);
    }

    [Theory]
    [InlineData("stategen coverage", "coverage")]
    [InlineData("stategen coverage merge", "coverage", "merge")]
    [InlineData("stategen coverage merge", "coverage", "merge", "a.json", "--threshold", "x")]
    [InlineData("stategen coverage merge", "coverage", "merge", "-", "-")]
    public async Task Bad_arguments_are_told(string command, params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);
        run.ExitCode.ShouldBe(2);
        run.ErrorLines.Last().ShouldBe($"See: {command} --help");
    }

    private static Task<CliRun> RunAsync(string[] cases, string[] options) => CliRun.RunWithInputAsync(string.Join('\n', cases), ["test", "-", .. options]);
}
