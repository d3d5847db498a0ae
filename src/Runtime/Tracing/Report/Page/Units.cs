using System;
using System.Globalization;

namespace StateMachineGen.Tracing;

/// <summary>Times for people.</summary>
internal static class Units
{
    /// <summary>A duration in the largest units that it has.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalMilliseconds: 0 } => "0 ms",
        { TotalMilliseconds: < 1 } => Format($"{time.TotalMilliseconds:0.###} ms"),
        { TotalSeconds: < 1 } => Format($"{time.TotalMilliseconds:0.#} ms"),
        { TotalMinutes: < 1 } => Format($"{time.TotalSeconds:0.##} s"),
        { TotalHours: < 1 } => Format($"{time.Minutes} min {time.Seconds} s"),
        { TotalDays: < 1 } => Format($"{time.Hours} h {time.Minutes} min"),
        _ => Format($"{Math.Floor(time.TotalDays):0} d {time.Hours} h"),
    };

    /// <summary>A moment in UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A number of things.</summary>
    public static string Count(int number, string one, string many) => Format($"{number:#,##0} {(number == 1 ? one : many)}");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
