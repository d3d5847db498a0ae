using System.Collections;
using System.Collections.Generic;
using System.Text.Json;
using StateMachineGen.Data;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Visits;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;

namespace StateMachineGen;

/// <summary>The events of an execution in the order of their ids.</summary>
public sealed class ExecutionHistory : IReadOnlyList<HistoryEvent>
{
    private readonly HistoryLog _log;
    private readonly string _roleArn;
    private readonly string _region;

    internal ExecutionHistory(HistoryLog log, string roleArn, string region)
    {
        _log = log;
        _roleArn = roleArn;
        _region = region;
    }

    /// <inheritdoc/>
    public int Count => _log.Count;

    /// <summary>The event at this place, from 0; its id is one more.</summary>
    public HistoryEvent this[int index] => new(index + 1, in _log[index]);

    /// <inheritdoc/>
    public IEnumerator<HistoryEvent> GetEnumerator()
    {
        for (int i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads from a history what its execution did to each state, to be drawn over a picture of the definition.</summary>
    /// <param name="json">The answer of GetExecutionHistory, or an object that has it as its member <c>history</c>.</param>
    /// <param name="definition">The definition that was executed.</param>
    /// <exception cref="JsonException">The text is no history.</exception>
    public static ExecutionMarks ReadMarks(string json, StateMachine definition)
    {
        System.ArgumentNullException.ThrowIfNull(json);
        System.ArgumentNullException.ThrowIfNull(definition);
        return RecordedHistory.ReadMarks(json, definition);
    }

    /// <summary>The history as JSON, shaped like the answer of GetExecutionHistory.</summary>
    public string ToJson()
    {
        using JsonBuffer buffer = JsonBuffer.Rent();
        WriteTo(buffer.Writer);
        return buffer.GetText();
    }

    /// <summary>Writes the history as JSON, shaped like the answer of GetExecutionHistory: <c>{ "events": [ … ] }</c>.</summary>
    public void WriteTo(Utf8JsonWriter writer)
    {
        System.ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteStartArray("events");
        foreach (HistoryEvent item in this)
        {
            HistoryJson.Write(writer, item, _roleArn, _region);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
