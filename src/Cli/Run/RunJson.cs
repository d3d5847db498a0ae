using System.Text.Json;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli.Run;

/// <summary>What an execution came to, for programs.</summary>
internal static class RunJson
{
    /// <summary>All of it as one JSON object.</summary>
    /// <param name="machine">The machine's name.</param>
    /// <param name="run">The execution.</param>
    public static string Write(string machine, ExecutionResult<JsonElement> run) => JsonText.Write(isIndented: true, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("machine", machine);
        writer.WriteString("status", run.Status.ToApiName());
        WriteJson(writer, "output", run.OutputJson);
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
            WriteJson(writer, "input", visit.Input);
            WriteJson(writer, "output", visit.Output);
            WriteJson(writer, "assigned", visit.Assigned);
            writer.WriteNumber("attempts", visit.Attempts);
            writer.WriteString("error", visit.Error);
            writer.WriteString("cause", visit.Cause);
            writer.WriteBoolean("isCaught", visit.IsCaught);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("history");
        run.History.WriteTo(writer);
        writer.WriteEndObject();
    });

    private static void WriteJson(Utf8JsonWriter writer, string name, string? json)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(json ?? "null");
    }
}
