using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Cli.Test;

namespace StateMachineGen.Conformance.Tests;

/// <summary>Compares what the events of an execution tell with what was recorded on AWS.</summary>
internal sealed class EventDetails(Recording recording)
{
    /// <summary>Details that are texts of JSON.</summary>
    private static readonly HashSet<string> s_texts = new(StringComparer.Ordinal) { "input", "output", "parameters", "cause" };

    /// <summary>What a local run cannot know, or AWS itself tells now so, now otherwise.</summary>
    private static readonly HashSet<string> s_unknown = new(StringComparer.Ordinal)
    {
        "activityStartedEventDetails/workerName",
        "taskSubmittedEventDetails/output",
        "taskSubmittedEventDetails/outputDetails",
        "evaluationFailedEventDetails/cause",
        "mapRunStartedEventDetails/mapRunArn",
    };

    /// <summary>The first difference, or null. The events must be the same ones in the same order.</summary>
    public string? Compare(JsonElement[] expected, ExecutionHistory history) =>
        expected.Zip(Read(history)).Select(pair => Explain(pair.First, pair.Second)).FirstOrDefault(each => each is not null);

    /// <summary>The first difference, or null. Events without a number may be any of those that have the same type.</summary>
    public string? CompareSorted(JsonElement[] expected, ExecutionHistory history)
    {
        List<JsonElement> left = Read(history);
        foreach (JsonElement one in expected.OrderByDescending(HasNumber))
        {
            string? difference = "there is none like it";
            int found = HasNumber(one)
                ? left.FindIndex(each => each.GetProperty("id").GetInt32() == one.GetProperty("id").GetInt32() && (difference = Explain(one, each)) is null)
                : left.FindIndex(each => HasType(one, each) && CompareEvent(one, each) is null);
            if (found < 0)
            {
                return $"{one.GetRawText()}: {difference}";
            }

            left.RemoveAt(found);
        }

        return null;
    }

    private static bool HasNumber(JsonElement one) => one.GetProperty("id").ValueKind == JsonValueKind.Number;

    private static bool HasType(JsonElement expected, JsonElement actual) => expected.GetProperty("type").ValueEquals(actual.GetProperty("type").GetString());

    private static List<JsonElement> Read(ExecutionHistory history) =>
        [.. JsonSerializer.Deserialize<JsonElement>(history.ToJson()).GetProperty("events").EnumerateArray()];

    private string? Explain(JsonElement expected, JsonElement actual) =>
        CompareEvent(expected, actual) is { } difference ? $"event {expected.GetProperty("id")} {expected.GetProperty("type")}: {difference}" : null;

    /// <summary>Whether a text is the expected value: an object if AWS's text was one, else the text itself.</summary>
    private bool MatchesText(JsonElement expected, string actual)
    {
        JsonElement value = expected;
        if (expected.ValueKind == JsonValueKind.String)
        {
            if (recording.Matches(expected, JsonSerializer.SerializeToElement(actual)))
            {
                return true;
            }

            if (Parse(expected.GetString()!) is not { } parsed)
            {
                return false;
            }

            value = parsed;
        }

        return Parse(actual) is { } other && recording.Matches(value, other);
    }

    private string? CompareEvent(JsonElement expected, JsonElement actual)
    {
        foreach (JsonProperty details in expected.EnumerateObject().Where(each => each.Value.ValueKind == JsonValueKind.Object))
        {
            if (!actual.TryGetProperty(details.Name, out JsonElement found))
            {
                return $"no {details.Name}";
            }

            foreach (JsonProperty detail in details.Value.EnumerateObject().Where(each => !s_unknown.Contains($"{details.Name}/{each.Name}")))
            {
                if (!found.TryGetProperty(detail.Name, out JsonElement value))
                {
                    return $"no {detail.Name}, which is {detail.Value.GetRawText()}";
                }

                if (!Matches(detail, value))
                {
                    return $"{detail.Name} {value.GetRawText()}, not {detail.Value.GetRawText()}";
                }
            }

            string[] more = [.. found.EnumerateObject().Select(each => each.Name)
                .Where(each => !details.Value.TryGetProperty(each, out _) && !s_unknown.Contains($"{details.Name}/{each}"))];
            if (more.Length > 0)
            {
                return $"{string.Join(", ", more)} more than on AWS";
            }
        }

        return null;
    }

    private bool Matches(JsonProperty expected, JsonElement actual) => expected.Name switch
    {
        "assignedVariables" => expected.Value.EnumerateObject().Count() == actual.EnumerateObject().Count()
            && expected.Value.EnumerateObject().All(each =>
                actual.TryGetProperty(each.Name, out JsonElement value) && MatchesText(each.Value, value.GetString()!)),
        _ when s_texts.Contains(expected.Name) => MatchesText(expected.Value, actual.GetString()!),
        _ => recording.Matches(expected.Value, actual),
    };

    private static JsonElement? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
