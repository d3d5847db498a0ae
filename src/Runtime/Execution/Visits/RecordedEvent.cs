using System;
using System.Globalization;
using System.Text.Json;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.Visits;

/// <summary>An event as GetExecutionHistory tells it in JSON.</summary>
internal sealed class RecordedEvent : IHistoryItem
{
    private RecordedEvent(int id, int previousEventId, DateTimeOffset timestamp)
    {
        Id = id;
        PreviousEventId = previousEventId;
        Timestamp = timestamp;
    }

    public int Id { get; }

    public int PreviousEventId { get; }

    public DateTimeOffset Timestamp { get; }

    public EventRole Role { get; private init; }

    public string? StateName { get; private init; }

    public StateType? StateType { get; private init; }

    public int? Iteration { get; private init; }

    public string? Error { get; private init; }

    bool? IHistoryItem.IsCaught => null;

    /// <summary>Reads an event.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static RecordedEvent Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || Text(json, "type") is not { Length: > 0 } type || Number(json, "id") is not { } id)
        {
            throw new JsonException("An event of a history has a text 'type' and a number 'id'.");
        }

        EventRole role = RoleOf(type);
        string? state = Details(json, role switch
        {
            EventRole.StateEntered => "stateEnteredEventDetails",
            EventRole.StateExited => "stateExitedEventDetails",
            _ => null,
        }) is { } details ? Text(details, "name") : null;
        if (role == EventRole.StateEntered && state is null)
        {
            throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"The event {id} enters a state and does not tell its name."));
        }

        JsonElement? own = Details(json, char.ToLowerInvariant(type[0]) + type[1..] + "EventDetails");
        return new RecordedEvent(id, Number(json, "previousEventId") ?? 0, TimeOf(json))
        {
            Role = role,
            StateName = state,
            StateType = TypeOf(type),
            Iteration = role == EventRole.IterationStarted && own is { } iteration ? Number(iteration, "index") : null,
            Error = own is { } failure ? Text(failure, "error") : null,
        };
    }

    /// <summary>AWS has types of events that no local execution has.</summary>
    private static EventRole RoleOf(string type) =>
        Enum.TryParse(type, out HistoryEventType known) && Enum.IsDefined(known) ? EventRoles.Of(known)
        : type.EndsWith("Failed", StringComparison.Ordinal) || type.EndsWith("TimedOut", StringComparison.Ordinal) ? EventRole.Failed
        : EventRole.Other;

    private static StateType? TypeOf(string type)
    {
        int end = type.IndexOf("State", StringComparison.Ordinal);
        return end > 0 && Enum.TryParse(type.AsSpan(0, end), out StateType state) && Enum.IsDefined(state) ? state : null;
    }

    /// <summary>The tools of AWS write seconds since 1970 or ISO 8601.</summary>
    private static DateTimeOffset TimeOf(JsonElement json) => Find(json, "timestamp") switch
    {
        { ValueKind: JsonValueKind.Number } seconds when seconds.TryGetDouble(out double value) && Math.Abs(value) < 1e11 => DateTimeOffset.UnixEpoch.AddSeconds(value),
        { ValueKind: JsonValueKind.String } text when DateTimeOffset.TryParse(
            text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) => time,
        _ => throw new JsonException("An event of a history has a 'timestamp': seconds since 1970, or a text of ISO 8601."),
    };

    private static JsonElement? Details(JsonElement json, string? name) =>
        name is not null && Find(json, name) is { ValueKind: JsonValueKind.Object } details ? details : null;

    private static JsonElement? Find(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value : null;

    private static int? Number(JsonElement json, string name) =>
        Find(json, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out int number) ? number : null;

    private static string? Text(JsonElement json, string name) => Find(json, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
