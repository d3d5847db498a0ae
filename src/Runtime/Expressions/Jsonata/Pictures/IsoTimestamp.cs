using System.Globalization;
using System.Text.RegularExpressions;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>Reads timestamps of ISO 8601, shortened ones too: <c>2020</c>, <c>2020-05</c>, <c>2020-05-17T10:00:00+02:00</c>.</summary>
internal static class IsoTimestamp
{
    private static readonly Regex s_timestamp = new(
        "^([0-9]{4})(?:-([01][0-9])(?:-([0-3][0-9]))?)?" +
        "(?:T([0-2][0-9]):([0-5][0-9]):([0-5][0-9]))?(?:\\.([0-9]+))?" +
        "(?:([+-])([0-2][0-9]):?([0-5][0-9])|Z)?\\z",
        RegexOptions.NonBacktracking);

    /// <summary>The milliseconds since 1970.</summary>
    public static double Read(string text)
    {
        Match match = s_timestamp.Match(text);
        double month = Part(match, 2, 1);
        double day = Part(match, 3, 1);
        double hour = Part(match, 4, 0);
        if (!match.Success || month is < 1 or > 12 || day is < 1 or > 31 || hour > 24)
        {
            throw new JsonataFailure(
                "D3110", $"The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given {Failures.Quote(text)}");
        }

        double zone = (Part(match, 9, 0) * 60) + Part(match, 10, 0);
        string fraction = match.Groups[7].Value.PadRight(3, '0')[..3];
        return CivilTime.At(Part(match, 1, 0), month, day)
            + (hour * CivilTime.MillisecondsPerHour)
            + ((Part(match, 5, 0) - (match.Groups[8].Value == "-" ? -zone : zone)) * CivilTime.MillisecondsPerMinute)
            + (Part(match, 6, 0) * 1000)
            + double.Parse(fraction, CultureInfo.InvariantCulture);
    }

    private static double Part(Match match, int group, double missing) => match.Groups[group] is { Success: true } part
        ? double.Parse(part.ValueSpan, CultureInfo.InvariantCulture)
        : missing;
}
