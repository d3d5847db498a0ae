using System;
using System.IO;
using System.Threading.Tasks;
using StateMachineGen.Harness.Browsing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing.Report;

/// <summary>
/// The browser that tests of reports share. Where there is none they are skipped, unless <c>STATEMACHINEGEN_REQUIRE_BROWSER=1</c> says that it
/// must be there.
/// </summary>
public sealed class ReportBrowser : IAsyncLifetime
{
    private const string RequireVariable = "STATEMACHINEGEN_REQUIRE_BROWSER";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-");
    private Chromium? _chromium;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Find() is { } path)
        {
            _chromium = await Chromium.StartAsync(path);
        }
        else if (Environment.GetEnvironmentVariable(RequireVariable) == "1")
        {
            throw new InvalidOperationException($"{RequireVariable} is 1, but no Chromium is on the PATH.");
        }
    }

    /// <summary>Writes a report and opens it; the test is skipped when there is no browser.</summary>
    /// <param name="report">The report.</param>
    /// <param name="hash">What follows <c>#</c> in the address.</param>
    /// <param name="width">The width of the window.</param>
    /// <param name="isDark">Whether the reader prefers dark.</param>
    /// <param name="hasScripts">Whether scripts run.</param>
    internal async Task<BrowserPage> OpenAsync(TraceReport report, string hash, int width, bool isDark, bool hasScripts)
    {
        Assert.SkipWhen(_chromium is null, "There is no Chromium on the PATH.");
        string path = Path.Combine(_folder.FullName, "report.html");
        report.Write(path);
        BrowserPage page = await _chromium.OpenAsync(width, isDark, hasScripts);
        await page.GoAsync(new Uri(new Uri(path).AbsoluteUri + hash));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
