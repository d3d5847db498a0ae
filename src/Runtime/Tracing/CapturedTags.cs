using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;
using System.Runtime.CompilerServices;

namespace StateMachineGen.Tracing;

/// <summary>Tags as they were added. Objects that may change later are copied at once, all else when it is read.</summary>
/// <remarks>
/// There is one of it in each span that is kept, and what keeping costs is above all what the garbage collector has to move: so the first tags, which
/// for most spans are all, are in the span itself, and numbers of attempts and the like are shared.
/// </remarks>
internal readonly struct CapturedTags
{
    private const int InPlace = 4;

    private static readonly object[] s_smallNumbers = [.. Enumerable.Range(0, 16).Cast<object>()];

    private readonly FirstTags _first;
    private readonly KeyValuePair<string, object?>[]? _further;
    private readonly int _count;

    public CapturedTags(Activity.Enumerator<KeyValuePair<string, object?>> tags)
    {
        foreach (ref readonly KeyValuePair<string, object?> tag in tags)
        {
            KeyValuePair<string, object?> captured = new(tag.Key ?? "", Hold(tag.Value));
            if (_count < InPlace)
            {
                _first[_count] = captured;
            }
            else
            {
                if (_count - InPlace == (_further?.Length ?? 0))
                {
                    Array.Resize(ref _further, Math.Max(InPlace, 2 * (_count - InPlace)));
                }

                _further![_count - InPlace] = captured;
            }

            _count++;
        }
    }

    /// <summary>The value of a tag, in the form of <see cref="TagValue"/>; of one that was added more than once the last.</summary>
    public object? Find(string key)
    {
        for (int i = _count - 1; i >= 0; i--)
        {
            if (Added(i) is var (name, value) && name == key)
            {
                return Read(value);
            }
        }

        return null;
    }

    /// <summary>The tags by their first place; where one was added more than once, the last value counts, as in OpenTelemetry.</summary>
    public ImmutableArray<KeyValuePair<string, object?>> ToValues()
    {
        if (_count == 0)
        {
            return [];
        }

        var tags = new OrderedDictionary<string, object?>(_count);
        for (int i = 0; i < _count; i++)
        {
            var (key, value) = Added(i);
            tags[key] = Read(value);
        }

        return [.. tags];
    }

    private KeyValuePair<string, object?> Added(int index) => index < InPlace ? _first[index] : _further![index - InPlace];

    private static object? Hold(object? value) => value switch
    {
        null or string => value,
        int number when (uint)number < (uint)s_smallNumbers.Length => s_smallNumbers[number],
        _ => value.GetType().IsPrimitive ? value : TagValue.Copy(value),
    };

    private static object? Read(object? held) => held is ImmutableArray<object?> ? held : TagValue.Copy(held);

    [InlineArray(InPlace)]
    private struct FirstTags
    {
        private KeyValuePair<string, object?> _tag;
    }
}
