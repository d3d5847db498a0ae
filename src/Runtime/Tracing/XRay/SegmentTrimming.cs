using System;
using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Data;

namespace StateMachineGen.Tracing;

/// <summary>Makes a segment that is too large smaller by what X-Ray does not index.</summary>
internal static class SegmentTrimming
{
    /// <summary>How much metadata stays in a segment that has too much.</summary>
    private const int MaxMetadataSize = 16_000;

    /// <summary>A text that would have to be shorter than this says nothing and is left off.</summary>
    private const int MinTextLength = 16;

    /// <summary>
    /// Cuts metadata that is larger than 16 kB down to that: texts are cut, other values left off, the largest first.
    /// </summary>
    /// <returns>Whether anything changed.</returns>
    public static bool TrimMetadata(Segment segment)
    {
        var sizes = segment.Metadata.ToDictionary(tag => tag.Key, tag => SegmentJson.SizeOf(tag.Key, tag.Value));
        int room = MaxMetadataSize;
        if (sizes.Values.Sum() <= room)
        {
            return false;
        }

        // The small ones need less than their share, and leave more to the large ones.
        var kept = new Dictionary<string, object?>();
        KeyValuePair<string, object?>[] bySize = [.. segment.Metadata.OrderBy(tag => sizes[tag.Key])];
        for (int i = 0; i < bySize.Length; i++)
        {
            var (tag, value) = bySize[i];
            int share = room / (bySize.Length - i);
            if (sizes[tag] <= share)
            {
                kept.Add(tag, value);
                room -= sizes[tag];
            }
            else if (value is string text && Cut(tag, text, share) is { } cut)
            {
                kept.Add(tag, cut);
                room -= SegmentJson.SizeOf(tag, cut);
            }
        }

        KeyValuePair<string, object?>[] inOrder = [.. segment.Metadata.Where(tag => kept.ContainsKey(tag.Key)).Select(tag => new KeyValuePair<string, object?>(tag.Key, kept[tag.Key]))];
        segment.Metadata.Clear();
        segment.Metadata.AddRange(inOrder);
        return true;
    }

    /// <summary>Leaves off metadata, then outer stack frames, half of the longest stacks at a time.</summary>
    /// <returns>Whether anything changed.</returns>
    public static bool Shrink(Segment segment)
    {
        if (segment.Metadata.Count > 0)
        {
            segment.Metadata.Clear();
            return true;
        }

        if (segment.Cause is not { } cause || cause.Exceptions.Max(e => e.Stack.Length) is not (> 0 and int longest))
        {
            return false;
        }

        segment.Cause = cause with { Exceptions = [.. cause.Exceptions.Select(e => Shorten(e, longest / 2))] };
        return true;
    }

    private static SegmentException Shorten(SegmentException exception, int frames) => exception.Stack.Length <= frames
        ? exception
        : exception with { Stack = exception.Stack[..frames], Truncated = exception.Truncated + exception.Stack.Length - frames };

    private static string? Cut(string tag, string text, int size)
    {
        // A character takes one byte or more.
        for (int length = Math.Min(text.Length, size); length >= MinTextLength; length -= (length / 4) + 1)
        {
            string cut = Truncation.Ellipsize(text, length);
            if (SegmentJson.SizeOf(tag, cut) <= size)
            {
                return cut;
            }
        }

        return null;
    }
}
