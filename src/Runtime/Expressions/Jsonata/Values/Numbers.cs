using StateMachineGen.Data;

namespace StateMachineGen.Expressions.Jsonata.Values;

/// <summary>
/// Numbers that were worked out. Divisions and products may be infinite; JSONata fails only when such a number is calculated with or
/// written into a string. JSON has no infinite numbers, but it has texts of numbers that no binary number holds.
/// </summary>
internal static class Numbers
{
    private static readonly JsonNumber s_infinity = new("1e999");
    private static readonly JsonNumber s_negativeInfinity = new("-1e999");

    /// <exception cref="JsonataFailure">The value is not a number.</exception>
    public static JsonNumber Of(double value)
    {
        if (double.IsFinite(value))
        {
            return JsonNumber.Of(value);
        }

        return double.IsNaN(value) ? throw OutOfRange(value) : value > 0 ? s_infinity : s_negativeInfinity;
    }

    /// <summary>A number to calculate with.</summary>
    /// <exception cref="JsonataFailure">The number is infinite.</exception>
    public static double Finite(this JsonNumber number) => double.IsFinite(number.Value) ? number.Value : throw OutOfRange(number.Value);

    private static JsonataFailure OutOfRange(double value) => new("D1001", $"Number out of range: {Failures.Show(value)}");
}
