using System;
using System.Globalization;

namespace StateMachineGen.Language.Graph;

/// <summary>Says a duration in the unit that suits it, in at most eight characters.</summary>
internal static class DurationText
{
    public static string Of(TimeSpan duration) => duration switch
    {
        { Ticks: 0 } => "0 s",
        { TotalMilliseconds: < 1 } => Number(duration.Ticks / 10.0, "0") + " us",
        { TotalSeconds: < 1 } => Number(duration.TotalMilliseconds, "0") + " ms",
        { TotalMinutes: < 10 } => Number(duration.TotalSeconds, "0.##") + " s",
        { TotalHours: < 10 } => Number(duration.TotalMinutes, "0.#") + " min",
        { TotalDays: < 10 } => Number(duration.TotalHours, "0.#") + " h",
        _ => Number(duration.TotalDays, "0") + " d",
    };

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
}
