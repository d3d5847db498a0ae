using System;
using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Harness.Browsing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing.Report;

/// <summary>A report in a browser. Whatever a test does there, the console stays silent and the page asks for nothing but itself.</summary>
public abstract class ReportPageTests(ReportBrowser browser) : IClassFixture<ReportBrowser>, IAsyncDisposable
{
    private BrowserPage? _page;

    private protected TraceReport Report { get; } = new();

    private protected BrowserPage Page => _page.ShouldNotBeNull();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Report.Dispose();
        if (_page is not null)
        {
            Page.Errors.ShouldBeEmpty();
            Page.Requests.ShouldAllBe(address => address.StartsWith("file:", StringComparison.Ordinal));
            Page.Requests.Count.ShouldBe(1, "the page asks for nothing but itself");
            await Page.DisposeAsync();
        }
    }

    private protected async Task OpenAsync(string hash = "", int width = 1280, bool isDark = false, bool hasScripts = true)
    {
        _page = await browser.OpenAsync(Report, hash, width, isDark, hasScripts);
        if (hasScripts)
        {
            await Page.UntilAsync("document.body?.dataset.ready");
        }
    }

    private protected async Task ClickRowAsync(string name)
    {
        await Page.EvaluateAsync($"[...document.querySelectorAll('.trace.chosen .row[data-span]')].find(row => row.querySelector('bdi').textContent === '{name}').id = 'row-{name}'");
        await Page.ClickAsync($"#row-{name}");
        await Page.UntilAsync($"document.querySelector('#chosen h2')?.textContent === '{name}'");
    }

    private protected async Task<int> CountAsync(string selector) =>
        (await Page.EvaluateAsync($"document.querySelectorAll(\"{selector}\").length"))!.GetValue<int>();

    private protected async Task<string[]> StepsAsync() =>
        [.. (await Page.EvaluateAsync("[...document.querySelectorAll('#chosen .data > div > span')].map(each => each.textContent)"))!.AsArray().Select(each => each!.GetValue<string>())];

    private protected async Task<string> StatusAsync(string state) => (await Page.EvaluateAsync(
        $"[...document.querySelectorAll('.machine.chosen g[data-state]')].find(each => each.dataset.state === '{state}').getAttribute('class').match(/is-\\S+/)[0]"))!
        .GetValue<string>();

    private protected async Task<string> FocusedAsync() => (await Page.EvaluateAsync("document.activeElement.querySelector('bdi').textContent"))!.GetValue<string>();

    private protected Task ChooseTabAsync(string name) => Page.EvaluateAsync($"[...document.querySelectorAll('[role=tab]')].find(tab => tab.textContent === '{name}').click()");

    private protected async Task<string> ShownRunsAsync() => string.Join('\n', (await Page.EvaluateAsync(
        "[...document.querySelectorAll('tr[data-run]:not([hidden])')].map(row => row.querySelector('a').textContent)"))!.AsArray().Select(name => name!.GetValue<string>()));

    private protected async Task<string> StyleAsync(string selector, string property) =>
        (await Page.EvaluateAsync($"getComputedStyle(document.querySelector(\"{selector}\"))['{property}']"))!.GetValue<string>();
}
