using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StateMachineGen.Harness;
using StateMachineGen.Tracing;

namespace StateMachineGen.Runtime.Tests.Tracing;

/// <summary>
/// The files of one small trace, for a reader: times are fixed, and ids, which .NET draws, are numbered by their first
/// occurrence. The segment documents inside of the X-Ray file are shown as JSON and not as texts.
/// </summary>
[Collection(ListeningTests.Name)]
public sealed partial class TraceFileSnapshotTests : IDisposable
{
    private static readonly JsonSerializerOptions s_readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("statemachinegen-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_X_Ray_file()
    {
        using XRayTraceCollector collector = Collect();
        string path = Path.Combine(_folder.FullName, "orders.xray.json");
        collector.WriteFile(path);

        XRayValidator.ValidateFile(path).ShouldBeEmpty();
        JsonNode file = JsonNode.Parse(File.ReadAllText(path))!;
        foreach (JsonNode? segment in file["Traces"]!.AsArray().SelectMany(trace => trace!["Segments"]!.AsArray()))
        {
            segment!["Document"] = JsonNode.Parse(segment["Document"]!.GetValue<string>());
        }

        Snapshot.Match(Readable(file), "orders.xray.json");
    }

    [Fact]
    public void The_OTLP_file()
    {
        using XRayTraceCollector collector = Collect();
        string path = Path.Combine(_folder.FullName, "orders.otlp.json");
        collector.WriteOtlpFile(path);

        OtlpValidator.Validate(File.ReadAllText(path)).ShouldBeEmpty();
        Snapshot.Match(Readable(JsonNode.Parse(File.ReadAllText(path))!), "orders.otlp.json");
    }

    private static XRayTraceCollector Collect()
    {
        var collector = new XRayTraceCollector(new() { ServiceName = "shop", ServiceVersion = "2.1" });
        using var made = new HandMadeTrace();
        Activity? execution = made.Execution("Orders", "run-1", 0);
        Activity? state = made.State("Charge", "Task", 0);
        Activity? first = made.Attempt(1, 0);
        Activity? call = made.Call("charge-card", 0);
        Activity? run = made.Run("charge-card", 0);
        HandMadeTrace.Fail(run, "Busy", 500, cause: "one moment");
        run?.AddEvent(new ActivityEvent(ExceptionEvent.Name, HandMadeTrace.At(1), new ActivityTagsCollection
        {
            { ExceptionEvent.Type, "Shop.Busy" },
            { ExceptionEvent.Message, "one moment" },
            { ExceptionEvent.StackTrace, "Shop.Busy: one moment\n ---> System.TimeoutException: the bank\n   at Shop.Bank.Ask() in Bank.cs:line 7\n   --- End of inner exception stack trace ---\n   at Shop.Charge.ExecuteAsync() in Charge.cs:line 12" },
        }));
        HandMadeTrace.End(run, 1);
        HandMadeTrace.Fail(call, "Busy", 500, cause: "one moment");
        HandMadeTrace.End(call, 1);
        HandMadeTrace.Fail(first, "Busy", 500);
        HandMadeTrace.End(first, 1);
        Activity? second = made.Attempt(2, 3);
        made.Invoke("charge-card", 3, 3.25);
        HandMadeTrace.End(second, 3.25);
        made.EndState(state, "Done", 2, 3.25);
        made.EndState(made.State("Done", "Succeed", 3.25), null, 1, 3.25);
        made.EndExecution(execution, "SUCCEEDED", 3.25);
        return collector;
    }

    private static string Readable(JsonNode file)
    {
        var numbers = new Dictionary<string, int>();
        string text = file.ToJsonString(s_readable).Replace($"\"{ProductVersion.Text}\"", "\"(version)\"", StringComparison.Ordinal);
        return Id().Replace(text, id =>
        {
            if (!numbers.TryGetValue(id.Value, out int number))
            {
                number = numbers.Count + 1;
                numbers.Add(id.Value, number);
            }

            return number.ToString(CultureInfo.InvariantCulture).PadLeft(id.Length, '0');
        }) + "\n";
    }

    /// <summary>The random part of an X-Ray trace id, a W3C trace id, or a span's id.</summary>
    [GeneratedRegex("(?<=\"1-[0-9a-f]{8}-)[0-9a-f]{24}(?=\")|(?<=\")([0-9a-f]{32}|[0-9a-f]{16})(?=\")")]
    private static partial Regex Id();
}
