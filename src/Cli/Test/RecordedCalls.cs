using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Cli.Test;

/// <summary>The calls of one state as they were recorded on AWS, with what the service answered.</summary>
/// <param name="calls">The calls in the order of their events.</param>
/// <param name="case">The case that they belong to.</param>
internal sealed class RecordedCalls(IReadOnlyList<JsonElement> calls, JsonElement @case)
{
    private readonly bool[] _isAnswered = new bool[calls.Count];

    /// <summary>Mocks each state with its calls.</summary>
    /// <exception cref="JsonException">The list has another form.</exception>
    public static void Mock(LocalOptions options, JsonElement mocks, JsonElement @case)
    {
        foreach (IGrouping<string, JsonElement> state in mocks.EnumerateArray().GroupBy(call => Text(call, "state") ?? throw Fault("state")))
        {
            options.Mock(state.Key, Reply.From<JsonElement>(new RecordedCalls([.. state], @case).Answer));
        }
    }

    /// <summary>The answer to the first call with the same parameters that had none yet; where none is the same, to the first in order.</summary>
    private Reply Answer(JsonElement parameters)
    {
        int next = -1;
        for (int i = 0; i < calls.Count; i++)
        {
            if (_isAnswered[i])
            {
                continue;
            }

            next = next < 0 ? i : next;
            if (calls[i].TryGetProperty("parameters", out JsonElement recorded) && new Recording(@case).Matches(recorded, parameters))
            {
                next = i;
                break;
            }
        }

        if (next < 0)
        {
            return ToReply(calls[^1]);
        }

        _isAnswered[next] = true;
        return ToReply(calls[next]);
    }

    /// <summary>The service's answer, as the event tells it that followed; without such an event there was none.</summary>
    private static Reply ToReply(JsonElement call)
    {
        string kind = Text(call, "event") ?? "";
        if (kind.EndsWith("Succeeded", StringComparison.Ordinal))
        {
            return Reply.ReturnJson(call.TryGetProperty("output", out JsonElement output) ? output.GetRawText() : "null");
        }

        return kind.EndsWith("Failed", StringComparison.Ordinal) ? Reply.Fail(Text(call, "error"), Text(call, "cause")) : Reply.Timeout();
    }

    private static string? Text(JsonElement call, string member) => call.ValueKind != JsonValueKind.Object || !call.TryGetProperty(member, out JsonElement value)
        ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => value.GetRawText(),
        };

    private static JsonException Fault(string member) => new($"Each of the recorded calls in \"mocks\" must be an object with \"{member}\".");
}
