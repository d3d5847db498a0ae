using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli.Run;

/// <summary>What an execution came to.</summary>
/// <param name="machine">The machine's name.</param>
/// <param name="run">The execution.</param>
internal sealed class RunReport(string machine, ExecutionResult<JsonElement> run)
{
    /// <summary>The visits of states in a table, and the end.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        int longest = run.Visits.Max(static visit => visit.State.Length);
        foreach (StateVisit visit in run.Visits)
        {
            string start = Seconds(visit.Start - run.StartTime);
            string attempts = visit.Attempts == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"  {visit.Attempts} attempts");
            string error = visit.Error is null ? "" : $"  {visit.Error}{(visit.IsCaught ? " (caught)" : "")}";
            string line = string.Create(
                CultureInfo.InvariantCulture,
                $"{start,10}  {Messages.Printable(visit.State).PadRight(longest)}  {visit.Type,-8}  {Seconds(visit.End - visit.Start),10}{attempts}{Messages.Printable(error)}");
            text.Append(line).Append('\n');
        }

        text.Append(CultureInfo.InvariantCulture, $"{StatusName.Of(run.Status)} after {Seconds(run.Duration)}\n");
        string end = run.OutputJson ?? $"{run.Error ?? "no error name"}: {run.Cause ?? "no cause"}";
        return text.Append(run.IsSucceeded || run.Error is not null || run.Cause is not null ? Messages.Printable(end) + "\n" : "").ToString();
    }

    /// <summary>All of it as one JSON object.</summary>
    public string ToJson() => JsonText.Write(isIndented: true, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("machine", machine);
        writer.WriteString("status", StatusName.Of(run.Status));
        writer.WritePropertyName("output");
        writer.WriteRawValue(run.OutputJson ?? "null");
        writer.WriteString("error", run.Error);
        writer.WriteString("cause", run.Cause);
        writer.WriteNumber("seconds", run.Duration.TotalSeconds);
        writer.WriteStartArray("states");
        foreach (StateVisit visit in run.Visits)
        {
            writer.WriteStartObject();
            writer.WriteString("state", visit.State);
            writer.WriteString("type", visit.Type);
            writer.WriteString("start", visit.Start);
            writer.WriteString("end", visit.End);
            writer.WriteNumber("attempts", visit.Attempts);
            writer.WriteString("error", visit.Error);
            writer.WriteBoolean("isCaught", visit.IsCaught);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("history");
        run.History.WriteTo(writer);
        writer.WriteEndObject();
    });

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
