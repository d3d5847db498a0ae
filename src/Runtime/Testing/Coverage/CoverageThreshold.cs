using System;

namespace StateMachineGen.Testing;

/// <summary>How much tests must reach, in percent of all machines together. What is not set may be anything.</summary>
public sealed record CoverageThreshold
{
    /// <summary>The least share of states.</summary>
    public double? States { get; init => field = Check(value); }

    /// <summary>The least share of transitions.</summary>
    public double? Transitions { get; init => field = Check(value); }

    /// <summary>The least share of catchers.</summary>
    public double? Catchers { get; init => field = Check(value); }

    /// <summary>The least share of choice rules.</summary>
    public double? ChoiceRules { get; init => field = Check(value); }

    /// <summary>The same for all kinds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no number from 0 to 100.</exception>
    public static CoverageThreshold Each(double percentage) =>
        new() { States = percentage, Transitions = percentage, Catchers = percentage, ChoiceRules = percentage };

    internal double? Of(CoverageElementKind kind) => kind switch
    {
        CoverageElementKind.State => States,
        CoverageElementKind.Transition => Transitions,
        CoverageElementKind.Catcher => Catchers,
        _ => ChoiceRules,
    };

    private static double? Check(double? percentage) => percentage is null or (>= 0 and <= 100)
        ? percentage
        : throw new ArgumentOutOfRangeException(nameof(percentage), percentage, "A threshold is a percentage, from 0 to 100.");
}
