using System;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Execution.Visits;

/// <summary>An event of a history, wherever that comes from: an execution in this process, or a file.</summary>
internal interface IHistoryItem
{
    /// <summary>The event's number.</summary>
    int Id { get; }

    /// <summary>The number of the event that led to it; 0 for none.</summary>
    int PreviousEventId { get; }

    DateTimeOffset Timestamp { get; }

    EventRole Role { get; }

    /// <summary>The state's name, on the events that tell it.</summary>
    string? StateName { get; }

    /// <summary>The state's type, on the events that tell it.</summary>
    StateType? StateType { get; }

    /// <summary>The number of the iteration, on the events of one.</summary>
    int? Iteration { get; }

    /// <summary>The error's name, on the events that tell of a failure, and on the exit of a state whose error was caught where the history tells it.</summary>
    string? Error { get; }

    /// <summary>On the exit of a state, whether a Catch led on; null where the history does not tell.</summary>
    bool? IsCaught { get; }
}
