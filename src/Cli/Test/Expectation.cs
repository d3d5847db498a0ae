using System.Linq;
using System.Text.Json;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Test;

/// <summary>What a case expects. What it does not say may be anything.</summary>
internal sealed class Expectation
{
    private static readonly string[] s_members = ["status", "output", "error", "cause", "events", "exception", "nextState", "inspectionData"];

    private readonly ExpectedEvents? _events;
    private readonly JsonElement _expect;
    private readonly Recording _recording;

    /// <summary>Reads what a case expects.</summary>
    /// <exception cref="JsonException">It expects nothing.</exception>
    public Expectation(JsonElement @case)
    {
        _expect = CaseMember.Find(@case, "expect", JsonValueKind.Object) ?? throw new JsonException("The case must have an object \"expect\".");
        _events = ExpectedEvents.Read(@case, _expect);
        _recording = new Recording(@case);
    }

    /// <summary>A member that is never compared, since it is none that there is; or null.</summary>
    public string? Unknown => _expect.EnumerateObject().Select(each => each.Name).FirstOrDefault(name => !s_members.Contains(name));

    /// <summary>What is different, or null.</summary>
    public string? Compare(CaseOutcome outcome) => CompareRefusal(outcome) ?? outcome.CallDifference
        ?? CompareText("status", outcome.Status, outcome) ?? CompareOutput(outcome) ?? CompareText("error", outcome.Error, outcome) ?? CompareCause(outcome)
        ?? (outcome.State is null ? _events?.Compare(outcome.Events) : CompareText("nextState", outcome.State.Next, outcome) ?? CompareInspection(outcome.State));

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
        if (CaseMember.Find(_expect, "inspectionData", JsonValueKind.Object) is not { } expected)
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

    private JsonElement? Find(string member) => _expect.TryGetProperty(member, out JsonElement value) ? value : null;

    private static JsonElement ToElement(string text) => JsonSerializer.SerializeToElement(text);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json, CaseMember.DocumentOptions);
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
