using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>Reads dates and times after the parts of a picture.</summary>
internal sealed class DateTimeReader
{
    private const string DateComponents = "YXMxWwdD";
    private const string TimeComponents = "PHhmsf";

    private readonly List<DateTimeMarker?> _groups = [];
    private readonly Regex _regex;

    public DateTimeReader(IEnumerable<(string Literal, DateTimeMarker? Marker)> parts)
    {
        var pattern = new StringBuilder("^");
        foreach ((string literal, DateTimeMarker? marker) in parts)
        {
            pattern.Append('(').Append(marker is null ? Regex.Escape(literal) : ToRegex(marker)).Append(')');
            _groups.Add(marker);
        }

        _regex = new Regex(
            pattern.Append("\\z").ToString(), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    /// <summary>The time that a text holds, in milliseconds since 1970; null where it does not look like the picture.</summary>
    public double? Read(string text, CivilTime now)
    {
        Match match = _regex.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var values = new Dictionary<char, double>();
        bool isRead = false;
        for (int i = 0; i < _groups.Count; i++)
        {
            if (_groups[i] is { } marker)
            {
                isRead = true;
                if (ReadComponent(marker, match.Groups[i + 1].Value) is { } value)
                {
                    values[marker.Component] = value;
                }
            }
        }

        return isRead ? Assemble(values, now) : null;
    }

    private static string ToRegex(DateTimeMarker marker)
    {
        if (marker.Component is 'Z' or 'z')
        {
            string separator = marker.Number?.Separator is { } c ? Regex.Escape(c.ToString()) + "[0-9]+" : "";
            return (marker.Component == 'z' ? "GMT" : "") + "[-+][0-9]+" + separator;
        }

        if (marker.Names is null)
        {
            return marker.Number?.ToRegex() ?? "";
        }

        return marker.Component is 'M' or 'x' or 'F' or 'P'
            ? "[a-zA-Z]+"
            : throw new JsonataFailure(
                "D3133",
                $"The 'name' modifier can only be applied to months and days in the date/time picture string, not " +
                $"{Failures.Quote(marker.Component.ToString())}");
    }

    private static double? ReadComponent(DateTimeMarker marker, string text)
    {
        if (marker.Component is 'Z' or 'z')
        {
            return ReadZone(marker, marker.Component == 'z' ? text[3..] : text);
        }

        if (marker.Names is null)
        {
            return marker.Number?.Read(text);
        }

        return marker.Component == 'P'
            ? text switch { "am" or "AM" => 0, "pm" or "PM" => 1, _ => null }
            : DateTimePicture.FindName(marker, text);
    }

    /// <summary>The minutes that a zone is ahead of Greenwich.</summary>
    private static double ReadZone(DateTimeMarker marker, string text)
    {
        int split = marker.Number?.Separator is { } separator
            ? text.IndexOf(separator, StringComparison.Ordinal)
            : Math.Min(text.Length, 3);
        double hours = Number(text.AsSpan(0, split));
        ReadOnlySpan<char> rest = text.AsSpan(split).TrimStart(marker.Number?.Separator ?? '\0');
        return (hours * 60) + (rest.IsEmpty ? 0 : Number(rest));
    }

    private static double Number(ReadOnlySpan<char> text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static double? Assemble(Dictionary<char, double> values, CivilTime now)
    {
        bool isDayOfYear = HasOnly(values, DateComponents, "Yd");
        bool isWeek = HasOnly(values, DateComponents, "XxwF") || HasOnly(values, DateComponents, "XW");
        bool isHalfDay = HasOnly(values, TimeComponents, "Phmsf") && !HasOnly(values, TimeComponents, "Hmsf");
        if (isWeek)
        {
            throw Incomplete();
        }

        Complete(values, (isDayOfYear ? "Yd" : "YMD") + (isHalfDay ? "Phmsf" : "Hmsf"), now);
        double days = isDayOfYear
            ? CivilTime.At(values['Y'], 1, values['d'])
            : CivilTime.At(values['Y'], Math.Max(values['M'], 1), values['D']);
        double hour = isHalfDay ? (values['h'] % 12) + (values['P'] > 0 ? 12 : 0) : values['H'];
        double time = days
            + (hour * CivilTime.MillisecondsPerHour)
            + (values['m'] * CivilTime.MillisecondsPerMinute)
            + (values['s'] * 1000)
            + values['f'];
        double zone = values.TryGetValue('Z', out double minutes) || values.TryGetValue('z', out minutes) ? minutes : 0;
        return time - (zone * CivilTime.MillisecondsPerMinute);
    }

    /// <summary>Whether some of these components are there, and of the others none.</summary>
    private static bool HasOnly(Dictionary<char, double> values, string all, string some)
    {
        bool hasSome = false;
        foreach (char component in all)
        {
            bool isThere = values.TryGetValue(component, out double value) && value != 0;
            if (isThere && !some.Contains(component, StringComparison.Ordinal))
            {
                return false;
            }

            hasSome |= isThere;
        }

        return hasSome;
    }

    /// <summary>
    /// Fills in what is missing: as of now before the first component that is there, and the least possible after the last one. Between the two
    /// nothing may be missing.
    /// </summary>
    private static void Complete(Dictionary<char, double> values, string components, CivilTime now)
    {
        bool hasStarted = false;
        bool hasEnded = false;
        foreach (char component in components)
        {
            if (values.ContainsKey(component))
            {
                hasStarted = true;
                if (hasEnded)
                {
                    throw Incomplete();
                }
            }
            else if (hasStarted)
            {
                hasEnded = true;
                values[component] = component is 'M' or 'D' or 'd' ? 1 : 0;
            }
            else
            {
                values[component] = DateTimePicture.ValueOf(component, now);
            }
        }
    }

    private static JsonataFailure Incomplete() =>
        new("D3136", "The date/time picture string is missing specifiers required to parse the timestamp");
}
