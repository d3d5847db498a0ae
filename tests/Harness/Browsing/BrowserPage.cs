using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace StateMachineGen.Harness.Browsing;

/// <summary>A page in the browser, and what went on in it.</summary>
public sealed class BrowserPage : IAsyncDisposable
{
    private readonly DevTools _tools;
    private readonly string _target;
    private readonly string _session;
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BrowserPage(DevTools tools, string target, string session)
    {
        _tools = tools;
        _target = target;
        _session = session;
        tools.Listen(session, Take);
    }

    /// <summary>What the console and the log told as an error or a warning: exceptions, refusals of the policy.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>The addresses that were asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    internal static async Task<BrowserPage> OpenAsync(DevTools tools, int width, bool isDark, bool hasScripts, bool isWatched)
    {
        JsonObject context = await tools.SendAsync("Target.createBrowserContext");
        JsonObject made = await tools.SendAsync(
            "Target.createTarget", new JsonObject { ["url"] = "about:blank", ["browserContextId"] = context["browserContextId"]!.GetValue<string>() });
        string target = made["targetId"]!.GetValue<string>();
        JsonObject attached = await tools.SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true });
        var page = new BrowserPage(tools, target, attached["sessionId"]!.GetValue<string>());
        foreach (string domain in isWatched ? (string[])["Page", "Runtime", "Log", "Network"] : ["Page"])
        {
            await page.SendAsync(domain + ".enable");
        }

        await page.SendAsync(
            "Emulation.setDeviceMetricsOverride", new JsonObject { ["width"] = width, ["height"] = 1000, ["deviceScaleFactor"] = 1, ["mobile"] = false });
        await page.SendAsync(
            "Emulation.setEmulatedMedia",
            new JsonObject { ["features"] = new JsonArray(new JsonObject { ["name"] = "prefers-color-scheme", ["value"] = isDark ? "dark" : "light" }) });
        await page.SendAsync("Emulation.setScriptExecutionDisabled", new JsonObject { ["value"] = !hasScripts });
        return page;
    }

    /// <summary>Opens an address and waits until it is loaded.</summary>
    public async Task GoAsync(Uri address)
    {
        _loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        JsonObject went = await SendAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri });

        // A change of the fragment alone loads nothing.
        if (went.ContainsKey("loaderId"))
        {
            await _loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    /// <summary>The value of an expression of JavaScript, which may be a promise.</summary>
    public async Task<JsonNode?> EvaluateAsync(string expression)
    {
        JsonObject answer = await SendAsync(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true });
        return answer["exceptionDetails"] is { } details
            ? throw new InvalidOperationException($"{expression}: {details.ToJsonString()}")
            : answer["result"]!["value"]?.DeepClone();
    }

    /// <summary>The text that a reader sees of the first element that a selector finds.</summary>
    public async Task<string> TextAsync(string selector) =>
        (await EvaluateAsync($"document.querySelector({Quote(selector)})?.innerText ?? 'no such element'"))!.GetValue<string>();

    /// <summary>Waits until an expression is true, looking at each frame.</summary>
    public Task UntilAsync(string condition) => EvaluateAsync(
        $$"""
        new Promise((done, fail) => {
          const end = performance.now() + 10000;
          (function look() {
            if ({{condition}}) done(true);
            else if (performance.now() > end) fail(new Error('it never came'));
            else setTimeout(look);
          })();
        })
        """);

    /// <summary>Clicks in the middle of the first element that a selector finds, with the mouse.</summary>
    public async Task ClickAsync(string selector)
    {
        JsonNode place = (await EvaluateAsync(
            $$"""
            (async () => {
              const element = document.querySelector({{Quote(selector)}});
              element.scrollIntoView({ block: 'center', inline: 'center' });
              // What has only come into sight takes the mouse from the next frame on.
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const box = element.getBoundingClientRect();
              return { x: box.x + Math.min(box.width / 2, 40), y: box.y + box.height / 2 };
            })()
            """))!;
        foreach (string type in (string[])["mousePressed", "mouseReleased"])
        {
            await SendAsync(
                "Input.dispatchMouseEvent",
                new JsonObject { ["type"] = type, ["x"] = place["x"]!.DeepClone(), ["y"] = place["y"]!.DeepClone(), ["button"] = "left", ["clickCount"] = 1 });
        }
    }

    /// <summary>Presses a key: a character, or a name such as <c>ArrowDown</c>.</summary>
    public async Task PressAsync(string key)
    {
        var press = new JsonObject { ["type"] = "keyDown", ["key"] = key };
        if (key.Length == 1)
        {
            press["text"] = key;
        }

        await SendAsync("Input.dispatchKeyEvent", press);
        await SendAsync("Input.dispatchKeyEvent", new JsonObject { ["type"] = "keyUp", ["key"] = key });
    }

    /// <summary>Shows the page as it would be printed.</summary>
    public Task ShowPrintAsync() => SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "print" });

    public async ValueTask DisposeAsync() => await _tools.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = _target });

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    private Task<JsonObject> SendAsync(string method, JsonObject? parameters = null) => _tools.SendAsync(method, parameters, _session);

    private void Take(string method, JsonObject parameters)
    {
        switch (method)
        {
            case "Page.loadEventFired":
                _loaded.TrySetResult();
                break;
            case "Runtime.exceptionThrown":
                _errors.Enqueue(parameters["exceptionDetails"]!.ToJsonString());
                break;
            case "Runtime.consoleAPICalled" when parameters["type"]!.GetValue<string>() is "error" or "warning" or "assert":
                _errors.Enqueue(parameters["args"]!.ToJsonString());
                break;
            case "Log.entryAdded" when parameters["entry"]!["level"]!.GetValue<string>() is "error" or "warning":
                _errors.Enqueue(parameters["entry"]!["text"]!.GetValue<string>());
                break;
            case "Network.requestWillBeSent":
                _requests.Enqueue(parameters["request"]!["url"]!.GetValue<string>());
                break;
        }
    }
}
