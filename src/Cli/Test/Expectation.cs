using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Cli.Test;

/// <summary>What a case expects. What it does not say may be anything.</summary>
internal sealed class Expectation
{
    private readonly JsonElement _case;
    private readonly JsonElement _expect;
    private readonly Recording _recording;

    /// <summary>Reads what a case expects.</summary>
    /// <exception cref="JsonException">It expects nothing.</exception>
    public Expectation(JsonElement @case)
    {
        _case = @case;
        _expect = @case.TryGetProperty("expect", out JsonElement expect) && expect.ValueKind == JsonValueKind.Object
            ? expect
            : throw new JsonException("The case must have an object \"expect\".");
        _recording = new Recording(@case);
    }

    /// <summary>What is different, or null.</summary>
    public string? Compare(CaseOutcome outcome) =>
        CompareText("status", outcome.Status, outcome) ?? CompareOutput(outcome) ?? CompareText("error", outcome.Error, outcome)
        ?? CompareCause(outcome) ?? CompareEvents(outcome);

    private string? CompareText(string member, string? actual, CaseOutcome outcome)
    {
        if (Find(member) is not { } expected || expected.ValueKind == JsonValueKind.Null || (actual is not null && _recording.Matches(expected, ToElement(actual))))
        {
            return null;
        }

        string reason = outcome.Error is null && outcome.Cause is null ? "" : $" ({outcome.Error}: {outcome.Cause})";
        return $"{member} {actual ?? "none"}{reason}, not {expected}";
    }

    private string? CompareOutput(CaseOutcome outcome)
    {
        if (Find("output") is not { } expected || (outcome.Output is not null && _recording.Matches(expected, Parse(outcome.Output))))
        {
            return null;
        }

        return $"output {outcome.Output ?? "none"}, not {expected.GetRawText()}";
    }

    /// <summary>A cause that is a JSON object stands parsed in what is expected.</summary>
    private string? CompareCause(CaseOutcome outcome)
    {
        if (Find("cause") is not { } expected || expected.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        bool isEqual = outcome.Cause is { } cause
            && (expected.ValueKind == JsonValueKind.String ? _recording.Matches(expected, ToElement(cause)) : TryParse(cause) is { } actual && _recording.Matches(expected, actual));
        return isEqual ? null : $"cause {outcome.Cause ?? "none"}, not {expected}";
    }

    /// <summary>Events are compared where their order is known; a recording may hold them from the last to the first.</summary>
    private string? CompareEvents(CaseOutcome outcome)
    {
        if (Find("events") is not { ValueKind: JsonValueKind.Array } events
            || !_case.TryGetProperty("events_order", out JsonElement order) || order.ValueKind != JsonValueKind.String || order.GetString() != "exact")
        {
            return null;
        }

        IEnumerable<string?> expected = events.EnumerateArray().OrderBy(IdOf).Select(TypeOf);
        return expected.SequenceEqual(outcome.Events)
            ? null
            : $"events {string.Join(", ", outcome.Events)}, not\n{string.Join(", ", expected)}";
    }

    private static int IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out int number) ? number : 0;

    /// <summary>An event is an object with a type, or its type alone.</summary>
    private static string? TypeOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString(),
        JsonValueKind.Object when item.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String => type.GetString(),
        _ => null,
    };

    private JsonElement? Find(string member) => _expect.TryGetProperty(member, out JsonElement value) ? value : null;

    private static JsonElement ToElement(string text) => JsonSerializer.SerializeToElement(text);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, CaseReader.DocumentOptions);
        return document.RootElement.Clone();
    }

    private static JsonElement? TryParse(string json)
    {
        try
        {
            return Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
