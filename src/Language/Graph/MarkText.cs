using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace StateMachineGen.Language.Graph;

/// <summary>Says marks in words, since not everybody sees colours, and no colour tells a number.</summary>
internal static class MarkText
{
    /// <summary>The statuses, as a legend shows them.</summary>
    public static StateStatus[] All { get; } =
    [
        StateStatus.Succeeded, StateStatus.CaughtError, StateStatus.Failed, StateStatus.InProgress, StateStatus.Cancelled, StateStatus.NotVisited,
    ];

    /// <summary>The status in words of Step Functions' console.</summary>
    public static string Status(StateStatus status) => status switch
    {
        StateStatus.Succeeded => "Succeeded",
        StateStatus.CaughtError => "Caught error",
        StateStatus.Failed => "Failed",
        StateStatus.InProgress => "In progress",
        StateStatus.Cancelled => "Cancelled",
        _ => "Not visited",
    };

    /// <summary>The status as the name of a class.</summary>
    public static string ClassOf(StateStatus status) => status switch
    {
        StateStatus.Succeeded => "succeeded",
        StateStatus.CaughtError => "caught-error",
        StateStatus.Failed => "failed",
        StateStatus.InProgress => "in-progress",
        StateStatus.Cancelled => "cancelled",
        _ => "not-visited",
    };

    /// <summary>A sign for pictures that have text only.</summary>
    public static string Sign(StateStatus status) => status switch
    {
        StateStatus.Succeeded => "✓",
        StateStatus.CaughtError => "↪",
        StateStatus.Failed => "✗",
        StateStatus.InProgress => "…",
        StateStatus.Cancelled => "–",
        _ => "",
    };

    /// <summary>What there is to know of a visited state beside its status: <c>3× · 5 attempts · 1.2 s · Busy</c>.</summary>
    public static string Note(StateMark mark)
    {
        if (mark.Status == StateStatus.NotVisited)
        {
            return "";
        }

        var parts = new List<string>(4);
        if (mark.Visits > 1)
        {
            parts.Add(Times(mark.Visits));
        }

        if (mark.Attempts > mark.Visits)
        {
            parts.Add(mark.Attempts.ToString(CultureInfo.InvariantCulture) + " attempts");
        }

        parts.Add(DurationText.Of(mark.Duration));
        if (mark.Error is not null)
        {
            parts.Add(mark.Error);
        }

        return string.Join(" · ", parts);
    }

    /// <summary>How often.</summary>
    public static string Times(int count) => count.ToString(CultureInfo.InvariantCulture) + "×";

    /// <summary>The mark in a sentence.</summary>
    public static string Describe(StateMark mark) =>
        string.Join(" · ", new[] { Status(mark.Status), Note(mark) }.Where(static part => part.Length > 0));
}
