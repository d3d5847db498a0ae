using System;
using System.Collections.Generic;
using System.Numerics;
using StateMachineGen.Data;

namespace StateMachineGen.Execution;

/// <summary>An event as it is kept: what it refers to, not its text.</summary>
/// <param name="Type">The kind of event.</param>
/// <param name="PreviousId">The id of the event that led to it.</param>
/// <param name="Ticks">The time, as ticks of UTC.</param>
/// <param name="Subject">The state or the call that the event is about; null for events of the execution.</param>
/// <param name="Data">A value, a <see cref="Failure"/>, or another record of what the event tells.</param>
internal readonly record struct HistoryEntry(HistoryEventType Type, int PreviousId, long Ticks, object? Subject, object? Data);

/// <summary>What a state is left with when there is more to tell than its output.</summary>
/// <param name="Output">The output.</param>
/// <param name="Caught">The error that was caught; null when the state went well.</param>
/// <param name="Assigned">The variables that were set, or null.</param>
internal sealed record StateExit(JsonValue Output, Failure? Caught, JsonObject? Assigned);

/// <summary>How many items a Map has.</summary>
internal sealed record MapLength(int Value);

/// <summary>The worker that took an activity.</summary>
internal sealed record WorkerName(string Value);

/// <summary>What a map run is called.</summary>
internal sealed record MapRunName(string Arn);

/// <summary>
/// The events of an execution, in chunks: a list that doubles copies what it holds, and the survival of a long history
/// through garbage collections is what a fast interpreter spends most of its time on. Chunks begin small and double, because
/// executions that wait and those of map runs have few events, and there may be very many of them.
/// </summary>
/// <param name="limit">How many events it holds at most.</param>
internal sealed class HistoryLog(int limit)
{
    private const int FirstChunk = 4;
    private const int Doublings = 5;
    private const int LargestChunk = FirstChunk << Doublings;

    // How many events the chunks before the first of the largest ones hold.
    private const int Doubled = LargestChunk - FirstChunk;

    // A report reads while the execution's thread appends: an entry is written before the count that tells of it, and a full chunk is put aside before another takes its place.
    private volatile List<HistoryEntry[]>? _full;
    private volatile HistoryEntry[] _current = new HistoryEntry[FirstChunk];
    private volatile int _count;
    private int _used;

    public int Count => _count;

    public int Limit { get; } = limit;

    /// <summary>Whether an event was refused, because only the one that ends the execution still fitted.</summary>
    public bool HasOverflowed { get; private set; }

    /// <summary>Appends an event, and returns its id; 0 when the history is full.</summary>
    public int Append(HistoryEventType type, int previousId, DateTimeOffset time, object? subject, object? data)
    {
        if (Count >= Limit - 1)
        {
            HasOverflowed = true;
            return 0;
        }

        return AppendLast(type, previousId, time, subject, data);
    }

    /// <summary>Appends an event whatever the limit says.</summary>
    public int AppendLast(HistoryEventType type, int previousId, DateTimeOffset time, object? subject, object? data)
    {
        if (_used == _current.Length)
        {
            _full ??= [];
            _full.Add(_current);
            _current = new HistoryEntry[FirstChunk << Math.Min(_full.Count, Doublings)];
            _used = 0;
        }

        _current[_used++] = new HistoryEntry(type, previousId, time.UtcTicks, subject, data);
        return ++_count;
    }

    /// <summary>Gives back the room that the last event left. Nothing is appended afterwards.</summary>
    public void Trim() => _current = _current[.._used];

    public ref readonly HistoryEntry this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            (int chunk, int place) = index >= Doubled
                ? (Doublings + ((index - Doubled) / LargestChunk), (index - Doubled) % LargestChunk)
                : PlaceInDoubled(index);
            HistoryEntry[] current = _current;
            HistoryEntry[]? putAside = _full is { } full && chunk < full.Count ? full[chunk] : null;
            return ref (putAside ?? current)[place];
        }
    }

    private static (int Chunk, int Place) PlaceInDoubled(int index)
    {
        int chunk = BitOperations.Log2((uint)(index / FirstChunk) + 1);
        return (chunk, index - ((FirstChunk << chunk) - FirstChunk));
    }
}
