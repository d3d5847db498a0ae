using System;
using StateMachineGen.Cli.Output;

namespace StateMachineGen.Cli.Test;

/// <summary>A case that was run.</summary>
/// <param name="Id">The case's name.</param>
/// <param name="Outcome">What it came to; null when it could not be run.</param>
/// <param name="Difference">What differs from what is expected, or why the case could not be run; null when it passed.</param>
internal sealed record CaseResult(string Id, CaseOutcome? Outcome, string? Difference)
{
    public bool IsPassed => Difference is null;

    /// <summary>A member of the case that says nothing to a test, in a sentence; null when there is none.</summary>
    public string? Unused { get; init; }

    /// <summary>The result as one line of JSON.</summary>
    public string ToJson() => JsonText.Write(isIndented: false, writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("id", Id);
        writer.WriteBoolean("pass", IsPassed);
        writer.WriteString("status", Outcome?.Status);
        writer.WritePropertyName("output");
        writer.WriteRawValue(Outcome?.Output ?? "null");
        writer.WriteString("error", Outcome?.Error);
        writer.WriteString("cause", Outcome?.Cause);
        writer.WriteStartArray("events");
        foreach (string type in Outcome?.Events ?? [])
        {
            writer.WriteStringValue(type);
        }

        writer.WriteEndArray();
        if (Outcome?.State is { } state)
        {
            writer.WriteString("nextState", state.Next);
            writer.WritePropertyName("inspectionData");
            writer.WriteRawValue(state.Inspection ?? "null");
            writer.WriteString("exception", state.Refusal is { } refusal ? $"{refusal.Code}: {refusal.Message}" : null);
        }

        writer.WriteString("message", Difference);
        writer.WriteEndObject();
    });

    /// <summary>The result for people: one line, and below it what differs.</summary>
    public string ToText() => IsPassed ? $"passed  {Messages.Printable(Id)}\n" : $"FAILED  {Messages.Printable(Id)}\n        {Indent(Difference!)}\n";

    private static string Indent(string text) => string.Join("\n        ", Array.ConvertAll(text.Split('\n'), Messages.Printable));
}
