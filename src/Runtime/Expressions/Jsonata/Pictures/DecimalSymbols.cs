using System;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Pictures;

/// <summary>The characters that mean something in a picture of a decimal number, and those that its number is written with.</summary>
internal sealed record DecimalSymbols
{
    public static DecimalSymbols Default { get; } = new();

    public string DecimalSeparator { get; init; } = ".";

    public string GroupingSeparator { get; init; } = ",";

    public string ExponentSeparator { get; init; } = "e";

    public string MinusSign { get; init; } = "-";

    public string Percent { get; init; } = "%";

    public string PerMille { get; init; } = "\u2030";

    public string ZeroDigit { get; init; } = "0";

    /// <summary>Stands for a digit that is written only if it is needed.</summary>
    public string Digit { get; init; } = "#";

    /// <summary>Stands between the picture of positive numbers and that of negative ones.</summary>
    public string PatternSeparator { get; init; } = ";";

    public static DecimalSymbols Read(JsonObject options) => new()
    {
        DecimalSeparator = Text(options, "decimal-separator", Default.DecimalSeparator),
        GroupingSeparator = Text(options, "grouping-separator", Default.GroupingSeparator),
        ExponentSeparator = Text(options, "exponent-separator", Default.ExponentSeparator),
        MinusSign = Text(options, "minus-sign", Default.MinusSign),
        Percent = Text(options, "percent", Default.Percent),
        PerMille = Text(options, "per-mille", Default.PerMille),
        ZeroDigit = Text(options, "zero-digit", Default.ZeroDigit),
        Digit = Text(options, "digit", Default.Digit),
        PatternSeparator = Text(options, "pattern-separator", Default.PatternSeparator),
    };

    /// <summary>Whether a character is a digit of the family that the zero begins.</summary>
    public bool IsFamilyDigit(char c) => c >= ZeroDigit[0] && c <= ZeroDigit[0] + 9;

    /// <summary>Whether a character stands for a digit, be it needed or not.</summary>
    public bool IsAnyDigit(char c) => IsFamilyDigit(c) || IsIn(Digit, c);

    /// <summary>Whether a character means something, rather than standing for itself.</summary>
    public bool IsActive(char c) => IsAnyDigit(c) || IsIn(DecimalSeparator, c) || IsIn(ExponentSeparator, c) || IsIn(GroupingSeparator, c)
        || IsIn(PatternSeparator, c);

    private static bool IsIn(string symbol, char c) => symbol.Contains(c, StringComparison.Ordinal);

    private static string Text(JsonObject options, string name, string fallback) =>
        options[name] is JsonString { Value: { Length: > 0 } text } ? text : fallback;
}
