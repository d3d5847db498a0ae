using System;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace StateMachineGen.Runtime.Tests.Tracing.Report;

[Collection(ListeningTests.Name)]
public sealed class ReportInBrowserTests(ReportBrowser browser) : ReportPageTests(browser), IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await ReportScene.RunOrdersAsync(Report);

    [Fact]
    public async Task Both_views_are_there_and_the_failed_execution_is_chosen_first()
    {
        await OpenAsync();

        (await CountAsync("#service-map svg [data-node]")).ShouldBeGreaterThan(1);
        (await CountAsync(".trace.chosen .row.fault")).ShouldBeGreaterThan(0);
        (await Page.TextAsync("tr.chosen")).ShouldContain("order-1");
        (await Page.TextAsync("tr.chosen")).ShouldContain("Failed");
        (await CountAsync(".trace.chosen")).ShouldBe(1, "the other trace is folded away");
        (await Page.EvaluateAsync("getComputedStyle(document.querySelector('.trace:not(.chosen)')).display"))!.GetValue<string>().ShouldBe("none");
    }

    [Fact]
    public async Task A_row_of_the_timeline_shows_the_data_of_its_state_with_each_step()
    {
        await OpenAsync();
        await ClickRowAsync("Charge");

        (await Page.TextAsync("#chosen h2")).ShouldBe("Charge");
        (await StepsAsync()).ShouldBe(["input", "afterInputPath", "afterParameters", "result", "afterResultSelector", "afterResultPath", "output"]);
        (await Page.TextAsync("#chosen .data:nth-of-type(4) pre")).ShouldBe("{\n  \"amount\": 12.50\n}");
        (await Page.EvaluateAsync("location.hash"))!.GetValue<string>().ShouldStartWith("#trace=1-");
    }

    [Fact]
    public async Task Attempts_are_shown_with_the_time_between_them()
    {
        await OpenAsync("#run=order-1&state=Charge");
        await ChooseTabAsync("Attempts");

        string text = await Page.TextAsync("#chosen [role=tabpanel]");
        text.ShouldContain("Initial attempt");
        text.ShouldContain("Busy");
        text.ShouldContain("waited 2 s");
        text.ShouldContain("Retry 1");
    }

    [Fact]
    public async Task A_state_of_the_graph_is_chosen_by_click_and_by_key()
    {
        await OpenAsync();
        await Page.ClickAsync(".machine.chosen g[data-state='Charge'] .name");
        await Page.UntilAsync("document.querySelector('#chosen h2')?.textContent === 'Charge'");

        await Page.EvaluateAsync("document.querySelector(\".machine.chosen g[data-state='Too heavy']\").focus()");
        await Page.PressAsync("Enter");
        await Page.UntilAsync("document.querySelector('#chosen h2')?.textContent === 'Too heavy'");
        (await Page.TextAsync("#chosen")).ShouldContain("Failed");
    }

    [Fact]
    public async Task The_graph_shows_what_the_chosen_execution_did_and_one_iteration_of_it()
    {
        await OpenAsync("#run=order-1&state=Pack");
        (await StatusAsync("Charge")).ShouldBe("is-succeeded");
        (await StatusAsync("Pack")).ShouldBe("is-failed");
        (await StatusAsync("Too heavy")).ShouldBe("is-failed");

        await Page.EvaluateAsync(
            "(() => { const picker = document.querySelector('#iterations select'); picker.value = '0'; picker.dispatchEvent(new Event('change')); })()");
        await Page.UntilAsync("location.hash.includes('iteration=0')");
        (await StatusAsync("Too heavy")).ShouldBe("is-not-visited");
        (await StatusAsync(ReportScene.HostileName)).ShouldBe("is-succeeded");

        await Page.EvaluateAsync("history.back()");
        await Page.UntilAsync("!location.hash.includes('iteration=0')");
        await Page.UntilAsync("document.querySelector('#iterations select').value === '*'");
        (await StatusAsync("Too heavy")).ShouldBe("is-failed");
    }

    [Fact]
    public async Task An_error_that_was_caught_has_a_status_of_its_own()
    {
        await OpenAsync("#run=order-2");
        (await StatusAsync("Charge")).ShouldBe("is-caught-error");
        (await StatusAsync("Too heavy")).ShouldBe("is-not-visited");
    }

    [Theory]
    [InlineData("#run=order-2&state=Weigh&iteration=1", "Weigh", "iteration 1")]
    [InlineData("#run=order-1&state=Too+heavy", "Too heavy", "Failed")]
    public async Task A_link_leads_to_a_state(string hash, string title, string text)
    {
        await OpenAsync(hash);
        (await Page.TextAsync("#chosen h2")).ShouldBe(title);
        (await Page.TextAsync("#chosen")).ShouldContain(text);
    }

    [Fact]
    public async Task Back_and_forward_lead_through_what_was_chosen()
    {
        await OpenAsync();
        await ClickRowAsync("Charge");
        await ClickRowAsync("Pack");
        await Page.EvaluateAsync("history.back()");
        await Page.UntilAsync("document.querySelector('#chosen h2').textContent === 'Charge'");
        await Page.EvaluateAsync("history.forward()");
        await Page.UntilAsync("document.querySelector('#chosen h2').textContent === 'Pack'");
    }

    [Fact]
    public async Task A_name_that_looks_like_a_script_is_text()
    {
        await OpenAsync($"#run=order-2&state={Uri.EscapeDataString(ReportScene.HostileName)}");
        (await Page.TextAsync("#chosen h2")).ShouldBe(ReportScene.HostileName);
        (await CountAsync("img")).ShouldBe(0);
    }

    [Fact]
    public async Task Keys_lead_through_the_timeline()
    {
        await OpenAsync();
        await Page.EvaluateAsync("document.querySelector('.trace.chosen .row.block').focus()");
        await Page.PressAsync("ArrowDown");
        (await FocusedAsync()).ShouldBe("Orders");
        await Page.PressAsync("ArrowLeft");
        (await CountAsync(".trace.chosen .row.folded")).ShouldBeGreaterThan(3);
        await Page.PressAsync("ArrowRight");
        (await CountAsync(".trace.chosen .row.folded")).ShouldBe(0);
        await Page.PressAsync("ArrowRight");
        (await FocusedAsync()).ShouldBe("Charge");
        await Page.PressAsync("Enter");
        await Page.UntilAsync("document.querySelector('#chosen h2')?.textContent === 'Charge'");
        await Page.PressAsync("[");
        (await CountAsync(".trace.chosen .row.folded")).ShouldBeGreaterThan(3);
        await Page.PressAsync("]");
        (await CountAsync(".trace.chosen .row.folded")).ShouldBe(0);
    }

    [Fact]
    public async Task Errors_are_found_one_after_the_other_and_told_with_their_causes()
    {
        await OpenAsync();
        await Page.PressAsync("e");
        await Page.UntilAsync("document.querySelector('.row.chosen.fault') !== null");
        string first = (await Page.EvaluateAsync("document.querySelector('.row.chosen').dataset.span"))!.GetValue<string>();
        await Page.PressAsync("e");
        await Page.UntilAsync($"document.querySelector('.row.chosen')?.dataset.span !== '{first}'");
        await Page.PressAsync("E");
        await Page.UntilAsync($"document.querySelector('.row.chosen')?.dataset.span === '{first}'");
        (await Page.TextAsync("[role=tab][aria-selected=true]")).ShouldBe("Exceptions");
    }

    [Fact]
    public async Task Find_counts_and_marks_and_Escape_ends_it()
    {
        await OpenAsync();
        await Page.PressAsync("/");
        foreach (char c in "charge")
        {
            await Page.PressAsync(c.ToString());
        }

        int hits = await CountAsync(".trace.chosen .row.hit");
        hits.ShouldBeGreaterThan(1);
        (await Page.TextAsync("#found")).ShouldBe($"1/{hits}");
        await Page.PressAsync("Enter");
        (await Page.TextAsync("#found")).ShouldBe($"2/{hits}");
        await Page.PressAsync("Escape");
        (await CountAsync(".row.hit")).ShouldBe(0);
    }

    [Fact]
    public async Task A_service_on_the_map_filters_executions_and_rows()
    {
        await ReportScene.RunAsync(Report, """{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}""", "{}", machine: "Plain");
        await OpenAsync();
        await Page.ClickAsync("#service-map [data-node^='Plain|'] .disc");
        await Page.UntilAsync("document.querySelectorAll('tr[data-run]:not([hidden])').length === 1");
        (await Page.TextAsync("tr[data-run]:not([hidden])")).ShouldContain("Plain");

        await Page.PressAsync("Escape");
        await Page.UntilAsync("document.querySelectorAll('tr[data-run]:not([hidden])').length === 3");
    }

    [Fact]
    public async Task Without_scripts_everything_is_there_to_read()
    {
        await OpenAsync(hasScripts: false);
        string text = (await Page.EvaluateAsync("[...document.querySelectorAll('section')].map(each => each.textContent).join()"))!.GetValue<string>();
        text.ShouldContain("order-1");
        text.ShouldContain("order-2");
        text.ShouldContain(ReportScene.HostileName);
        text.ShouldContain("More than ten.");
        text.ShouldContain("\"amount\":12.50");
        (await Page.EvaluateAsync("[...document.querySelectorAll('.trace, .run, .machine')].every(each => getComputedStyle(each).display === 'block')"))!
            .GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_long_payload_is_cut_until_all_of_it_is_asked_for()
    {
        string text = new('x', 200 * 1024);
        await ReportScene.RunAsync(Report, """{"StartAt":"Big","States":{"Big":{"Type":"Pass","End":true}}}""", $"\"{text}\"", name: "big", machine: "Big");
        await OpenAsync("#run=big&state=Big");

        int Length(JsonNode? node) => node!.GetValue<int>();
        Length(await Page.EvaluateAsync("document.querySelector('#chosen pre').textContent.length")).ShouldBeLessThan(30_000);
        await Page.ClickAsync("#chosen .all");
        await Page.UntilAsync($"document.querySelector('#chosen pre').textContent.length === {text.Length + 2}");
    }

    [Fact]
    public async Task On_a_narrow_screen_nothing_is_wider_than_the_page()
    {
        await OpenAsync(width: 400);
        (await Page.EvaluateAsync("document.documentElement.scrollWidth"))!.GetValue<int>().ShouldBeLessThanOrEqualTo(400);
    }

    [Fact]
    public async Task The_theme_is_changed_by_its_button()
    {
        await OpenAsync();
        await Page.ClickAsync("[data-key=t]");
        (await Page.EvaluateAsync("document.documentElement.dataset.theme"))!.GetValue<string>().ShouldBe("dark");
        await Page.ClickAsync("[data-key=t]");
        (await Page.EvaluateAsync("document.documentElement.dataset.theme"))!.GetValue<string>().ShouldBe("light");
    }
}
