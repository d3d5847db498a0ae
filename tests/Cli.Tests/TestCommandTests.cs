using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using StateMachineGen.Build.Tests;

namespace StateMachineGen.Cli.Tests;

public sealed class TestCommandTests : IDisposable
{
    private const string Call = """
        "definition":{"StartAt":"Ship","States":{"Ship":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","TimeoutSeconds":60,
        "Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":5}],"End":true}}}
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_case_passes_when_it_ends_as_expected()
    {
        CliRun run = await RunAsync(
            Case("good", """ "mocks":{"Ship":{"0-1":{"Throw":{"Error":"Busy","Cause":"try later"}},"2":{"Return":{"n":1}}}}""", """{"status":"SUCCEEDED","output":{"n":1.0}}"""),
            Case("slow", """ "mocks":{"Ship":{"0":{"NoAnswer":true}}}""", """{"status":"FAILED","error":"States.Timeout"}"""));
        run.ExitCode.ShouldBe(0, run.Output);
        run.Errors.ShouldBe("2 cases: 2 passed, 0 failed.\n");
        JsonElement good = Results(run)[0];
        good.EnumerateObject().Select(each => each.Name).ShouldBe(["id", "pass", "status", "output", "error", "cause", "events", "message"]);
        good.GetProperty("output").GetRawText().ShouldBe("""{"n":1}""");
        good.GetProperty("events").EnumerateArray().Count(each => each.GetString() == "TaskFailed").ShouldBe(2);
        Results(run)[1].GetProperty("error").GetString().ShouldBe("States.Timeout");
    }

    [Fact]
    public async Task A_report_shows_the_executions_of_failed_cases_first()
    {
        string report = _folder["report.html"];
        string cases = Write(
            Case("good", """ "mocks":{"Ship":{"0":{"Return":1}}}""", """{"status":"SUCCEEDED"}"""),
            Case("bad", """ "mocks":{"Ship":{"0":{"Return":2}}}""", """{"status":"FAILED"}"""));
        CliRun run = await CliRun.RunAsync("test", cases, "--report", report);
        run.ExitCode.ShouldBe(1);
        run.Errors.ShouldContain($"Report: {report}\n");
        string page = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        page.IndexOf(">bad<", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf(">good<", StringComparison.Ordinal));
        page.ShouldContain("status SUCCEEDED, not FAILED");
    }

    [Fact]
    public async Task A_report_tells_of_failed_cases_that_have_no_execution()
    {
        string report = _folder["report.html"];
        string cases = Write(
            OneLine("""{"id":"refused","definition":{"StartAt":"A","States":{}},"expect":{"status":"SUCCEEDED"}}"""),
            OneLine("""{"id":"one state","definition":{"Type":"Pass","End":true},"args":{"input":"{}"},"expect":{"output":{"k":2}}}"""));
        (await CliRun.RunAsync("test", cases, "--report", report)).ExitCode.ShouldBe(1);
        string page = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        page.ShouldMatch("(?s)Test failed <bdi>refused</bdi></b><pre>[^<]*AWS would refuse");
        page.ShouldMatch("(?s)Test failed <bdi>one state</bdi></b><pre>[^<]*output");
        page.ShouldContain("No span was collected.", Shouldly.Case.Sensitive, "a state alone leaves no trace");
    }

    [Theory]
    [InlineData("""{"status":"FAILED"}""", "status SUCCEEDED, not FAILED")]
    [InlineData("""{"output":{"n":2}}""", """output {"n":1}, not {"n":2}""")]
    [InlineData("""{"output":{"n":1,"m":1}}""", """output {"n":1}, not {"n":1,"m":1}""")]
    [InlineData("""{"error":"E"}""", "error none, not E")]
    [InlineData("""{"cause":{"a":1}}""", """cause none, not {"a":1}""")]
    public async Task What_differs_is_told(string expect, string difference)
    {
        CliRun run = await RunAsync(Case("c", """ "mocks":{"Ship":{"0":{"Return":{"n":1}}}}""", expect));
        run.ExitCode.ShouldBe(1);
        Results(run).Single().GetProperty("message").GetString().ShouldBe(difference);
    }

    [Theory]
    [InlineData("""["TaskStateEntered"]""", false)]
    [InlineData("""["ExecutionStarted","TaskStateEntered","TaskScheduled","TaskStarted","TaskSucceeded","TaskStateExited","ExecutionSucceeded"]""", true)]
    public async Task Events_are_compared_where_their_order_is_exact(string events, bool passes)
    {
        string line = Case("c", """ "events_order":"exact","mocks":{"Ship":{"0":{"Return":1}}}""", $$"""{"events":{{events}}}""");
        (await RunAsync(line)).ExitCode.ShouldBe(passes ? 0 : 1);
        (await RunAsync(line.Replace("exact", "any", StringComparison.Ordinal))).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"id":5,"type":"PassStateEntered"},"PassStateExited","PassStateEntered","PassStateExited","ParallelStateSucceeded" """, false)]
    [InlineData(""" "PassStateEntered","PassStateEntered","PassStateExited","PassStateExited","ParallelStateSucceeded" """, true)]
    [InlineData(""" "PassStateEntered","PassStateEntered","PassStateExited",{"id":[0],"type":"PassStateExited"} """, true)]
    [InlineData(""" "PassStateEntered","PassStateEntered","PassStateExited" """, false)]
    [InlineData(""" "PassStateEntered","PassStateEntered","PassStateExited","PassStateExited","PassStateExited" """, false)]
    [InlineData("""{"id":4,"type":"PassStateEntered"},"PassStateEntered","PassStateExited","PassStateExited" """, true)]
    [InlineData("""{"id":99,"type":"PassStateEntered"},"PassStateEntered","PassStateExited","PassStateExited" """, false)]
    public async Task The_order_of_events_in_branches_does_not_count_where_they_are_sorted(string branches, bool passes)
    {
        const string parallel = """
            {"Type":"Parallel","End":true,"Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}]}
            """;
        CliRun run = await RunAsync(OneLine($$"""
            {"id":"c","definition":{"StartAt":"P","States":{"P":{{parallel}} } },"events_order":"parallel-sorted",
            "expect":{"events":[{"id":1,"type":"ExecutionStarted"},{"id":2,"type":"ParallelStateEntered"},{"id":3,"type":"ParallelStateStarted"},{{branches}},
            {"id":9,"type":"ParallelStateExited"},{"id":10,"type":"ExecutionSucceeded"}]} }
            """));
        run.ExitCode.ShouldBe(passes ? 0 : 1, run.Output);
    }

    [Theory]
    [InlineData("""{"a":"<id:1>","b":"job <id:1> of <id:2>"}""", """{"a":"x1","b":"job x1 of y"}""", true)]
    [InlineData("""{"a":"<id:1>","b":"job <id:1> of <id:2>"}""", """{"a":"x1","b":"job x2 of y"}""", false)]
    [InlineData("""{"a":"at date","b":"date"}""", """{"a":"at 2026-01-01T00:00:00Z","b":17}""", true)]
    [InlineData("""{"a":"updated"}""", """{"a":"outdated"}""", false)]
    [InlineData("""{"a":"secret-word!"}""", """{"a":"xyz!"}""", true)]
    [InlineData("""{"a":"<b"}""", """{"a":"<c"}""", false)]
    public async Task Tokens_stand_for_texts_that_differ_from_run_to_run(string expected, string actual, bool passes)
    {
        CliRun run = await RunAsync(Case("c", """ "wildcard_tokens":["secret-word"],"mocks":{"Ship":{"0":{"Return":""" + actual + "}}}", $$"""{"output":{{expected}}}"""));
        run.ExitCode.ShouldBe(passes ? 0 : 1, run.Output);
    }

    [Fact]
    public async Task Recorded_calls_are_matched_by_their_parameters_and_then_in_order()
    {
        const string machine = """
            "definition":{"StartAt":"All","States":{"All":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"Ship","States":{
            "Ship":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}}}}}},"input":["a","b","a"]
            """;
        const string mocks = """
            "mocks":[{"state":"Ship","parameters":"b","event":"TaskSucceeded","output":1},{"state":"Ship","parameters":"a","event":"TaskSucceeded","output":2},
            {"state":"Ship","parameters":"a","event":"TaskSucceeded","output":3}]
            """;
        CliRun run = await RunAsync(OneLine($$"""{"id":"c",{{machine}},{{mocks}},"expect":{"output":[2,1,3]} }"""));
        run.ExitCode.ShouldBe(0, run.Output);
    }

    [Theory]
    [InlineData("""{"state":"Ship","parameters":{"n":1},"event":"TaskSucceeded"}""", null)]
    [InlineData("""{"state":"Ship","event":"TaskSucceeded"}""", null)]
    [InlineData("""{"state":"Ship","parameters":{"n":2},"event":"TaskSucceeded"}""", """a call with {"n":1}, not of Ship with {"n":2}""")]
    [InlineData(
        """{"state":"Ship","parameters":{"n":1},"event":"TaskSucceeded"},{"state":"Ship","parameters":{"n":2},"event":"TaskSucceeded"}""",
        """no call of Ship with {"n":2}""")]
    [InlineData("""{"state":"Ship","parameters":{"n":1},"event":"TaskFailed","error":"Busy"}""", """one call more than AWS made of Ship, with {"n":1}""")]
    public async Task Recorded_calls_must_be_those_that_are_made(string calls, string? difference)
    {
        CliRun run = await RunAsync(Case("c", $$""" "input":{"n":1},"mocks":[{{calls}}]""", "{}"));
        run.ExitCode.ShouldBe(difference is null ? 0 : 1);
        Results(run).Single().GetProperty("message").GetString().ShouldBe(difference);
    }

    [Theory]
    [InlineData("nonsense", "line 1")]
    [InlineData("[]", "line 1")]
    [InlineData("""{"id":"c"}""", "c")]
    [InlineData("""{"id":"c","expect":{}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":7}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Pass"}}}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"type":"FAST"}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"mocks":{"A":{"0":{"Return":1}}}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"mocks":{"A":{"1":{"Return":1}}}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"mocks":[7]}""", "c")]
    [InlineData("""{"id":7}""", "line 1")]
    [InlineData("""{"id":"\ud800"}""", "line 1")]
    [InlineData("""{"id":"c","expect":[]}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":null}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":[]}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":"{"}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"type":7}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"mocks":"A"}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"s3_objects":{}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"s3_objects":[7]}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"s3_objects":[{"Bucket":"b","Key":"k"}]}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"s3_objects":[{"Bucket":"","Key":"k","Body":""}]}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"s3_objects":[{"Bucket":"b","Key":1,"Body":""}]}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"wildcard_tokens":[""]}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"wildcard_tokens":"date"}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}},"events_order":"sorted"}""", "c")]
    [InlineData("""{"id":"c","expect":{"events":7},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}}""", "c")]
    [InlineData("""{"id":"c","expect":{"events":[7]},"events_order":"exact","definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}}""", "c")]
    [InlineData("""{"id":"c","expect":{"output":"\uDC00"},"definition":{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"Type":"Succeed"},"args":[]}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"Type":"Succeed"},"args":{"mock":"m"}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"Type":"Succeed"},"args":{"mock":{"errorOutput":[]}}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"Type":"Succeed"},"args":{"stateConfiguration":[]}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"Type":"Succeed"},"args":{"stateConfiguration":{"retrierRetryCount":-1}}}""", "c")]
    [InlineData("""{"id":"c","expect":{},"definition":{"Type":"Succeed"},"args":{"input":"{"}}""", "c")]
    public async Task A_broken_case_is_a_failed_case(string line, string id)
    {
        CliRun run = await RunAsync(line, Case("good", """ "mocks":{"Ship":{"0":{"Return":1}}}""", "{}"));
        run.ExitCode.ShouldBe(1);
        JsonElement broken = Results(run)[0];
        broken.GetProperty("id").GetString().ShouldBe(id);
        broken.GetProperty("message").GetString()!.ShouldStartWith("<stdin>:1: ");
        broken.GetProperty("message").GetString()!.ShouldNotContain("This should not have happened");
        Results(run)[1].GetProperty("pass").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("""{"input":"{\"a\":1}","inspectionLevel":"DEBUG"}""", """{"Type":"Succeed"}""", """{"status":"SUCCEEDED","inspectionData":{"input":{"a":1},"afterInputPath":{"a":1}}}""")]
    [InlineData("""{"input":"[1]","inspectionLevel":"TRACE"}""", """{"Type":"Succeed"}""", """{"output":"[1]","inspectionData":{"input":"[1]","afterInputPath":"[1]"}}""")]
    [InlineData(
        """{"stateName":"B"}""",
        """{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}}""",
        """{"nextState":"C","output":{}}""")]
    [InlineData("""{}""", """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}""", """{"exception":{"Error":{"Code":"ValidationException","Message":"RoleArn must be specified when testing a Task state"}}}""")]
    [InlineData(
        """{"mock":{"result":"{"}}""",
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","End":true}""",
        """{"exception":"An error occurred (ValidationException) when calling the TestState operation: Mocked result must be valid JSON"}""")]
    [InlineData(
        """{"mock":{"errorOutput":{"error":"E","cause":"why"}},"stateConfiguration":{"retrierRetryCount":1}}""",
        """{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Retry":[{"ErrorEquals":["E"]}],"End":true}""",
        """{"status":"RETRIABLE","error":"E","cause":"why"}""")]
    public async Task A_single_state_is_tested_with_the_arguments_of_TestState(string args, string definition, string expect)
    {
        CliRun run = await RunAsync($$"""{"id":"c","definition":{{definition}},"args":{{args}},"expect":{{expect}} }""");
        run.ExitCode.ShouldBe(0, run.Output);
        run = await RunAsync($$"""{"id":"c","definition":{{definition}},"args":{{args}},"expect":{"status":"ABORTED"} }""");
        run.ExitCode.ShouldBe(1);
        Results(run).Single().EnumerateObject().Select(each => each.Name)
            .ShouldBe(["id", "pass", "status", "output", "error", "cause", "events", "nextState", "inspectionData", "exception", "message"]);
    }

    [Fact]
    public async Task Text_tells_each_case_and_what_differs()
    {
        string file = Write(Case("good", """ "mocks":{"Ship":{"0":{"Return":1}}}""", "{}"), Case("bad", """ "mocks":{"Ship":{"0":{"Return":1}}}""", """{"output":2}"""));
        CliRun run = await CliRun.RunAsync("test", file);
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe("passed  good\nFAILED  bad\n        output 1, not 2\n");
        run.Errors.ShouldBe("2 cases: 1 passed, 1 failed.\n");
    }

    [Fact]
    public async Task Files_that_cannot_be_read_are_told_and_the_others_are_run()
    {
        CliRun run = await CliRun.RunAsync("test", _folder["missing.jsonl"], Write(Case("good", """ "mocks":{"Ship":{"0":{"Return":1}}}""", "{}")));
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBe("passed  good\n");
        run.ErrorLines[0].ShouldBe($"{_folder["missing.jsonl"]}: error: There is no such file. Check the path.");
    }

    [Fact]
    public async Task Lines_may_end_as_they_do_anywhere_and_begin_with_a_mark()
    {
        string line = Case("c", """ "mocks":{"Ship":{"0":{"Return":1}}}""", """{"output":1}""");
        CliRun run = await CliRun.RunWithInputAsync($"\uFEFF\r\n{line}\r\n\r\n", "test", "-");
        run.ShouldBe(new CliRun(0, "passed  c\n", "1 case: 1 passed, 0 failed.\n"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n \n")]
    public async Task A_file_without_cases_does_not_pass(string text)
    {
        CliRun run = await CliRun.RunWithInputAsync(text, "test", "-");
        run.ExitCode.ShouldBe(2);
        run.ErrorLines[0].ShouldBe("<stdin>: error: There is no case in this file. Write one in each line, as 'stategen test --help' shows.");
    }

    [Fact]
    public async Task What_is_no_text_is_told_with_its_place()
    {
        CliRun run = await CliRun.RunAsync(new MemoryStream([.. "\n{\"id\":\""u8, 0xFF, .. "\"}"u8]), ["test", "-"]);
        run.ExitCode.ShouldBe(2);
        run.ErrorLines[0].ShouldBe("<stdin>:2:8: error: The byte 0xFF at offset 8 is not UTF-8. Save the file as UTF-8.");
    }

    [Fact]
    public async Task What_is_hardly_meant_is_warned_of()
    {
        string line = Case("c", """ "mocks":{"Ship":{"0":{"Return":1}}}""", """{"ouptut":2}""");
        CliRun run = await RunAsync(line, line);
        run.ExitCode.ShouldBe(0);
        run.ErrorLines.ShouldBe([
            "<stdin>:1:1: warning: \"ouptut\" in \"expect\" is not compared: there is no such member.",
            "<stdin>:2:1: warning: \"ouptut\" in \"expect\" is not compared: there is no such member.",
            "<stdin>:2:1: warning: The id 'c' is that of line 1 too, so the results cannot be told apart.",
            "2 cases: 2 passed, 0 failed."]);
    }

    [Theory]
    [InlineData("test")]
    [InlineData("test", "-", "-")]
    [InlineData("test", "a.jsonl", "--format", "xml")]
    [InlineData("test", "a.jsonl", "--fast")]
    public async Task Bad_arguments_are_told(params string[] arguments)
    {
        CliRun run = await CliRun.RunAsync(arguments);
        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.ErrorLines.Last().ShouldBe("See: stategen test --help");
    }

    private static string Case(string id, string members, string expect) => OneLine($$"""{"id":"{{id}}",{{Call}},{{members}},"expect":{{expect}}}""");

    private static string OneLine(string json) => json.ReplaceLineEndings(" ");

    private static Task<CliRun> RunAsync(params string[] lines) => CliRun.RunWithInputAsync(string.Join('\n', lines), "test", "-", "--format", "json");

    private static JsonElement[] Results(CliRun run) =>
        [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private string Write(params string[] lines)
    {
        string file = _folder["cases.jsonl"];
        File.WriteAllLines(file, lines);
        return file;
    }
}
