using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Cli.Test;

/// <summary>The events that a case expects, compared by their types and as far as their order is known.</summary>
internal sealed class ExpectedEvents
{
    private const string Exact = "exact";
    private const string ParallelSorted = "parallel-sorted";

    /// <summary>Events that recordings leave out where they are sorted.</summary>
    private static readonly string[] s_leftOut = ["ParallelStateSucceeded", "ParallelStateExited"];

    private readonly (int? Id, string Type)[] _events;
    private readonly bool _isSorted;

    private ExpectedEvents(JsonElement events, bool isSorted)
    {
        // A recording may hold its events from the last to the first.
        _events = [.. events.EnumerateArray().Select(each => (Id: IdOf(each), Type: TypeOf(each))).OrderBy(each => each.Id ?? 0)];
        _isSorted = isSorted;
    }

    /// <summary>Reads the events and how they are to be compared; null when they are not.</summary>
    /// <exception cref="JsonException">They have another form.</exception>
    public static ExpectedEvents? Read(JsonElement @case, JsonElement expect)
    {
        string order = CaseMember.Choose(@case, "events_order", "any", Exact, ParallelSorted);
        JsonElement? events = CaseMember.Find(expect, "events", JsonValueKind.Array);
        return events is null || order == "any" ? null : new ExpectedEvents(events.Value, order == ParallelSorted);
    }

    /// <summary>What is different, or null.</summary>
    public string? Compare(ImmutableArray<string> actual) =>
        (_isSorted ? IsEqualButForBranches(actual) : _events.Select(each => each.Type).SequenceEqual(actual))
            ? null
            : $"events {string.Join(", ", actual)}, not\n{string.Join(", ", _events.Select(each => each.Type))}";

    /// <summary>Events with a number stand where it says; those of branches have none, since they interleave now so, now otherwise.</summary>
    private bool IsEqualButForBranches(ImmutableArray<string> actual)
    {
        var left = new List<string?>(actual);
        foreach ((int? id, string type) in _events)
        {
            if (id is { } number)
            {
                if (number < 1 || number > left.Count || left[number - 1] != type)
                {
                    return false;
                }

                left[number - 1] = null;
            }
        }

        left.RemoveAll(static type => type is null);
        return _events.All(each => each.Id is not null || left.Remove(each.Type)) && left.TrueForAll(static type => s_leftOut.Contains(type));
    }

    private static int? IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out int number) ? number : null;

    /// <summary>An event is an object with a type, or its type alone.</summary>
    private static string TypeOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString()!,
        JsonValueKind.Object when item.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String => type.GetString()!,
        _ => throw new JsonException("Each of \"events\" must be a type of event, or an object with a \"type\"."),
    };
}
