using System;
using System.Globalization;

namespace StateMachineGen.Language.Names;

/// <summary>Timestamps as ASL wants them: RFC 3339 with an upper-case <c>T</c> and, where no offset is given, an upper-case <c>Z</c>.</summary>
public static class TimestampRules
{
    /// <summary>Checks a timestamp.</summary>
    /// <returns>What is wrong with it as a part of a sentence, or null when nothing is.</returns>
    public static string? Explain(string text) =>
        IsTimestamp(text) ? null
        : IsTimestamp(text.ToUpperInvariant()) ? "its T and Z must be upper case"
        : text.Length > 10 && text[10] == ' ' && IsTimestamp(text.Remove(10, 1).Insert(10, "T").ToUpperInvariant()) ? "a T must stand between date and time"
        : IsTimestamp(text + "Z") ? "it needs Z or an offset such as +01:00 at its end"
        : IsTimestamp(text + "T00:00:00Z") ? "it needs a time such as T00:00:00Z after the date"
        : "a timestamp is written as 2030-01-31T12:00:00Z";

    private static bool IsTimestamp(string text)
    {
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
            || !TryRead(text, 0, 4, 9999, out int year) || !TryRead(text, 5, 2, 12, out int month) || !TryRead(text, 8, 2, 31, out int day)
            || !TryRead(text, 11, 2, 23, out _) || !TryRead(text, 14, 2, 59, out _) || !TryRead(text, 17, 2, 60, out _)
            || year == 0 || month == 0 || day == 0 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        int position = 19;
        if (text[position] == '.')
        {
            int start = ++position;
            while (position < text.Length && text[position] is >= '0' and <= '9')
            {
                position++;
            }

            if (position == start)
            {
                return false;
            }
        }

        return position == text.Length - 1 ? text[position] == 'Z'
            : position == text.Length - 6 && text[position] is '+' or '-' && text[position + 3] == ':'
                && TryRead(text, position + 1, 2, 23, out _) && TryRead(text, position + 4, 2, 59, out _);
    }

    private static bool TryRead(string text, int start, int length, int greatest, out int value)
    {
        value = 0;
        return int.TryParse(text.Substring(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= greatest;
    }
}
