using System;
using System.Collections.Generic;
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
/// through garbage collections is what a fast interpreter spends most of its time on.
/// </summary>
/// <param name="limit">How many events it holds at most.</param>
/// <param name="firstChunk">How many events it has room for at first.</param>
internal sealed class HistoryLog(int limit, int firstChunk = 32)
{
    private const int LaterChunk = 128;

    private readonly List<HistoryEntry[]> _chunks = new(1);
    private HistoryEntry[] _current = [];
    private int _used;

    public int Count { get; private set; }

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
            _current = new HistoryEntry[_chunks.Count == 0 ? firstChunk : LaterChunk];
            _chunks.Add(_current);
            _used = 0;
        }

        _current[_used++] = new HistoryEntry(type, previousId, time.UtcTicks, subject, data);
        return ++Count;
    }

    /// <summary>Gives back the room that the last event left. Nothing is appended afterwards.</summary>
    public void Trim()
    {
        Array.Resize(ref _current, _used);
        _chunks[^1] = _current;
    }

    public ref readonly HistoryEntry this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return ref index < firstChunk
                ? ref _chunks[0][index]
                : ref _chunks[1 + ((index - firstChunk) / LaterChunk)][(index - firstChunk) % LaterChunk];
        }
    }
}
