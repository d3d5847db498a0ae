using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using StateMachineGen.Testing;

namespace StateMachineGen.Runtime.Tests.Tracing.Report;

/// <summary>How a report looks, and what odd data does to it.</summary>
[Collection(ListeningTests.Name)]
public sealed class ReportLooksInBrowserTests(ReportBrowser browser) : ReportPageTests(browser), IAsyncLifetime
{
    private const string Dark = "rgb(22, 29, 38)";
    private const string White = "rgb(255, 255, 255)";

    public async ValueTask InitializeAsync() => await ReportScene.RunOrdersAsync(Report);

    [Theory]
    [InlineData(false, White)]
    [InlineData(true, Dark)]
    public async Task The_page_and_its_pictures_follow_the_choice_of_the_reader(bool isDark, string colour)
    {
        await OpenAsync(isDark: isDark);
        (await StyleAsync(".card", "backgroundColor")).ShouldBe(colour);
        (await StyleAsync("#service-map .canvas", "fill")).ShouldBe(colour);
        (await StyleAsync(".machine.chosen .canvas", "fill")).ShouldBe(colour);
    }

    [Fact]
    public async Task Paper_is_light_whatever_was_chosen()
    {
        await OpenAsync(isDark: true);
        await Page.PressAsync("t");
        await Page.PressAsync("t");
        (await StyleAsync(".card", "backgroundColor")).ShouldBe(Dark);

        await Page.ShowPrintAsync();
        (await StyleAsync(".card", "backgroundColor")).ShouldBe(White);
        (await StyleAsync("#service-map .canvas", "fill")).ShouldBe(White);
        (await StyleAsync("#find", "display")).ShouldBe("inline-block");
        (await Page.EvaluateAsync("document.querySelector('#find').offsetWidth"))!.GetValue<int>().ShouldBe(0, "there is nothing to press on paper");
    }

    [Fact]
    public async Task A_definition_is_shown_as_it_was_meant()
    {
        await OpenAsync("#run=order-1&state=Too+heavy");
        await ChooseTabAsync("Definition");
        (await Page.TextAsync("#chosen pre")).ShouldBe("{\n  \"Type\": \"Fail\",\n  \"Error\": \"TooHeavy\",\n  \"Cause\": \"More than ten.\"\n}");
    }

    [Fact]
    public async Task Events_and_documents_can_be_read()
    {
        await OpenAsync("#run=order-1&state=Charge");
        await ChooseTabAsync("Events");
        (await Page.TextAsync("#chosen [role=tabpanel]")).ShouldContain("LambdaFunctionFailed Busy");
        await ChooseTabAsync("Raw JSON");
        (await Page.TextAsync("#chosen [role=tabpanel]")).ShouldContain("\"name\": \"Charge\"");
        await ChooseTabAsync("Details");
        (await Page.TextAsync("#chosen [role=tabpanel]")).ShouldContain("state_type");
    }

    [Fact]
    public async Task A_text_is_copied()
    {
        await OpenAsync("#run=order-1&state=Charge");
        await Page.ClickAsync("#chosen .data button");
        (await Page.EvaluateAsync("getSelection().toString()"))!.GetValue<string>().ShouldBe("{\"card\":\"4711\",\"items\":[1,2,30]}");
        (await Page.TextAsync("#chosen .data button")).ShouldBeOneOf("Copied", "Selected");
    }

    [Fact]
    public async Task Names_of_states_are_theirs_and_not_what_XRay_takes()
    {
        const string Odd = "Is it? \u05e9\u05dc\u05d5\u05dd \ud83d\ude80";
        string definition = JsonSerializer.Serialize(new { StartAt = Odd, States = new System.Collections.Generic.Dictionary<string, object> { [Odd] = new { Type = "Succeed" } } });
        await ReportScene.RunAsync(Report, definition, "\"\\u0000\\ud83d\\ude80\\u202e\"", name: "odd", machine: "Odd");
        await OpenAsync("#run=odd&state=" + Uri.EscapeDataString(Odd));
        (await Page.TextAsync("#chosen h2")).ShouldBe(Odd);
        (await Page.TextAsync(".row.chosen bdi")).ShouldBe(Odd);
        (await StatusAsync(Odd)).ShouldBe("is-succeeded");
    }

