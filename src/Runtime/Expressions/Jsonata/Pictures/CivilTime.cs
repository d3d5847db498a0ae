using System;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>
/// A date and time of the Gregorian calendar without a zone. .NET's own types end at the years 1 and 9999; JSONata's times do not.
/// </summary>
internal readonly struct CivilTime
{
    public const long MillisecondsPerDay = 24 * MillisecondsPerHour;
    public const long MillisecondsPerHour = 3_600_000;
    public const long MillisecondsPerMinute = 60_000;

    /// <summary>The furthest time from 1970 that ECMAScript knows.</summary>
    private const double MaxTime = 8.64e15;

    private const int DaysPerEra = 146_097;
    private const int YearsPerEra = 400;

    /// <summary>The days from March 1 of the year 0 to the start of 1970.</summary>
    private const int EpochDay = 719_468;

    private CivilTime(long time)
    {
        Time = time;
        long day = FloorDivide(time, MillisecondsPerDay);
        MillisecondOfDay = time - (day * MillisecondsPerDay);
        DayOfWeek = (int)(((((day + 3) % 7) + 7) % 7) + 1);

        // Years are counted from March on, so that the leap day is the last one.
        long shifted = day + EpochDay;
        long era = FloorDivide(shifted, DaysPerEra);
        long dayOfEra = shifted - (era * DaysPerEra);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        long month = ((5 * dayOfYear) + 2) / 153;
        Day = (int)(dayOfYear - (((153 * month) + 2) / 5) + 1);
        Month = (int)(month < 10 ? month + 3 : month - 9);
        Year = (era * YearsPerEra) + yearOfEra + (Month <= 2 ? 1 : 0);
    }

    /// <summary>The milliseconds since 1970.</summary>
    public long Time { get; }

    public long Year { get; }

    /// <summary>The month, from 1.</summary>
    public int Month { get; }

    public int Day { get; }

    /// <summary>The day of the week, from Monday, which is 1.</summary>
    public int DayOfWeek { get; }

    public long MillisecondOfDay { get; }

    public int Hour => (int)(MillisecondOfDay / MillisecondsPerHour);

    public int Minute => (int)(MillisecondOfDay / MillisecondsPerMinute % 60);

    public int Second => (int)(MillisecondOfDay / 1000 % 60);

    public int Millisecond => (int)(MillisecondOfDay % 1000);

    /// <summary>The day of the year, from 1.</summary>
    public int DayOfYear => (int)((Time - MillisecondOfDay - At(Year, 1, 1)) / MillisecondsPerDay) + 1;

    public static CivilTime From(double time) => Math.Abs(time) <= MaxTime
        ? new CivilTime((long)time)
        : throw new JsonataFailure("D1001", $"Number out of range: {Failures.Show(time)}");

    /// <summary>The milliseconds from 1970 to the start of a day; days and months beyond their range go on into the next ones.</summary>
    public static double At(double year, double month, double day)
    {
        double months = (year * 12) + month - 1;
        double y = Math.Floor(months / 12);
        double m = months - (y * 12) + 1;
        y -= m <= 2 ? 1 : 0;
        double era = Math.Floor(y / YearsPerEra);
        double yearOfEra = y - (era * YearsPerEra);
        double dayOfYear = Math.Floor(((153 * (m > 2 ? m - 3 : m + 9)) + 2) / 5);
        double dayOfEra = (yearOfEra * 365) + Math.Floor(yearOfEra / 4) - Math.Floor(yearOfEra / 100) + dayOfYear;
        return ((era * DaysPerEra) + dayOfEra - EpochDay + day - 1) * MillisecondsPerDay;
    }

    private static long FloorDivide(long value, long divisor) => (value / divisor) - (value % divisor < 0 ? 1 : 0);
}
