using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using StateMachineGen.Harness.Browsing;
using StateMachineGen.Testing;
using StateMachineGen.Tracing;

namespace StateMachineGen.Bench;

/// <summary>Measures reports: how long they take to be written, and how soon a browser has the page ready.</summary>
internal sealed class ReportBenchmark(TextWriter output)
{
    private const int Rounds = 9;

    /// <summary>A Map whose iterations have two states, one of which calls a function: three spans.</summary>
    private const string Definition = """
        {"StartAt":"All","States":{"All":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"Prepare","States":{
          "Prepare":{"Type":"Pass","Next":"Call"},
          "Call":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:work","End":true}}}}}}
        """;

    /// <summary>Measures one trace and many of about as many spans, and a tenth of them.</summary>
    public async Task RunAsync()
    {
        output.Write("| traces | spans | file, MB | written, ms | ready in Chromium, ms | a row chosen there, ms |\n|---|---|---|---|---|---|\n");
        foreach ((int executions, int items) in ((int, int)[])[(1, 333), (1, 3333), (100, 33)])
        {
            await MeasureAsync(executions, items);
        }
    }

    private async Task MeasureAsync(int executions, int items)
    {
        using var report = new TraceReport();
        var options = new LocalOptions { TimeProvider = new VirtualTimeProvider(), Seed = 1, Report = report, Limits = new ExecutionLimits { HistoryEvents = 1_000_000 } };
        options.Mock("Call", Reply.ReturnJson("""{"done":true}""").After(TimeSpan.FromMilliseconds(40)));
        await using var machine = LocalStateMachine.FromDefinition(Definition, options, "Work");
        string input = "[" + string.Join(',', Enumerable.Range(0, items)) + "]";
        for (int i = 0; i < executions; i++)
        {
            await machine.ExecuteJsonAsync(input);
        }

        DirectoryInfo folder = Directory.CreateTempSubdirectory("statemachinegen-");
        string path = Path.Combine(folder.FullName, "report.html");
        List<double> written = [.. Enumerable.Range(0, Rounds).Select(_ => Measurement.Time(() => report.Write(path)))];
        (double? ready, double? chosen) = Chromium.Find() is { } chromium ? await OpenAsync(chromium, path) : (null, null);
        int spans = executions * (2 + (3 * items));
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"| {executions} | {spans:#,##0} | {new FileInfo(path).Length / 1e6:0.0} | {Measurement.Median(written):0} | {ready:0} | {chosen:0} |\n"));
        folder.Delete(recursive: true);
    }

    /// <summary>Opens the page; a row is chosen until the browser has drawn what that changes.</summary>
    private static async Task<(double? Ready, double? Chosen)> OpenAsync(string chromium, string path)
    {
        await using Chromium browser = await Chromium.StartAsync(chromium);
        var ready = new List<double>();
        var chosen = new List<double>();
        for (int i = 0; i < 5; i++)
        {
            await using BrowserPage page = await browser.OpenAsync(isWatched: false);
            await page.GoAsync(new Uri(path));
            await page.UntilAsync("document.body.dataset.ready");
            ready.Add((await page.EvaluateAsync("+document.body.dataset.ready"))!.GetValue<double>());
            chosen.Add((await page.EvaluateAsync(
                """
                new Promise(done => {
                  const start = performance.now();
                  document.querySelectorAll('.trace.chosen .row[data-span]')[50].click();
                  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
                })
                """))!.GetValue<double>());
        }

        return (Measurement.Median(ready), Measurement.Median(chosen));
    }
}