    [Fact]
    public async Task An_execution_that_was_stopped_half_way_says_so()
    {
        var clock = new VirtualTimeProvider();
        using IDisposable hold = clock.Hold();
        await using var machine = LocalStateMachine.FromDefinition(
            """{"StartAt":"First","States":{"First":{"Type":"Pass","Next":"Long"},"Long":{"Type":"Wait","Seconds":60,"End":true}}}""",
            new LocalOptions { TimeProvider = clock, Report = Report },
            "Half");
        using var stop = new CancellationTokenSource();
        Task<ExecutionResult<JsonElement>> running = machine.ExecuteJsonAsync("{}", new ExecutionOptions { Name = "half" }, stop.Token);

        await OpenAsync("#run=half&state=Long");
        (await Page.TextAsync(".notice")).ShouldContain("had not ended");
        (await Page.TextAsync("#chosen")).ShouldContain("In progress");
        (await StatusAsync("First")).ShouldBe("is-succeeded");
        (await StatusAsync("Long")).ShouldBe("is-in-progress");
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task A_connection_of_the_map_filters_by_both_of_its_ends()
    {
        await ReportScene.RunAsync(Report, """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "{}", name: "plain", machine: "Plain");
        await OpenAsync();
        await Page.EvaluateAsync("document.querySelector(\"#service-map [data-from^='Client'][data-to^='Plain']\").dispatchEvent(new MouseEvent('click', { bubbles: true }))");
        (await ShownRunsAsync()).ShouldBe("plain");
        await Page.ClickAsync("#service-filter button");
        (await CountAsync("tr[data-run]:not([hidden])")).ShouldBe(3);
    }

    [Fact]
    public async Task Rows_are_folded_by_a_click_on_their_mark()
    {
        await OpenAsync();
        await Page.ClickAsync(".trace.chosen .row.block .fold");
        (await CountAsync(".trace.chosen .row.folded")).ShouldBeGreaterThan(3);
        await Page.ClickAsync(".trace.chosen .row.block .fold");
        (await CountAsync(".trace.chosen .row.folded")).ShouldBe(0);
    }

    [Fact]
    public async Task Errors_are_looked_for_where_the_filter_leaves_rows()
    {
        await OpenAsync("#run=order-1");
        await Page.EvaluateAsync("document.querySelector(\"#service-map [data-node^='charge-card']\").dispatchEvent(new MouseEvent('click', { bubbles: true }))");
        await Page.PressAsync("e");
        (await CountAsync(".row.chosen.filtered")).ShouldBe(0);
        await Page.PressAsync("/");
        foreach (char c in "pack")
        {
            await Page.PressAsync(c.ToString());
        }

        (await CountAsync(".row.hit.filtered")).ShouldBe(0);
    }

    [Fact]
    public async Task After_all_is_folded_the_timeline_can_be_reached()
    {
        await OpenAsync();
        await ClickRowAsync("Charge");
        await Page.PressAsync("[");
        (await CountAsync(".trace.chosen .row[tabindex='0']:not(.folded)")).ShouldBe(1);
    }

    [Fact]
    public async Task A_trace_without_execution_can_be_looked_at()
    {
        await using var machine = LocalStateMachine.FromDefinition(
            """{"StartAt":"Alone","States":{"Alone":{"Type":"Succeed"}}}""", new LocalOptions { TimeProvider = new VirtualTimeProvider() }, "Silent");
        await machine.ExecuteJsonAsync("{}", cancellationToken: TestContext.Current.CancellationToken);
        await OpenAsync();
        string trace = (await Page.EvaluateAsync("JSON.parse(document.getElementById('report').textContent).traces.find(trace => trace.nodes.some(node => node.startsWith('Silent'))).id"))!.GetValue<string>();
        await Page.EvaluateAsync($"location.hash = 'trace={trace}'");
        await Page.UntilAsync("document.querySelector('.trace.chosen').textContent.includes('Alone')");
        await ClickRowAsync("Alone");
        (await Page.TextAsync("#chosen")).ShouldContain("Raw JSON");
    }

    [Fact]
    public async Task Keys_rest_while_they_are_explained()
    {
        await OpenAsync();
        await Page.PressAsync("?");
        await Page.PressAsync("e");
        (await Page.EvaluateAsync("location.hash"))!.GetValue<string>().ShouldBe("");
        await Page.PressAsync("Escape");
    }

    [Fact]
    public async Task On_a_narrow_screen_what_was_chosen_is_in_sight()
    {
        await OpenAsync("#run=order-1&state=Charge", width: 400);
        (await Page.EvaluateAsync("document.querySelector('#inspector').getBoundingClientRect().top < innerHeight"))!.GetValue<bool>().ShouldBeTrue();
    }
}
