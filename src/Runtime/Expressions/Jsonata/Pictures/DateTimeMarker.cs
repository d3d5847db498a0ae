using System;
using System.Globalization;
using System.Linq;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>A variable part of a picture of a date and time: <c>[Y0001]</c>, <c>[MNn,3-3]</c>.</summary>
internal sealed class DateTimeMarker
{
    private const string NumericComponents = "YMDdFWwXxHhmsf";
    private const string ZoneComponents = "Zz";
    private const string Components = NumericComponents + ZoneComponents + "PCE";
    private const string SecondModifiers = "atco";

    /// <summary>Reads what stands between the brackets.</summary>
    public DateTimeMarker(string text)
    {
        string marker = string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
        Component = marker.Length > 0 ? marker[0] : '\0';
        if (!Components.Contains(Component, StringComparison.Ordinal))
        {
            string shown = marker.Length == 0 ? "" : marker[..1];
            throw new JsonataFailure("D3132", $"Unknown component specifier {Failures.Quote(shown)} in date/time picture string");
        }

        int comma = marker.LastIndexOf(',');
        string modifiers = comma < 0 ? marker[1..] : marker[1..comma];
        int? minWidth = null;
        if (comma >= 0)
        {
            string[] widths = marker[(comma + 1)..].Split('-', 2);
            minWidth = ReadWidth(widths[0]);
            MaxWidth = widths.Length > 1 ? ReadWidth(widths[1]) : null;
        }

        string presentation = modifiers.Length == 0 ? DefaultPresentation(Component) : modifiers;
        char second = '\0';
        if (modifiers.Length > 1 && SecondModifiers.Contains(modifiers[^1], StringComparison.Ordinal))
        {
            second = modifiers[^1];
            presentation = modifiers[..^1];
        }

        IsTraditional = second == 't';
        if (presentation[0] is 'n' or 'N')
        {
            Names = presentation[0] == 'n' ? LetterCase.Lower : presentation is ['N', 'n', ..] ? LetterCase.Title : LetterCase.Upper;
        }
        else if (NumericComponents.Contains(Component, StringComparison.Ordinal))
        {
            Number = ReadNumber(second == '\0' ? presentation : presentation + ";" + second, minWidth);
        }
        else if (ZoneComponents.Contains(Component, StringComparison.Ordinal))
        {
            Number = IntegerPicture.Parse(presentation);
        }
    }

    /// <summary>The letter of the component: <c>Y</c> for the year and so on.</summary>
    public char Component { get; }

    /// <summary>How names are written, for a component that is shown as a name; null for others.</summary>
    public LetterCase? Names { get; }

    /// <summary>How numbers are written; null for a component that is shown in another way.</summary>
    public IntegerPicture? Number { get; }

    public int? MaxWidth { get; }

    /// <summary>How many digits of a year are shown; null for all.</summary>
    public int? YearDigits { get; private set; }

    /// <summary>Whether the zone of Greenwich is shown as <c>Z</c>.</summary>
    public bool IsTraditional { get; }

    /// <summary>Whether the component stands for a number that parts of a picture read.</summary>
    public bool IsNumeric => Number is not null && NumericComponents.Contains(Component, StringComparison.Ordinal);

    private static string DefaultPresentation(char component) => component switch
    {
        'Y' or 'M' or 'D' or 'd' or 'W' or 'w' or 'X' or 'x' or 'H' or 'h' or 'f' => "1",
        'F' or 'P' or 'C' or 'E' => "n",
        'm' or 's' => "01",
        _ => "01:01",
    };

    private IntegerPicture ReadNumber(string picture, int? minWidth)
    {
        IntegerPicture number = IntegerPicture.Parse(picture);
        number.MandatoryDigits = Math.Max(number.MandatoryDigits, minWidth ?? 0);
        if (Component == 'Y')
        {
            int shown = number.MandatoryDigits + number.OptionalDigits;
            YearDigits = MaxWidth ?? (shown >= 2 ? shown : null);
            number.MandatoryDigits = MaxWidth ?? number.MandatoryDigits;
        }

        return number;
    }

    private static int? ReadWidth(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int width) ? Math.Min(width, MaxDigits) : null;

    private const int MaxDigits = 100;
}
