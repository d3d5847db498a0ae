using System;
using System.Globalization;
using StateMachineGen.Testing;

namespace StateMachineGen.Cli.Coverage;

/// <summary>A threshold as it is written on the command line: <c>90</c>, or <c>states=100,catchers=80</c>.</summary>
internal static class ThresholdText
{
    /// <summary>Reads a threshold; null for a text that is none.</summary>
    public static CoverageThreshold? Parse(string text)
    {
        if (!text.Contains('=', StringComparison.Ordinal))
        {
            return Percentage(text) is { } all ? CoverageThreshold.Each(all) : null;
        }

        CoverageThreshold? threshold = new();
        foreach (string part in text.Split(','))
        {
            string[] sides = part.Split('=');
            threshold = sides.Length != 2 || Percentage(sides[1]) is not { } value ? null : sides[0].Trim() switch
            {
                "states" => threshold with { States = value },
                "transitions" => threshold with { Transitions = value },
                "catchers" => threshold with { Catchers = value },
                "choiceRules" => threshold with { ChoiceRules = value },
                _ => null,
            };
            if (threshold is null)
            {
                return null;
            }
        }

        return threshold;
    }

    private static double? Percentage(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out double value)
        && value is >= 0 and <= 100
            ? value
            : null;
}
