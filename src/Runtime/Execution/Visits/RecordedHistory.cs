using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Execution.Visits;

/// <summary>A history that was written as JSON: by this library, or by AWS.</summary>
internal static class RecordedHistory
{
    /// <summary>Reads the marks of an execution.</summary>
    /// <exception cref="JsonException">The text is no history.</exception>
    public static ExecutionMarks ReadMarks(string json, StateMachine definition)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        // Tools may write the newest first, and then an event comes before the one that it follows from.
        RecordedEvent[] events = [.. EventsOf(document.RootElement).EnumerateArray().Select(RecordedEvent.Read).OrderBy(item => item.Id)];
        if (events.Length == 0)
        {
            throw new JsonException("The history has no events.");
        }

        Dictionary<string, State> states = definition.DescendantStates.GroupBy(state => state.Name).ToDictionary(group => group.Key, group => group.First());
        return HistoryMarks<RecordedEvent>.Of(events, null, (source, target) => states.TryGetValue(source, out State? state) && IsCatchOnly(state, target));
    }

    /// <summary>The events of GetExecutionHistory's answer, or of the history in a larger object, as the command line writes it.</summary>
    private static JsonElement EventsOf(JsonElement root)
    {
        JsonElement history = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("history", out JsonElement inner) ? inner : root;
        return history.ValueKind == JsonValueKind.Object && history.TryGetProperty("events", out JsonElement events) && events.ValueKind == JsonValueKind.Array
            ? events
            : throw new JsonException("A history is an object with an array 'events', as GetExecutionHistory returns it, or one in the member 'history'.");
    }

    private static bool IsCatchOnly(State state, string target) =>
        state.Catch.Any(catcher => catcher.Next == target)
        && state.Next != target
        && !(state is ChoiceState choice && (choice.Default == target || choice.Choices.Any(rule => rule.Next == target)));
}
