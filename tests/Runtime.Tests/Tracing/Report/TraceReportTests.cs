using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Harness;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing.Report;

[Collection(ListeningTests.Name)]
public sealed partial class TraceReportTests : IDisposable
{
    private readonly TraceReport _report = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-");

    public void Dispose()
    {
        _report.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_page_of_a_small_execution_is_this()
    {
        await ReportScene.RunAsync(
            _report,
            """{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:greet","End":true}}}""",
            """{"name":"Ada"}""",
            options => options.Mock("Call", Reply.ReturnJson("""{"text":"Hello"}""")),
            "run-1",
            "Greeting");

        Snapshot.Match(Stable(_report.ToHtml()), "report.html");
    }

    [Fact]
    public void A_report_of_nothing_says_so()
    {
        string html = _report.ToHtml();
        html.ShouldContain("No execution has this report in its options.");
        html.ShouldContain("No span was collected.");
    }

    [Fact]
    public async Task Nothing_of_the_data_is_markup()
    {
        await ReportScene.RunAsync(
            _report,
            JsonSerializer.Serialize(new
            {
                StartAt = ReportScene.HostileName,
                States = new System.Collections.Generic.Dictionary<string, object> { [ReportScene.HostileName] = new { Type = "Pass", End = true } },
            }),
            JsonSerializer.Serialize("<!--<script>\u2028\u2029\u202e\0\u0001\ud800 & 'quotes' \ud83d\ude00"));
        string html = _report.ToHtml();

        html.ShouldNotContain("<img", Case.Insensitive);
        html.ShouldNotContain("<!--");
        Scripts().Count(html).ShouldBe(5, "the script, and the data of the report, of the visits and events of the execution, and of the trace");
        html.ShouldContain("&lt;/script&gt;&lt;img onerror=alert(1)&gt;");
    }

    [Fact]
    public void The_policy_lets_the_one_script_run_and_nothing_be_loaded()
    {
        string html = _report.ToHtml();
        html.ShouldContain("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; script-src &#39;sha256-");
        html.ShouldNotContain("http://www.w3.org/1999/xlink");
        System.Text.Encoding.UTF8.GetByteCount(PageResources.Script).ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task A_file_is_replaced_as_a_whole_and_its_folder_made()
    {
        string path = Path.Combine(_folder.FullName, "out", "report.html");
        using var report = new TraceReport(path);
        report.Write();
        await ReportScene.RunOrdersAsync(report);
        report.Write();

        (await File.ReadAllTextAsync(path)).ShouldContain("order-2");
        Directory.GetFiles(Path.GetDirectoryName(path)!).ShouldBe([path]);
    }

    [Fact]
    public void Without_a_path_the_file_must_be_named() => Should.Throw<InvalidOperationException>(_report.Write);

    [Fact]
    public async Task An_expectation_that_does_not_hold_writes_the_report_and_tells_where()
    {
        string path = Path.Combine(_folder.FullName, "report.html");
        using var report = new TraceReport(path);
        ExecutionResult<JsonElement> result = await ReportScene.RunAsync(
            report, """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "{}", name: "as-tested");

        ExpectationException failure = Should.Throw<ExpectationException>(() => result.Expect().Failed());
        failure.Message.ShouldEndWith($"The report: {path}\n");
        string html = await File.ReadAllTextAsync(path);
        html.ShouldContain("Test failed");
        html.ShouldContain("as-tested");
    }

    [Fact]
    public async Task An_expectation_whose_report_cannot_be_written_says_why()
    {
        string path = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(path, "");
        using var report = new TraceReport(Path.Combine(path, "report.html"));
        ExecutionResult<JsonElement> result = await ReportScene.RunAsync(report, """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "{}");

        Should.Throw<ExpectationException>(() => result.Expect().Failed()).Message.ShouldContain("The report could not be written to");
    }

    [Fact]
    public async Task Executions_of_failed_tests_come_first()
    {
        ExecutionResult<JsonElement> first = await ReportScene.RunAsync(_report, """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "{}", name: "one");
        ExecutionResult<JsonElement> second = await ReportScene.RunAsync(_report, """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "{}", name: "two");
        _report.SetTest(first, "passes");
        _report.SetTest(second, "breaks", "FAILED was expected");

        string html = _report.ToHtml();
        Keys(html).ShouldBe(["two", "one"]);
        html.ShouldContain("FAILED was expected");
    }

    [Fact]
    public async Task Names_that_occur_twice_are_told_apart()
    {
        await ReportScene.RunOrdersAsync(_report);
        await ReportScene.RunOrdersAsync(_report);
        Keys(_report.ToHtml()).ShouldBe(["order-1", "order-2", "order-1~2", "order-2~2"]);
    }

    [Fact]
    public async Task An_execution_that_runs_is_shown_as_far_as_it_came()
    {
        var clock = new VirtualTimeProvider();
        using IDisposable hold = clock.Hold();
        await using var machine = LocalStateMachine.FromDefinition(
            """{"StartAt":"First","States":{"First":{"Type":"Pass","Next":"Long"},"Long":{"Type":"Wait","Seconds":60,"End":true}}}""",
            new LocalOptions { TimeProvider = clock, Report = _report });
        using var stop = new CancellationTokenSource();
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}", cancellationToken: stop.Token);

        string html = _report.ToHtml();
        html.ShouldContain("1 execution had not ended when the report was written");
        html.ShouldContain("Running");
        html.ShouldContain("\"state\":\"Long\",\"type\":\"Wait\",\"status\":\"InProgress\"");

        await stop.CancelAsync();
        (await running).Status.ShouldBe(ExecutionStatus.Aborted);
        _report.ToHtml().ShouldContain("\"state\":\"Long\",\"type\":\"Wait\",\"status\":\"Cancelled\"");
    }

    [Fact]
    public async Task Executions_of_map_runs_follow_the_one_that_started_them()
    {
        await ReportScene.RunAsync(
            _report,
            """
            {"StartAt":"All","States":{"All":{"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
              "StartAt":"One","States":{"One":{"Type":"Pass","End":true}}},"End":true}}}
            """,
            "[1,2,3]",
            name: "all");

        string html = _report.ToHtml();
        Keys(html).Length.ShouldBe(4);
        Keys(html)[0].ShouldBe("all");
        Count(html, "data-parent=\"0\"").ShouldBe(3);
    }

    [Fact]
    public async Task Nested_executions_are_in_the_report_of_the_one_that_starts_them()
    {
        await using var inner = LocalStateMachine.FromDefinition("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", name: "Inner");
        await ReportScene.RunAsync(
            _report,
            """{"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::states:startExecution.sync:2","Parameters":{"StateMachineArn":"arn:aws:states:us-east-1:123456789012:stateMachine:Inner","Input":{}},"End":true}}}""",
            "{}",
            options => options.Machine(inner),
            "outer");

        string html = _report.ToHtml();
        Keys(html).Length.ShouldBe(2);
        html.ShouldContain("data-parent=\"0\"");
        html.ShouldContain("Inner");
    }

    [Fact]
    public async Task Five_hundred_iterations_are_told_one_by_one()
    {
        await ReportScene.RunAsync(
            _report,
            """{"StartAt":"All","States":{"All":{"Type":"Map","ItemProcessor":{"StartAt":"One","States":{"One":{"Type":"Pass","End":true}}},"End":true}}}""",
            JsonSerializer.Serialize(Enumerable.Range(0, 500)));
        Count(_report.ToHtml(), "<small>#").ShouldBe(500);
    }

    [Fact]
    public async Task An_execution_that_is_not_traced_is_shown_without_timeline()
    {
        await ReportScene.RunAsync(_report, """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "{}", name: "quiet", hasTelemetry: false);
        string html = _report.ToHtml();
        Keys(html).ShouldBe(["quiet"]);
        html.ShouldContain("No span was collected.");
    }

    [Fact]
    public async Task What_a_retry_did_not_reach_is_not_shown_from_the_attempt_before()
    {
        await ReportScene.RunAsync(
            _report,
            """
            {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","ResultSelector":{"x.$":"$.x"},
              "Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"End"}],"Next":"End"},"End":{"Type":"Succeed"}}}
            """,
            "{}",
            options => options.Mock("Call", Reply.ReturnJson("""{"x":1}"""), Reply.Fail("Broken")),
            name: "once");
        _report.ToHtml().ShouldContain("afterResultSelector");

        using var second = new TraceReport();
        await ReportScene.RunAsync(
            second,
            """
            {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","ResultPath":"$.a.b",
              "Retry":[{"ErrorEquals":["States.ResultPathMatchFailure"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"End"}],"Next":"End"},"End":{"Type":"Succeed"}}}
            """,
            """{"a":1}""",
            options => options.Mock("Call", Reply.ReturnJson("7"), Reply.Fail("Broken")));
        second.ToHtml().ShouldNotContain("afterResultSelector");
    }

    private static string[] Keys(string html) =>
        [.. JsonSerializer.Deserialize<JsonElement>(Index().Match(html).Groups[1].Value).GetProperty("runs").EnumerateArray().Select(run => run.GetProperty("key").GetString()!)];

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    /// <summary>The page without style and script, which have files of their own, and with ids in place of random ones.</summary>
    private static string Stable(string html)
    {
        string page = html.Replace(PageResources.Style, "", StringComparison.Ordinal).Replace(PageResources.Script, "", StringComparison.Ordinal);
        page = ScriptHash().Replace(page, "sha256-");
        page = Styles().Replace(page, "<style></style>");
        var ids = new System.Collections.Generic.Dictionary<string, string>(StringComparer.Ordinal);
        return Ids().Replace(page, match =>
        {
            if (!ids.TryGetValue(match.Value, out string? id))
            {
                ids.Add(match.Value, id = $"id{ids.Count + 1}");
            }

            return id;
        });
    }

    [GeneratedRegex("<script")]
    private static partial Regex Scripts();

    [GeneratedRegex("<script type=\"application/json\" id=\"report\">(.*?)</script>")]
    private static partial Regex Index();

    [GeneratedRegex("sha256-[^&]*")]
    private static partial Regex ScriptHash();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Styles();

    [GeneratedRegex("1-[0-9a-f]{8}-[0-9a-f]{24}|\\b[0-9a-f]{16}\\b")]
    private static partial Regex Ids();
}
