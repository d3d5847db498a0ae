using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>A picture of a date and time, as XPath's <c>format-dateTime</c> has them: <c>[D1o] [MNn] [Y]</c>.</summary>
internal sealed class DateTimePicture
{
    private static readonly DateTimePicture s_iso = new("[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]");

    private static readonly string[] s_months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] s_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private readonly List<(string Literal, DateTimeMarker? Marker)> _parts = [];

    private DateTimePicture(string picture)
    {
        int start = 0;
        for (int open = picture.IndexOf('['); open >= 0; open = picture.IndexOf('[', start))
        {
            AddLiteral(picture[start..open]);
            if (open + 1 < picture.Length && picture[open + 1] == '[')
            {
                AddLiteral("[");
                start = open + 2;
                continue;
            }

            int close = picture.IndexOf(']', open);
            if (close < 0)
            {
                throw new JsonataFailure("D3135", "No matching closing bracket ']' in date/time picture string");
            }

            AddMarker(new DateTimeMarker(picture[(open + 1)..close]));
            start = close + 1;
        }

        AddLiteral(picture[start..]);
    }

    /// <summary>Reads a picture; null stands for that of ISO 8601.</summary>
    public static DateTimePicture Parse(string? picture) => picture is null ? s_iso : new DateTimePicture(picture);

    /// <summary>Writes a time.</summary>
    /// <param name="time">The milliseconds since 1970.</param>
    /// <param name="zone">The zone as hours and minutes, <c>+0530</c>; null for that of Greenwich.</param>
    public string Format(double time, string? zone)
    {
        double offset = ReadOffset(zone);
        double hours = Math.Floor(offset / 100);
        double minutes = offset % 100;
        CivilTime local = CivilTime.From(time + (((60 * hours) + minutes) * CivilTime.MillisecondsPerMinute));
        var text = new StringBuilder();
        foreach ((string literal, DateTimeMarker? marker) in _parts)
        {
            text.Append(marker is null ? literal : FormatComponent(marker, local, hours, minutes));
        }

        return text.ToString();
    }

    /// <summary>The time that a text holds, in milliseconds since 1970; null where it does not look like the picture.</summary>
    /// <param name="text">The text.</param>
    /// <param name="now">The time that lends what the picture leaves open.</param>
    public double? Read(string text, long now) => new DateTimeReader(_parts).Read(text, CivilTime.From(now));

    /// <summary>The number of a month or a day of the week that has this name or abbreviation, from 1; null for neither.</summary>
    public static int? FindName(DateTimeMarker marker, string name)
    {
        string[] names = NamesOf(marker);
        int index = Array.FindIndex(names, each => Shorten(each, marker.MaxWidth).Equals(name, StringComparison.Ordinal));
        return index < 0 ? null : index + 1;
    }

    /// <summary>What a component of a time is.</summary>
    public static double ValueOf(char component, CivilTime time) => component switch
    {
        'Y' => time.Year,
        'M' => time.Month,
        'D' => time.Day,
        'd' => time.DayOfYear,
        'F' => time.DayOfWeek,
        'W' => IsoWeeks.WeekOfYear(time),
        'w' => IsoWeeks.WeekOfMonth(time),
        'X' => IsoWeeks.YearOf(time),
        'x' => IsoWeeks.MonthOf(time),
        'H' => time.Hour,
        'h' => time.Hour % 12 == 0 ? 12 : time.Hour % 12,
        'P' => time.Hour >= 12 ? 1 : 0,
        'm' => time.Minute,
        's' => time.Second,
        _ => time.Millisecond,
    };

    private static string[] NamesOf(DateTimeMarker marker) => marker.Component switch
    {
        'M' or 'x' => s_months,
        'F' => s_days,
        _ => throw new JsonataFailure(
            "D3133",
            $"The 'name' modifier can only be applied to months and days in the date/time picture string, not " +
            $"{Failures.Quote(marker.Component.ToString())}"),
    };

    private static string Shorten(string name, int? width) => name.Length > width ? name[..width.Value] : name;

    private void AddLiteral(string literal)
    {
        if (literal.Length > 0)
        {
            _parts.Add((literal.Replace("]]", "]", StringComparison.Ordinal), null));
        }
    }

    private void AddMarker(DateTimeMarker marker)
    {
        // Of two numbers in a row the first one ends where its digits do.
        if (marker.IsNumeric && _parts.Count > 0 && _parts[^1].Marker?.Number is { } previous)
        {
            previous.ParsedDigits = previous.MandatoryDigits;
        }

        _parts.Add(("", marker));
    }

    /// <summary>The offset as its leading digits say: what follows them, a colon for example, is not looked at.</summary>
    private static double ReadOffset(string? zone)
    {
        ReadOnlySpan<char> text = zone.AsSpan().Trim();
        int length = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        return double.TryParse(text[..length], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double offset) ? offset : 0;
    }

    private static string FormatComponent(DateTimeMarker marker, CivilTime time, double zoneHours, double zoneMinutes)
    {
        switch (marker.Component)
        {
            case 'Z' or 'z':
                return FormatZone(marker, zoneHours, zoneMinutes);
            case 'P':
                string half = time.Hour >= 12 ? "pm" : "am";
                return marker.Names == LetterCase.Upper ? half.ToUpperInvariant() : half;
            case 'C' or 'E':
                return "ISO";
        }

        double value = ValueOf(marker.Component, time);
        if (marker.YearDigits is { } digits)
        {
            value %= Math.Pow(10, digits);
        }

        if (marker.Names is not { } letterCase)
        {
            return marker.Number!.Format(value);
        }

        string name = NamesOf(marker)[(int)value - 1];
        name = letterCase switch
        {
            LetterCase.Upper => name.ToUpperInvariant(),
            LetterCase.Lower => name.ToLowerInvariant(),
            _ => name,
        };
        return Shorten(name, marker.MaxWidth);
    }

    private static string FormatZone(DateTimeMarker marker, double hours, double minutes)
    {
        double offset = (hours * 100) + minutes;
        if (offset == 0 && marker.IsTraditional)
        {
            return "Z";
        }

        IntegerPicture number = marker.Number ?? IntegerPicture.Parse("01:01");
        string text = number switch
        {
            { IsRegular: true } or { MandatoryDigits: 3 or 4 } => number.Format(offset),
            { MandatoryDigits: 1 or 2 } => number.Format(hours) + (minutes == 0 ? "" : ":" + IntegerPicture.Parse("00").Format(minutes)),
            _ => throw new JsonataFailure("D3134", "The timezone integer format specifier cannot have more than four digits"),
        };
        return (marker.Component == 'z' ? "GMT" : "") + (offset >= 0 ? "+" : "") + text;
    }
}
