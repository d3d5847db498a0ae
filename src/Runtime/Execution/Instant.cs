using System;

namespace StateMachineGen.Execution;

/// <summary>Times in the future, at the end of the calendar too: it ends with the year 9999, and a clock may start near it.</summary>
internal static class Instant
{
    /// <summary>The time after a delay, or the last one that the calendar has.</summary>
    /// <param name="time">From when.</param>
    /// <param name="delay">How long; not negative.</param>
    public static DateTimeOffset After(DateTimeOffset time, TimeSpan delay) => Limit(time, delay) ?? DateTimeOffset.MaxValue;

    /// <summary>When a limit passes, or null when it never does: there is none, or the calendar ends before it.</summary>
    /// <param name="time">From when.</param>
    /// <param name="limit">How long; not negative.</param>
    public static DateTimeOffset? Limit(DateTimeOffset time, TimeSpan? limit) => limit <= DateTimeOffset.MaxValue - time ? time + limit : null;

    /// <summary>The one that comes first; null never comes.</summary>
    public static DateTimeOffset? First(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;
}
