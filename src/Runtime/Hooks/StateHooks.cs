using System;
using System.Diagnostics;

namespace StateMachineGen;

// What the four hooks of a state are given. A state's class takes part by implementing the partial method of that name;
// one that it does not implement is not registered and costs nothing.

/// <summary>A state was entered (<c>static partial void OnEntered</c>).</summary>
/// <param name="Execution">The execution's name.</param>
/// <param name="State">The state's name.</param>
/// <param name="Time">When, on the execution's clock.</param>
/// <param name="Activity">The state's span, to add tags to; null when nobody listens.</param>
public readonly record struct StateEntered(string Execution, string State, DateTimeOffset Time, Activity? Activity);

/// <summary>A state was left, after success or a caught error (<c>static partial void OnExited</c>).</summary>
/// <param name="Execution">The execution's name.</param>
/// <param name="State">The state's name.</param>
/// <param name="Time">When, on the execution's clock.</param>
/// <param name="Duration">How long the visit took, retries included.</param>
/// <param name="Next">The state that comes next, or null when this one ends the execution.</param>
/// <param name="Activity">The state's span; null when nobody listens.</param>
public readonly record struct StateExited(
    string Execution, string State, DateTimeOffset Time, TimeSpan Duration, string? Next, Activity? Activity);

/// <summary>A state failed and will not be retried; it may still be caught (<c>static partial void OnFailed</c>).</summary>
/// <param name="Execution">The execution's name.</param>
/// <param name="State">The state's name.</param>
/// <param name="Time">When, on the execution's clock.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">What happened.</param>
/// <param name="Exception">The handler's exception, or null when the error has another source.</param>
/// <param name="CaughtBy">The state that a Catch leads to, or null when the execution fails.</param>
/// <param name="Activity">The state's span; null when nobody listens.</param>
public readonly record struct StateFailed(
    string Execution, string State, DateTimeOffset Time, string? Error, string? Cause, Exception? Exception, string? CaughtBy, Activity? Activity);

/// <summary>An attempt failed and another one will follow (<c>static partial void OnRetried</c>).</summary>
/// <param name="Execution">The execution's name.</param>
/// <param name="State">The state's name.</param>
/// <param name="Time">When, on the execution's clock.</param>
/// <param name="Error">The error's name.</param>
/// <param name="Cause">What happened.</param>
/// <param name="Attempt">The number of the retry, from 1.</param>
/// <param name="Delay">How long the state waits before it.</param>
/// <param name="Activity">The state's span; null when nobody listens.</param>
public readonly record struct StateRetried(
    string Execution, string State, DateTimeOffset Time, string? Error, string? Cause, int Attempt, TimeSpan Delay, Activity? Activity);
