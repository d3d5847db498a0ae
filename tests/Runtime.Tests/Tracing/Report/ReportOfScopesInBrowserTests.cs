using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Tracing.Report;

/// <summary>Branches, iterations, attempts of them and map runs in a browser.</summary>
[Collection(ListeningTests.Name)]
public sealed class ReportOfScopesInBrowserTests(ReportBrowser browser) : ReportPageTests(browser)
{
    /// <summary>A Map in a Map: an inner iteration fails where its item is 0, and the outer Map goes on.</summary>
    private const string Nested = """
        {"StartAt":"Outer","States":{"Outer":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"Inner","States":{
          "Inner":{"Type":"Map","End":true,"Catch":[{"ErrorEquals":["States.ALL"],"Next":"Sorry"}],"ItemProcessor":{"StartAt":"Check","States":{
            "Check":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":0,"Next":"Bad"}],"Default":"Good"},
            "Bad":{"Type":"Fail","Error":"Zero"},"Good":{"Type":"Pass","End":true}}}},
          "Sorry":{"Type":"Pass","End":true}}}}}}
        """;

    private const string Distributed = """
        {"StartAt":"All","States":{"All":{"Type":"Map","End":true,"ToleratedFailurePercentage":100,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
          "StartAt":"Check","States":{"Check":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":7,"Next":"Bad"}],"Default":"Good"},
          "Bad":{"Type":"Fail","Error":"Seven"},"Good":{"Type":"Succeed"}}}}}}
        """;

    [Fact]
    public async Task A_row_leads_to_the_iterations_that_it_is_in()
    {
        await ReportScene.RunAsync(Report, Nested, "[[1,2],[3,0]]", name: "nested");
        await OpenAsync("#run=nested&state=Check&iteration=0.1");
        (await Page.TextAsync("#chosen")).ShouldContain("iteration 1");
        (await StatusAsync("Bad")).ShouldBe("is-not-visited");

        await ClickRowAsync("Bad");
        (await StatusAsync("Bad")).ShouldBe("is-failed");
        (await PickersAsync()).ShouldBe(["1", "1"]);
    }

    [Fact]
    public async Task A_visit_of_the_table_leads_there_too()
    {
        await ReportScene.RunAsync(Report, Nested, "[[1,2],[3,0]]", name: "nested");
        await OpenAsync("#run=nested&state=Check&iteration=0.0");
        await Page.EvaluateAsync("[...document.querySelectorAll('tr[data-visit]')].find(row => row.textContent.startsWith('Bad')).click()");
        (await Page.TextAsync("#chosen h2")).ShouldBe("Bad");
        (await PickersAsync()).ShouldBe(["1", "1"]);
    }

    [Theory]
    [InlineData("#run=nested&state=Check&iteration=9.9")]
    [InlineData("#run=nested&state=Check&iteration=x")]
    public async Task A_link_to_an_iteration_that_is_not_there_shows_all(string hash)
    {
        await ReportScene.RunAsync(Report, Nested, "[[1,2],[3,0]]", name: "nested");
        await OpenAsync(hash);
        (await Page.TextAsync("#chosen h2")).ShouldBe("Check");
        (await PickersAsync()).ShouldBe(["*", "*"]);
    }

    [Theory]
    [InlineData("#run=nested&state=Renamed")]
    [InlineData("#run=nested&state=valueOf")]
    [InlineData("#run=other")]
    [InlineData("#trace=1-00000000-000000000000000000000000&span=0000000000000000")]
    public async Task A_link_of_another_report_does_no_harm(string hash)
    {
        await ReportScene.RunAsync(Report, Nested, "[[1,2],[3,0]]", name: "nested");
        await OpenAsync(hash);
        (await Page.TextAsync("tr.chosen")).ShouldContain("nested");
        (await CountAsync(".trace.chosen .row[tabindex='0']")).ShouldBe(1, "the timeline can be reached by keys");
    }

