using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Cli.Test;

/// <summary>The calls of one state as they were recorded on AWS, with what the service answered.</summary>
/// <param name="calls">The calls in the order of their events.</param>
/// <param name="case">The case that they belong to.</param>
internal sealed class RecordedCalls(IReadOnlyList<JsonElement> calls, JsonElement @case)
{
    private readonly bool[] _isAnswered = new bool[calls.Count];
    private string? _difference;

    /// <summary>The first call with other parameters than AWS sent, or the first that AWS made and this execution did not; null where there is none.</summary>
    public string? Difference => _difference ?? (Array.IndexOf(_isAnswered, false) is >= 0 and var missing ? $"no call of {Shown(calls[missing])}" : null);

    /// <summary>Mocks each state with its calls.</summary>
    /// <returns>The calls, state by state.</returns>
    /// <exception cref="JsonException">The list has another form.</exception>
    public static ImmutableArray<RecordedCalls> Mock(LocalOptions options, JsonElement mocks, JsonElement @case)
    {
        ImmutableArray<RecordedCalls>.Builder all = ImmutableArray.CreateBuilder<RecordedCalls>();
        foreach (IGrouping<string, JsonElement> state in mocks.EnumerateArray().GroupBy(call => Text(call, "state") ?? throw Fault("state")))
        {
            var recorded = new RecordedCalls([.. state], @case);
            options.Mock(state.Key, Reply.From<JsonElement>(recorded.Answer));
            all.Add(recorded);
        }

        return all.ToImmutable();
    }

    /// <summary>The answer to the first call with the same parameters that had none yet; where none is the same, to the first in order.</summary>
    private Reply Answer(JsonElement parameters)
    {
        int next = -1;
        bool isSame = false;
        for (int i = 0; i < calls.Count && !isSame; i++)
        {
            if (!_isAnswered[i])
            {
                isSame = !calls[i].TryGetProperty("parameters", out JsonElement recorded) || new Recording(@case).Matches(recorded, parameters);
                next = isSame || next < 0 ? i : next;
            }
        }

        if (next < 0)
        {
            _difference ??= $"one call more than AWS made of {Text(calls[0], "state")}, with {parameters.GetRawText()}";
            return ToReply(calls[^1]);
        }

        _isAnswered[next] = true;
        if (!isSame)
        {
            _difference ??= $"a call with {parameters.GetRawText()}, not of {Shown(calls[next])}";
        }

        return ToReply(calls[next]);
    }

    private static string Shown(JsonElement call) => $"{Text(call, "state")} with {Text(call, "parameters") ?? "any parameters"}";

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
