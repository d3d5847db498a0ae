using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Testing;

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
    public string? Compare(CaseOutcome outcome) => CompareRefusal(outcome)
        ?? CompareText("status", outcome.Status, outcome) ?? CompareOutput(outcome) ?? CompareText("error", outcome.Error, outcome) ?? CompareCause(outcome)
        ?? (outcome.State is null ? CompareEvents(outcome) : CompareText("nextState", outcome.State.Next, outcome) ?? CompareInspection(outcome.State));

    /// <summary>An exception is expected as the SDK's object, or as the text that the SDK makes of it.</summary>
    private string? CompareRefusal(CaseOutcome outcome)
    {
        StateTestException? refusal = outcome.State?.Refusal;
        if (Find("exception") is not { } expected)
        {
            return refusal is null ? null : $"{refusal.Code}: {refusal.Message}";
        }

        bool isEqual = refusal is not null && (expected.ValueKind == JsonValueKind.String
            ? _recording.MatchesText(expected.GetString()!, $"An error occurred ({refusal.Code}) when calling the TestState operation: {refusal.Message}")
            : expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("Error", out JsonElement error)
                && _recording.Matches(error, JsonSerializer.SerializeToElement(new { refusal.Code, refusal.Message })));
        return isEqual ? null : $"exception {(refusal is null ? "none" : $"{refusal.Code}: {refusal.Message}")}, not {expected.GetRawText()}";
    }

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
        if (Find("output") is not { } expected)
        {
            return null;
        }

        bool isEqual = outcome.Output is { } output
            && (outcome.State is null ? _recording.Matches(expected, Parse(output)) : MatchesJson(expected, Parse(output)));
        return isEqual ? null : $"output {outcome.Output ?? "none"}, not {expected.GetRawText()}";
    }

    private string? CompareInspection(StateOutcome state)
    {
        if (Find("inspectionData") is not { ValueKind: JsonValueKind.Object } expected)
        {
            return null;
        }

        JsonElement actual = Parse(state.Inspection ?? "{}");
        bool isEqual = expected.GetPropertyCount() == actual.GetPropertyCount()
            && expected.EnumerateObject().All(each => actual.TryGetProperty(each.Name, out JsonElement value) && MatchesJson(each.Value, value));
        return isEqual ? null : $"inspectionData {actual.GetRawText()}, not\n{expected.GetRawText()}";
    }

    /// <summary>TestState gives JSON as text, which recordings hold parsed when it is an object.</summary>
    private bool MatchesJson(JsonElement expected, JsonElement actual) =>
        expected.ValueKind == JsonValueKind.String && TryParse(expected.GetString()!) is { } parsed
            ? _recording.Matches(parsed, actual)
            : _recording.Matches(expected, actual);

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