    [Fact]
    public async Task Attempts_of_a_Map_are_told_and_the_last_one_counts()
    {
        await ReportScene.RunAsync(
            Report,
            """
            {"StartAt":"Each","States":{"Each":{"Type":"Map","End":true,"Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":5}],"ItemProcessor":{"StartAt":"Call","States":{
              "Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:f","End":true}}}}}}
            """,
            "[1]",
            options => options.Mock("Call", Reply.Fail("Busy", "Later."), Reply.ReturnJson("2")),
            "again");
        await OpenAsync("#run=again&state=Each");
        (await StatusAsync("Call")).ShouldBe("is-succeeded");
        (await Page.TextAsync("#iterations")).ShouldNotContain("Failed");
        (await Page.EvaluateAsync("document.querySelector(\".machine.chosen g[data-state='Each'] > title\").textContent"))!.GetValue<string>()
            .ShouldBe("Each: Succeeded 2 attempts · 5 s");
        await ChooseTabAsync("Attempts");
        string text = await Page.TextAsync("#chosen [role=tabpanel]");
        text.ShouldMatch("(?s)Initial attempt.*Busy.*waited 5 s.*Retry 1.*Succeeded");
    }

    [Fact]
    public async Task Executions_of_a_map_run_are_part_of_the_graph_of_the_one_that_started_them()
    {
        await ReportScene.RunAsync(Report, Distributed, "[5,6,7]", name: "all");
        await OpenAsync("#run=all");
        (await StatusAsync("Good")).ShouldBe("is-succeeded");
        (await StatusAsync("Bad")).ShouldBe("is-failed");

        await Page.ClickAsync(".machine.chosen g[data-state='Bad'] .box");
        await Page.UntilAsync("document.querySelector('#chosen h2')?.textContent === 'Bad'");
        (await StatusAsync("Good")).ShouldBe("is-not-visited", "the execution of the item is shown");
        (await StatusAsync("All")).ShouldBe("is-failed");
    }

    [Fact]
    public async Task A_filter_finds_executions_that_are_folded_away()
    {
        await ReportScene.RunAsync(Report, Distributed, JsonSerializer.Serialize(Enumerable.Range(0, 12)), name: "all");
        await OpenAsync();
        (await ShownRunsAsync()).ShouldBe("all", "more than ten are folded");

        await Page.ClickAsync("[data-filter=Failed]");
        (await CountAsync("tr[data-run]:not([hidden])")).ShouldBe(1);
        await Page.ClickAsync("tr[data-run]:not([hidden]) td");
        await Page.UntilAsync("document.querySelector('tr.chosen').dataset.status === 'Failed'");
        await Page.ClickAsync("[data-filter='']");
        (await Page.EvaluateAsync("document.querySelector('tr.chosen').hidden"))!.GetValue<bool>().ShouldBeFalse("what is chosen is there to see");
    }

    [Fact]
    public async Task Five_hundred_nested_iterations_are_there()
    {
        await ReportScene.RunAsync(
            Report, Nested, JsonSerializer.Serialize(Enumerable.Range(0, 25).Select(outer => Enumerable.Range(1, 20))), name: "many");
        await OpenAsync("#run=many&state=Check&iteration=24.19");
        (await Page.TextAsync("#chosen")).ShouldContain("iteration 19");
        (await CountAsync("tr[data-visit]")).ShouldBe(0, "a long table waits until it is wanted");
        await Page.ClickAsync(".run.chosen summary");
        await Page.UntilAsync("document.querySelectorAll('tr[data-visit]').length === 1026");
        (await CountAsync(".trace.chosen .row[data-span]")).ShouldBe(1 + 1 + (25 * 2) + (500 * 3), "the execution, Outer, iterations with Inner, and iterations with two states");
    }

    private async Task<string[]> PickersAsync() =>
        [.. (await Page.EvaluateAsync("[...document.querySelectorAll('#iterations select')].map(each => each.value)"))!.AsArray().Select(each => each!.GetValue<string>())];
}
