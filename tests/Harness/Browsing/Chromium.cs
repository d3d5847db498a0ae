using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace StateMachineGen.Harness.Browsing;

/// <summary>A headless Chromium, to look at pages as their readers do.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Announcement = "DevTools listening on ";
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly DevTools _tools;

    private Chromium(Process process, DirectoryInfo profile, DevTools tools)
    {
        _process = process;
        _profile = profile;
        _tools = tools;
    }

    /// <summary>The browser on the PATH; null when there is none.</summary>
    public static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    /// <summary>Starts the browser.</summary>
    public static async Task<Chromium> StartAsync(string path)
    {
        DirectoryInfo profile = Directory.CreateTempSubdirectory("chromium");
        var start = new ProcessStartInfo(path)
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--disable-background-networking",
                "--remote-debugging-port=0", "--user-data-dir=" + profile.FullName, "about:blank",
            },
        };
        Process process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(s_patience);
        string? line;
        do
        {
            line = await process.StandardError.ReadLineAsync(patience.Token)
                ?? throw new InvalidOperationException("Chromium ended before it could be reached.");
        }
        while (!line.StartsWith(Announcement, StringComparison.Ordinal));

        // What is not read would fill the pipes and stop the browser.
        _ = DrainAsync(process.StandardError);
        _ = DrainAsync(process.StandardOutput);
        return new Chromium(process, profile, await DevTools.ConnectAsync(new Uri(line[Announcement.Length..]), patience.Token));
    }

    /// <summary>Opens a page of its own.</summary>
    /// <param name="width">The width of the window, in pixels.</param>
    /// <param name="isDark">Whether the reader prefers dark.</param>
    /// <param name="hasScripts">Whether scripts run.</param>
    /// <param name="isWatched">Whether messages and requests are noted, which takes the browser a while for a large page.</param>
    public Task<BrowserPage> OpenAsync(int width = 1280, bool isDark = false, bool hasScripts = true, bool isWatched = true) =>
        BrowserPage.OpenAsync(_tools, width, isDark, hasScripts, isWatched);

    public async ValueTask DisposeAsync()
    {
        await _tools.DisposeAsync();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser's may still write to its profile; the folder is a temporary one.
        }
    }

    private static async Task DrainAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is not null)
        {
        }
    }
}
