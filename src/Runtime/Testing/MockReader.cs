using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using StateMachineGen.Data;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Testing;

/// <summary>Reads mocks that are given as JSON: the answers to a state's calls by their numbers, as AWS's <c>MockConfigFile.json</c> has them.</summary>
internal static class MockReader
{
    private const string Return = "Return";
    private const string Throw = "Throw";
    private const string NoAnswer = "NoAnswer";

    /// <summary>Answers may be as deep as data; what is around them is a few levels more.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new() { MaxDepth = JsonValue.MaxDepth + 8 };

    /// <summary>Reads the answers to a state's calls: <c>{ "0": { "Return": … }, "1-2": { "Throw": … }, "3": { "NoAnswer": true } }</c>.</summary>
    /// <param name="calls">The answers.</param>
    /// <param name="owner">Whose they are, for messages.</param>
    /// <exception cref="JsonException">They have another form, or leave out a call.</exception>
    public static Reply[] ReadReplies(JsonElement calls, string owner)
    {
        var replies = new SortedDictionary<int, Reply>();
        foreach (JsonProperty call in RequireObject(calls, owner).EnumerateObject())
        {
            string place = $"{owner}, call {call.Name}";
            (int first, int last) = ReadRange(call.Name, place);
            Reply reply = ReadReply(call.Value, place);
            for (int number = first; number <= last; number++)
            {
                if (!replies.TryAdd(number, reply))
                {
                    throw new JsonException(FormattableString.Invariant($"{owner} has two answers to call {number}."));
                }
            }
        }

        int expected = 0;
        foreach (int number in replies.Keys)
        {
            if (number != expected++)
            {
                throw new JsonException(FormattableString.Invariant($"{owner} has no answer to call {expected - 1}, but to call {number}."));
            }
        }

        return replies.Count > 0 ? [.. replies.Values] : throw new JsonException($"{owner} has no answer at all.");
    }

    /// <summary>Reads an object, or throws.</summary>
    public static JsonElement RequireObject(JsonElement value, string owner) =>
        value.ValueKind == JsonValueKind.Object ? value : throw new JsonException($"{owner} must be an object.");

    private static (int First, int Last) ReadRange(string text, string place)
    {
        int dash = text.IndexOf('-', StringComparison.Ordinal);
        return TryRead(dash < 0 ? text : text[..dash], out int first) && TryRead(dash < 0 ? text : text[(dash + 1)..], out int last) && first <= last
            ? (first, last)
            : throw new JsonException($"{place}: a call is named by its number from 0, such as \"0\", or by a range such as \"1-3\".");
    }

    // No execution has as many calls as events.
    private static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < Quotas.HistoryEvents;

    private static Reply ReadReply(JsonElement answer, string place)
    {
        JsonElement kinds = RequireObject(answer, place);
        if (kinds.GetPropertyCount() == 1)
        {
            if (kinds.TryGetProperty(Return, out JsonElement result))
            {
                return Reply.ReturnJson(result.GetRawText());
            }

            if (kinds.TryGetProperty(Throw, out JsonElement failure))
            {
                RequireObject(failure, $"{place}, {Throw}");
                return Reply.Fail(ReadText(failure, "Error", place), ReadText(failure, "Cause", place));
            }

            if (kinds.TryGetProperty(NoAnswer, out JsonElement silence) && silence.ValueKind == JsonValueKind.True)
            {
                return Reply.Timeout();
            }
        }

        throw new JsonException($"{place}: an answer is an object with one of {Return}, {Throw} and {NoAnswer}, and the last is true.");
    }

    private static string? ReadText(JsonElement failure, string member, string place) =>
        !failure.TryGetProperty(member, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw new JsonException($"{place}: {member} must be a string.");
}
