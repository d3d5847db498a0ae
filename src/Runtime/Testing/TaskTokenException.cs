using System;

namespace StateMachineGen;

/// <summary>An answer or a heartbeat that nobody takes, for the reason that AWS gives (SendTaskSuccess, SendTaskFailure, SendTaskHeartbeat).</summary>
public sealed class TaskTokenException : Exception
{
    private TaskTokenException(string error, string message)
        : base(message) => Error = error;

    /// <summary>
    /// AWS's code: <c>InvalidToken</c> for a token that never was, <c>TaskTimedOut</c> for a task that was answered already, timed out or
    /// was broken off, <c>InvalidOutput</c> for an output that is no JSON.
    /// </summary>
    public string Error { get; }

    internal static TaskTokenException InvalidToken() => new("InvalidToken", "Invalid Token: 'Invalid token'");

    internal static TaskTokenException TimedOut() => new("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");

    internal static TaskTokenException InvalidOutput() => new("InvalidOutput", "Invalid Output: 'Output is not valid JSON'");
}
