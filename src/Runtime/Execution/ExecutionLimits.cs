using System;
using StateMachineGen.Language.Names;

namespace StateMachineGen;

/// <summary>
/// How much an execution may take (AWS, "Service quotas"). The defaults are AWS's; others are for measurements and for the question whether a limit is
/// what stands in a machine's way.
/// </summary>
public sealed record ExecutionLimits
{
    /// <summary>AWS's limits.</summary>
    public static ExecutionLimits Aws { get; } = new();

    /// <summary>How large a payload may be, in bytes of compact JSON in UTF-8: the input or output of an execution, a state or a task. 262,144 when not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int PayloadBytes
    {
        get;
        init => field = Positive(value);
    } = Quotas.PayloadBytes;

    /// <summary>How large the values of one <c>Assign</c> may be together, in bytes as for <see cref="PayloadBytes"/>. 262,144 when not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int AssignBytes
    {
        get;
        init => field = Positive(value);
    } = Quotas.AssignBytes;

    /// <summary>How large all variables of an execution may be together, in bytes as for <see cref="PayloadBytes"/>. 10,485,760 when not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int VariablesBytes
    {
        get;
        init => field = Positive(value);
    } = Quotas.VariablesBytes;

    /// <summary>
    /// How many events the history of an execution may hold before the execution fails. 25,000 when not set; for an Express execution,
    /// of which AWS keeps no history, 1,000,000, which ends a loop that never waits.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public int? HistoryEvents
    {
        get;
        init => field = value is null ? null : Positive(value.Value);
    }

    /// <summary>How long a Standard execution may run, whatever the machine's <c>TimeoutSeconds</c> says; it ends as timed out then. 365 days when not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public TimeSpan StandardDuration
    {
        get;
        init => field = Positive(value);
    } = TimeSpan.FromDays(365);

    /// <summary>How long an Express execution may run, as for <see cref="StandardDuration"/>. Five minutes when not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public TimeSpan ExpressDuration
    {
        get;
        init => field = Positive(value);
    } = TimeSpan.FromMinutes(5);

    private static TimeSpan Positive(TimeSpan value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
        return value;
    }

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }
}
