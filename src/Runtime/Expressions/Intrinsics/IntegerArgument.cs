using System;
using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Intrinsics;

/// <summary>Numbers as the functions take them: integers of 32 bits; null for what is none.</summary>
internal static class IntegerArgument
{
    /// <summary>The number without its fraction.</summary>
    public static int? Truncate(JsonNumber number) => ToInt32(Math.Truncate(number.Value));

    /// <summary>The nearest integer, a half going up: 2.5 is 3, and -2.5 is -2.</summary>
    public static int? Round(JsonNumber number)
    {
        double floor = Math.Floor(number.Value);
        return ToInt32(number.Value - floor >= 0.5 ? floor + 1 : floor);
    }

    private static int? ToInt32(double value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : null;
}
