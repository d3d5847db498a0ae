using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of limits, and advice (SMG6xxx).</summary>
public static class LimitRules
{
    /// <summary>SMG6001: a number is outside of its range.</summary>
    public static Rule NumberOutOfRange { get; } = new(
        "SMG6001",
        "A number must be in the range that AWS allows",
        "{0} must be {1}, not {2}",
        RuleSeverity.Error,
        "Timeouts, waits and the numbers of Retry have fixed ranges. AWS refuses values outside of them, and values of another JSON type.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    internal static ImmutableArray<Rule> All { get; } = [NumberOutOfRange];
}
