using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Build.Tests;

namespace StateMachineGen.Cli.Tests;

public sealed class RunCommandTests : IDisposable
{
    private const string Order = """
        { "StartAt": "Wait", "States": {
          "Wait": { "Type": "Wait", "Seconds": 86400, "Next": "Ship it" },
          "Ship it": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [ { "ErrorEquals": [ "Busy" ] } ],
            "Catch": [ { "ErrorEquals": [ "Lost" ], "Next": "Sorry" } ], "End": true },
          "Sorry": { "Type": "Fail", "Error": "Sorry", "Cause": "It is lost." } } }
        """;

    private const string ConfigFile = """
        { "StateMachines": { "Any": { "TestCases": { "Happy": { "Ship it": "Shipped" } } } }, "MockedResponses": { "Shipped": { "0": { "Return": 7 } } } }
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_states_and_the_output_are_told()
    {
        CliRun run = await RunAsync("""{"Ship it":{"0-1":{"Throw":{"Error":"Busy"}},"2":{"Return":{"n":1}}}}""");
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        run.Output.ShouldBe(
            """
                   0 s  Wait     Wait         86400 s
               86400 s  Ship it  Task             3 s  3 attempts
            SUCCEEDED after 86403 s
            {"n":1}

            """);
    }

    [Fact]
    public async Task An_execution_that_fails_ends_with_1_and_its_cause()
    {
        CliRun run = await RunAsync("""{"Ship it":{"0":{"Throw":{"Error":"Lost","Cause":"at sea"}}}}""");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("Task             0 s  Lost (caught)\n");
        run.Output.ShouldEndWith("FAILED after 86400 s\nSorry: It is lost.\n");
    }

    [Fact]
    public async Task Json_holds_the_history_too()
    {
        CliRun run = await RunAsync("""{"Ship it":{"0":{"Return":[1]}}}""", "--format", "json");
        JsonElement report = JsonSerializer.Deserialize<JsonElement>(run.Output);
        report.EnumerateObject().Select(each => each.Name).ShouldBe(["machine", "status", "output", "error", "cause", "seconds", "states", "history"]);
        report.GetProperty("machine").GetString().ShouldBe("order");
        report.GetProperty("output").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("[1]");
        report.GetProperty("states").GetArrayLength().ShouldBe(2);
        report.GetProperty("history").GetProperty("events")[0].GetProperty("type").GetString().ShouldBe("ExecutionStarted");
    }

    [Fact]
    public async Task A_test_case_of_a_MockConfigFile_answers()
    {
        (await RunAsync(ConfigFile, "--case", "Happy")).Output.ShouldEndWith("\n7\n");
        CliRun run = await RunAsync(ConfigFile);
        (run.ExitCode, run.ErrorLines.Single()).ShouldBe((2, $"{_folder["mocks.json"]}: error: Choose a test case with --case: Happy"));
        (await RunAsync(ConfigFile, "--case", "Sad")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_folder_stands_for_S3()
    {
        _folder.Write("items.asl.json", """
            { "StartAt": "M", "States": { "M": { "Type": "Map", "End": true,
              "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "JSON" }, "Parameters": { "Bucket": "b", "Key": "in/items.json" } },
              "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" }, "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } } } } }
            """);
        _folder.Write("s3/b/in/items.json", "[1,2]");
        CliRun run = await CliRun.RunAsync("run", _folder["items.asl.json"], "--s3", _folder["s3"]);
        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldEndWith("\n[1,2]\n");
        run = await CliRun.RunAsync("run", _folder["items.asl.json"], "--s3", _folder["nowhere"]);
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain($"There is no folder '{_folder["nowhere"]}' to stand for S3 (--s3).");
    }

    [Fact]
    public async Task A_machine_of_an_assembly_is_run_by_its_name_and_type()
    {
        string assembly = TestAssembly.Compile(
            _folder,
            TestAssembly.Machine("First", "Orders", """{"StartAt":"A","States":{"A":{"Type":"Pass","Parameters":{"id.$":"$$.Execution.Id"},"End":true}}}""")
            + TestAssembly.Machine("Second", "Returns", """{"StartAt":"B","States":{"B":{"Type":"Succeed"}}}"""));
        CliRun run = await CliRun.RunAsync("run", assembly);
        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Errors.ShouldContain("Choose one with --machine: Orders, Returns");
        run = await CliRun.RunAsync("run", assembly, "--machine", "Orders");
        (run.ExitCode, run.Errors).ShouldBe((0, ""));
        run.Output.ShouldContain(":execution:Orders:");
    }

    [Fact]
    public async Task What_cannot_be_run_is_told()
    {
        CliRun run = await CliRun.RunAsync("run", Write("bad.json", """{"StartAt":"A","States":{"A":{"Type":"Pass"}}}"""));
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("SMG2005");
        string order = Write("order.asl.json", Order);
        (await CliRun.RunAsync("run", _folder["missing.json"])).ExitCode.ShouldBe(2);
        (await CliRun.RunAsync("run", order, "--input", _folder["missing.json"])).ExitCode.ShouldBe(2);
        (await CliRun.RunAsync("run", order, "--input", Write("input.json", "{"))).ExitCode.ShouldBe(2);
        (await CliRun.RunAsync("run", order, "--mocks", Write("mocks.json", "{"))).ExitCode.ShouldBe(2);
        (await CliRun.RunAsync("run", order, "--mocks", Write("mocks.json", """{"Wait":{"0":{"Return":1}}}"""))).ExitCode.ShouldBe(2);
    }

    [Theory]
    [InlineData("--input", "{\n \"a\": nul}", ":2:7: error: A JSON value was expected, not 'n'.")]
    [InlineData("--input", "", ":1:1: error: The text is empty, a JSON value was expected.")]
    [InlineData("--mocks", "{", ":1:2: error: ")]
    [InlineData("--mocks", "[]", ": error: ")]
    [InlineData("--mocks", "{\"A\":7}", ": error: ")]
    public async Task Files_that_are_none_are_told_with_their_place(string option, string text, string error)
    {
        _folder.Write("given.json", text);
        string file = _folder["given.json"];
        CliRun run = await CliRun.RunWithInputAsync("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "run", "-", option, file);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors.ShouldStartWith(file + error);
    }

    [Theory]
    [InlineData("STANDARD")]
    [InlineData("Express")]
    [InlineData("eXPRESS")]
    public async Task The_type_may_be_written_in_any_case(string type)
    {
        const string machine = """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""";
        (await CliRun.RunWithInputAsync(machine, "run", "-", "--type", type)).ExitCode.ShouldBe(0);
        (await CliRun.RunWithInputAsync(machine, "validate", "-", "--type", type)).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "-", "--input", "-")]
    [InlineData("run", "a.json", "--case", "Happy")]
    [InlineData("run", "a.json", "--type", "FAST")]
    [InlineData("run", "a.json", "--fast")]
    public async Task Bad_arguments_are_told(params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.Last().ShouldBe("See: stategen run --help");
    }

    [Fact]
    public async Task A_report_is_written_and_its_path_told_however_the_execution_ends()
    {
        string report = _folder["out/report.html"];
        CliRun run = await RunAsync("""{"Ship it":{"0":{"Throw":{"Error":"Lost"}}}}""", "--report", report);
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldBe($"Report: {report}\n");
        string page = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        page.ShouldContain("Ship it");
        page.ShouldContain("data-status=\"Failed\"");
        (await RunAsync("""{"Ship it":{"0":{"Return":1}}}""", "--report", Path.Combine(report, "no folder"))).ExitCode.ShouldBe(2);
    }

    private Task<CliRun> RunAsync(string mocks, params string[] more) =>
        CliRun.RunAsync(["run", Write("order.asl.json", Order), "--mocks", Write("mocks.json", mocks), .. more]);

    private string Write(string name, string text)
    {
        string file = _folder[name];
        File.WriteAllText(file, text);
        return file;
    }
}
