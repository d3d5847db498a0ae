using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text.Json;

namespace StateMachineGen.Cli.Test;

/// <summary>The events that a case expects, compared by their types and as far as their order is known.</summary>
internal static class ExpectedEvents
{
    /// <summary>Events that recordings leave out where they are sorted.</summary>
    private static readonly string[] s_leftOut = ["ParallelStateSucceeded", "ParallelStateExited"];

    /// <summary>What is different, or null. A case says how its events are to be compared; without that they are not.</summary>
    public static string? Compare(JsonElement @case, JsonElement expect, ImmutableArray<string> actual)
    {
        if (!expect.TryGetProperty("events", out JsonElement events) || events.ValueKind != JsonValueKind.Array
            || !@case.TryGetProperty("events_order", out JsonElement order) || order.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        // A recording may hold its events from the last to the first.
        (int? Id, string? Type)[] expected = [.. events.EnumerateArray().Select(each => (Id: IdOf(each), Type: TypeOf(each))).OrderBy(each => each.Id ?? 0)];
        bool isEqual = order.GetString() switch
        {
            "exact" => expected.Select(each => each.Type).SequenceEqual(actual),
            "parallel-sorted" => IsEqualButForBranches(expected, actual),
            _ => true,
        };
        return isEqual ? null : $"events {string.Join(", ", actual)}, not\n{string.Join(", ", expected.Select(each => each.Type))}";
    }

    /// <summary>Events with a number stand where it says; those of branches have none, since they interleave now so, now otherwise.</summary>
    private static bool IsEqualButForBranches((int? Id, string? Type)[] expected, ImmutableArray<string> actual)
    {
        var left = new List<string?>(actual);
        foreach ((int? id, string? type) in expected)
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
        return expected.All(each => each.Id is not null || left.Remove(each.Type)) && left.TrueForAll(static type => s_leftOut.Contains(type));
    }

    private static int? IdOf(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out JsonElement id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out int number) ? number : null;

    /// <summary>An event is an object with a type, or its type alone.</summary>
    private static string? TypeOf(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString(),
        JsonValueKind.Object when item.TryGetProperty("type", out JsonElement type) && type.ValueKind == JsonValueKind.String => type.GetString(),
        _ => null,
    };
}
