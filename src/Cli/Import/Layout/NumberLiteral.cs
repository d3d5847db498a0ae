using System.Globalization;
using System.Linq;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>Numbers of JSON as literals of C#, for those that C# gives back with the same value; the others stay JSON.</summary>
internal static class NumberLiteral
{
    /// <summary>Up to so many digits every double gives back the number that it was read from.</summary>
    private const int ExactDigits = 15;

    /// <summary>The number as an <c>int</c>.</summary>
    public static string? WriteInt32(JsonSyntax? value) =>
        value is JsonNumberSyntax { Text: var text } && IsPlainInteger(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text : null;

    /// <summary>The number as an integer or a <c>double</c>, whichever it is.</summary>
    public static string? Write(JsonSyntax? value) => value is not JsonNumberSyntax { Text: var text } ? null
        : IsPlainInteger(text) ? (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text : null)
        : IsPlainFraction(text) ? text
        : null;

    /// <summary>The number as a <c>double</c>.</summary>
    public static string? WriteDouble(JsonSyntax? value) =>
        Write(value) is { } text && text.Count(char.IsAsciiDigit) <= ExactDigits ? text : null;

    private static bool IsPlainInteger(string text) => text != "-0" && text.All(static c => char.IsAsciiDigit(c) || c == '-');

    /// <summary>Minus zero is left out too: not every .NET writes its sign.</summary>
    private static bool IsPlainFraction(string text) =>
        text.All(static c => char.IsAsciiDigit(c) || c is '-' or '.')
        && text.Count(char.IsAsciiDigit) <= ExactDigits
        && !(text[0] == '-' && text.All(static c => c is '-' or '.' or '0'));
}
