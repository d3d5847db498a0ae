namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>
/// Weeks as ISO 8601 counts them in a year: from Monday on, and the first one is that with the first Thursday. XPath counts weeks in months in
/// the same way.
/// </summary>
internal static class IsoWeeks
{
    private const long Week = 7 * CivilTime.MillisecondsPerDay;

    public static int WeekOfYear(CivilTime time)
    {
        long year = YearOf(time);
        return (int)((time.Time - FirstWeek(year, 1)) / Week) + 1;
    }

    /// <summary>The year that the week belongs to.</summary>
    public static long YearOf(CivilTime time)
    {
        if (time.Time < FirstWeek(time.Year, 1))
        {
            return time.Year - 1;
        }

        return time.Time >= FirstWeek(time.Year + 1, 1) ? time.Year + 1 : time.Year;
    }

    public static int WeekOfMonth(CivilTime time)
    {
        long month = MonthsFromYearZero(time);
        return (int)((time.Time - FirstWeek(0, month)) / Week) + 1;
    }

    /// <summary>The month that the week belongs to, from 1.</summary>
    public static int MonthOf(CivilTime time) => (int)((((MonthsFromYearZero(time) - 1) % 12) + 12) % 12) + 1;

    private static long MonthsFromYearZero(CivilTime time)
    {
        long month = (time.Year * 12) + time.Month;
        if (time.Time < FirstWeek(0, month))
        {
            return month - 1;
        }

        return time.Time >= FirstWeek(0, month + 1) ? month + 1 : month;
    }

    /// <summary>When the first week of the year or month that begins with this month begins.</summary>
    private static long FirstWeek(long year, long month)
    {
        double start = CivilTime.At(year, month, 1);
        int day = CivilTime.From(start).DayOfWeek;
        return (long)start + ((day > 4 ? 8 - day : 1 - day) * CivilTime.MillisecondsPerDay);
    }
}
