using System;

namespace StateMachineGen.Expressions;

/// <summary>Timestamps as ASL has them: RFC 3339 with an upper-case <c>T</c> and an upper-case <c>Z</c> or an offset.</summary>
internal static class Rfc3339
{
    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        ReadOnlySpan<char> rest = text;
        if (!Number(ref rest, 4, out int year) || !Take(ref rest, '-') || !Number(ref rest, 2, out int month) || !Take(ref rest, '-')
            || !Number(ref rest, 2, out int day) || !Take(ref rest, 'T') || !Number(ref rest, 2, out int hour) || !Take(ref rest, ':')
            || !Number(ref rest, 2, out int minute) || !Take(ref rest, ':') || !Number(ref rest, 2, out int second)
            || !Fraction(ref rest, out long ticks) || !Offset(ref rest, out TimeSpan offset) || !rest.IsEmpty)
        {
            return false;
        }

        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        long utc = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Unspecified).Ticks + ticks - offset.Ticks;
        if (utc < DateTimeOffset.MinValue.Ticks || utc > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    private static bool Fraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (!Take(ref rest, '.'))
        {
            return true;
        }

        int digits = 0;
        for (; digits < rest.Length && char.IsAsciiDigit(rest[digits]); digits++)
        {
            // Digits beyond the clock's 100 ns are dropped.
            if (digits < 7)
            {
                ticks = (10 * ticks) + (rest[digits] - '0');
            }
        }

        for (int i = digits; i < 7; i++)
        {
            ticks *= 10;
        }

        rest = rest[digits..];
        return digits > 0;
    }

    private static bool Offset(ref ReadOnlySpan<char> rest, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (Take(ref rest, 'Z'))
        {
            return true;
        }

        bool isWest = !rest.IsEmpty && rest[0] == '-';
        if (!Take(ref rest, '+') && !Take(ref rest, '-'))
        {
            return false;
        }

        if (!Number(ref rest, 2, out int hours) || !Take(ref rest, ':') || !Number(ref rest, 2, out int minutes) || hours > 23 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0);
        offset = isWest ? -offset : offset;
        return true;
    }

    private static bool Number(ref ReadOnlySpan<char> rest, int digits, out int number)
    {
        number = 0;
        if (rest.Length < digits)
        {
            return false;
        }

        for (int i = 0; i < digits; i++)
        {
            if (!char.IsAsciiDigit(rest[i]))
            {
                return false;
            }

            number = (10 * number) + (rest[i] - '0');
        }

        rest = rest[digits..];
        return true;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, char expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
        {
            return false;
        }

        rest = rest[1..];
        return true;
    }
}
