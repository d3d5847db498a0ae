using System;

namespace StateMachineGen.Testing;

/// <summary>What one state is run with. The members are those of AWS's TestState.</summary>
public sealed class StateTestOptions
{
    /// <summary>What the task answers, or what the branches or iterations come to; a Parallel or Map state needs it.</summary>
    public Reply? Mock { get; init; }

    /// <summary>The whole context object, as JSON; one like that of an Express execution when not given.</summary>
    public string? Context { get; init; }

    /// <summary>The variables that have values when the state is entered, as a JSON object.</summary>
    public string? Variables { get; init; }

    /// <summary>The role that the context object tells when <see cref="Context"/> is not given; it tells null without.</summary>
    public string? RoleArn { get; init; }

    /// <summary>How often the Retrier that matches the error was used before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int RetrierRetryCount
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    }

    /// <summary>How many iterations of a Distributed Map failed.</summary>
    public int? MapIterationFailureCount { get; init; }
}
