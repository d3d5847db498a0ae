using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using StateMachineGen.Runtime.Tests.Tracing;

namespace StateMachineGen.Samples.Tests;

public sealed partial class TraceFunctionsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_build_writes_the_definition_of_the_tutorial()
    {
        const string tutorial =
            """
            {
              "StartAt": "CallTestFunction1",
              "States": {
                "CallTestFunction1": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:test-function1",
                  "Catch": [ { "ErrorEquals": [ "States.TaskFailed" ], "Next": "AfterTaskFailed" } ],
                  "Next": "CallTestFunction2"
                },
                "CallTestFunction2": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:test-function2",
                  "Catch": [ { "ErrorEquals": [ "States.TaskFailed" ], "Next": "AfterTaskFailed" } ],
                  "Next": "CallTestFunction3"
                },
                "CallTestFunction3": {
                  "Type": "Task",
                  "Resource": "arn:aws:lambda:us-east-1:123456789012:function:test-function3",
                  "TimeoutSeconds": 5,
                  "Catch": [
                    { "ErrorEquals": [ "States.Timeout" ], "Next": "AfterTimeout" },
                    { "ErrorEquals": [ "States.TaskFailed" ], "Next": "AfterTaskFailed" }
                  ],
                  "Next": "Succeed"
                },
                "Succeed": { "Type": "Succeed" },
                "AfterTimeout": { "Type": "Fail" },
                "AfterTaskFailed": { "Type": "Fail" }
              }
            }
            """;
        using JsonDocument emitted = JsonDocument.Parse(File.ReadAllText(Path.Combine(SampleProcess.Folder, "asl", "TraceFunctions.asl.json")));
        using JsonDocument expected = JsonDocument.Parse(tutorial);

        JsonNode.DeepEquals(JsonNode.Parse(emitted.RootElement.GetRawText()), JsonNode.Parse(tutorial)).ShouldBeTrue(emitted.RootElement.GetRawText());
        Names(emitted.RootElement.GetProperty("States")).ShouldBe(Names(expected.RootElement.GetProperty("States")), "the order is that of the source");

        static string[] Names(JsonElement states) => [.. states.EnumerateObject().Select(s => s.Name)];
    }

    [Fact]
    public async Task Without_arguments_both_Fail_states_and_Succeed_are_reached_within_ten_seconds()
    {
        long start = Stopwatch.GetTimestamp();
        SampleProcess run = await SampleProcess.RunAsync("--output", _folder.FullName);
        TimeSpan duration = Stopwatch.GetElapsedTime(start);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Errors.ShouldBeEmpty();
        run.Output.ShouldContain("AfterTimeout");
        run.Output.ShouldContain("AfterTaskFailed");
        run.Output.ShouldContain("SUCCEEDED");
        Headings().Count(run.Output).ShouldBe(20, "one timeline for each execution");
        run.Output.ShouldNotContain("\u001b", Case.Sensitive, "a pipe gets no terminal codes");
        run.Output.Split('\n').Where(line => !line.Contains(_folder.FullName, StringComparison.Ordinal)).Max(line => line.Length).ShouldBeLessThanOrEqualTo(80);
        duration.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_report_and_another_seed_another()
    {
        SampleProcess first = await SampleProcess.RunAsync("--seed", "42", "--executions", "10", "--output", _folder.FullName);
        SampleProcess second = await SampleProcess.RunAsync("--seed", "42", "--executions", "10", "--output", _folder.FullName);
        SampleProcess other = await SampleProcess.RunAsync("--seed", "43", "--executions", "10", "--output", _folder.FullName);

        first.ExitCode.ShouldBe(0, first.Errors);
        second.Output.ShouldBe(first.Output);
        other.Output.ShouldNotBe(first.Output);
    }

    [Fact]
    public async Task The_trace_file_keeps_the_rules_of_X_Ray_and_has_a_trace_for_each_execution()
    {
        SampleProcess run = await SampleProcess.RunAsync("--executions", "12", "--output", _folder.FullName);

        string path = Path.Combine(_folder.FullName, "traces", "TraceFunctions.xray.json");
        run.Output.ShouldContain(path);
        run.Output.ShouldContain(Path.Combine(_folder.FullName, "asl", "TraceFunctions.asl.json"));
        XRayValidator.ValidateFile(path).ShouldBeEmpty();
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(path));
        JsonElement traces = file.RootElement.GetProperty("Traces");
        traces.GetArrayLength().ShouldBe(12);
        foreach (JsonElement trace in traces.EnumerateArray())
        {
            string[] origins = [.. trace.GetProperty("Segments").EnumerateArray()
                .Select(s => JsonNode.Parse(s.GetProperty("Document").GetString()!)!["origin"]!.GetValue<string>())];
            origins[0].ShouldBe("AWS::StepFunctions::StateMachine");
            origins.Count(o => o == "AWS::Lambda").ShouldBe(origins.Count(o => o == "AWS::Lambda::Function"));
            origins.Length.ShouldBeInRange(3, 7);
        }
    }

    [Theory]
    [InlineData(false, "fault", "Fault")]
    [InlineData(true, "error", "Error")]
    public async Task The_report_tells_the_story_of_the_tutorial(bool hasParity, string style, string word)
    {
        SampleProcess run = await SampleProcess.RunAsync(["--output", _folder.FullName, .. hasParity ? (string[])["--lambda-parity"] : [], "--report"]);

        string path = Path.Combine(_folder.FullName, "report.html");
        run.Output.ShouldEndWith($"Report to look at:   {path}\n");
        string page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        page.ShouldContain("20 executions");
        int[] calls = [.. Enumerable.Range(1, 3).Select(number => Regex.Count(page, $"class=\"row block\"[^>]*data-node=\"test-function{number}\\|AWS::Lambda::Function\""))];
        calls[0].ShouldBe(20);
        calls[0].ShouldBeGreaterThan(calls[1]);
        calls[1].ShouldBeGreaterThan(calls[2]);
        page.ShouldMatch($"class=\"row {style}\"[^\n]*<bdi>Invocation</bdi>[^\n]* {word}<[^\n]*>SomethingWentWrong");
        page.ShouldContain("\"type\":\"SomethingWentWrong\"", Case.Sensitive, "the exception is told");
    }

    [Fact]
    public async Task The_service_map_counts_every_call_and_Lambda_parity_turns_faults_into_errors()
    {
        SampleProcess plain = await SampleProcess.RunAsync("--output", _folder.FullName);
        string plainFile = await ReadTracesAsync();
        SampleProcess parity = await SampleProcess.RunAsync("--lambda-parity", "--output", _folder.FullName);
        string parityFile = await ReadTracesAsync();

        int[] fault = Row(plain.Output, "test-function1", "AWS::Lambda::Function");
        fault.Sum().ShouldBe(20, "every execution calls the first function once");
        fault[1].ShouldBe(0);
        fault[3].ShouldBeGreaterThan(0);
        Row(parity.Output, "test-function1", "AWS::Lambda::Function").ShouldBe([fault[0], fault[3], 0, 0]);
        Row(parity.Output, "test-function1", "AWS::Lambda").ShouldBe([fault[0], fault[3], 0, 0]);
        Row(parity.Output, "TraceFunctions", "AWS::StepFunctions::StateMachine").ShouldBe(
            Row(plain.Output, "TraceFunctions", "AWS::StepFunctions::StateMachine"), "an execution that failed is a fault either way");
        Row(plain.Output, "test-function2", "AWS::Lambda::Function").Sum().ShouldBe(fault[0], "the second is called where the first succeeded");
        Count(plainFile, "test-function1", "error").ShouldBe(0);
        Count(plainFile, "test-function1", "fault").ShouldBe(2 * fault[3], "both segments of each run that failed are red");
        Count(parityFile, "test-function1", "error").ShouldBe(2 * fault[3], "they are yellow");
        Count(parityFile, "test-function1", "fault").ShouldBe(0);

        Task<string> ReadTracesAsync() =>
            File.ReadAllTextAsync(Path.Combine(_folder.FullName, "traces", "TraceFunctions.xray.json"), TestContext.Current.CancellationToken);

        static int Count(string file, string function, string flag) => JsonNode.Parse(file)!["Traces"]!.AsArray()
            .SelectMany(trace => trace!["Segments"]!.AsArray())
            .Select(segment => JsonNode.Parse(segment!["Document"]!.GetValue<string>())!)
            .Count(document => document["name"]!.GetValue<string>() == function && document[flag] is not null);

        static int[] Row(string output, string name, string type) =>
        [
            .. output.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Single(row => row is [var n, var t, ..] && n == name && t == type)[2..]
                .Select(int.Parse),
        ];
    }

    [Theory]
    [InlineData("--seed", "many")]
    [InlineData("--executions", "0")]
    [InlineData("--executions", "-1")]
    [InlineData("--executions", "1001")]
    [InlineData("--executions", "1.5")]
    [InlineData("--executions")]
    [InlineData("--unknown")]
    [InlineData("stray")]
    public async Task Bad_arguments_are_a_usage_error(params string[] arguments)
    {
        SampleProcess run = await SampleProcess.RunAsync(arguments);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("Usage:");
        run.Errors.ShouldContain(arguments[^1], Case.Sensitive, "it says what is wrong");
        run.Errors.ShouldNotContain("   at ");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_output_folder_that_is_a_file_is_a_usage_error()
    {
        string file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        SampleProcess run = await SampleProcess.RunAsync("--output", file);

        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("is a file");
    }

    [Fact]
    public async Task An_output_folder_that_cannot_be_made_is_told_without_a_stack_trace()
    {
        string file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        SampleProcess run = await SampleProcess.RunAsync("--output", Path.Combine(file, "below"));

        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain("could not be written");
        run.Errors.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Help_tells_all_options()
    {
        SampleProcess run = await SampleProcess.RunAsync("--help");

        run.ExitCode.ShouldBe(0);
        foreach (string option in (string[])["--seed", "--executions", "--real-time", "--lambda-parity", "--output"])
        {
            run.Output.ShouldContain(option);
        }
    }

    [Fact]
    public async Task With_real_time_the_functions_really_sleep()
    {
        // Seed 3's only execution fails in its first call, at once: the option is tried without waiting.
        SampleProcess run = await SampleProcess.RunAsync("--real-time", "--executions", "1", "--seed", "3", "--output", _folder.FullName);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain("run-001");
    }

    [GeneratedRegex("^run-[0-9]{3} (SUCCEEDED|FAILED) after ", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
