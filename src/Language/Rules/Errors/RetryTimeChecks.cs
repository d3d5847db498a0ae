using System;
using System.Globalization;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Rules;

/// <summary>Adds up what a Retry waits.</summary>
internal static class RetryTimeChecks
{
    public static void Check(State state, Surroundings surroundings, FindingCollector findings)
    {
        long? limit = surroundings.IsChild ? null : surroundings.Machine.TimeoutSeconds;
        if (surroundings.Type == StateMachineType.Express)
        {
            limit = Math.Min(limit ?? Surroundings.ExpressSeconds, Surroundings.ExpressSeconds);
        }

        if (limit is not > 0)
        {
            return;
        }

        foreach (Retrier retrier in state.Retry)
        {
            if (SumDelays(retrier) is { } delays && delays > limit)
            {
                findings.Add(
                    ErrorMatchingRules.RetryLongerThanExecution,
                    retrier.Field("MaxAttempts")?.Value ?? retrier.Syntax,
                    retrier.Path,
                    delays > Quota ? "very many" : delays.ToString("N0", CultureInfo.InvariantCulture),
                    limit < Surroundings.ExpressSeconds || surroundings.Type != StateMachineType.Express ? "this machine" : "an Express machine",
                    limit.Value.ToString("N0", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>From here on the number itself says nothing more.</summary>
    private const double Quota = 1e12;

    /// <summary>The time that all attempts wait; null when chance decides or the fields have faults.</summary>
    private static double? SumDelays(Retrier retrier)
    {
        if (retrier.JitterStrategy == "FULL" || HasFault(retrier))
        {
            return null;
        }

        double delay = retrier.IntervalSeconds ?? Retrier.DefaultIntervalSeconds;
        double rate = retrier.BackoffRate ?? Retrier.DefaultBackoffRate;
        double greatest = retrier.MaxDelaySeconds ?? double.PositiveInfinity;
        long attempts = retrier.MaxAttempts ?? Retrier.DefaultMaxAttempts;
        double sum = 0;
        for (int i = 0; attempts > 0 && sum <= Quota; i++, attempts--)
        {
            if (rate <= 1 || delay >= greatest || i > 10_000)
            {
                return sum + (attempts * Math.Min(delay, greatest));
            }

            sum += Math.Min(delay, greatest);
            delay *= rate;
        }

        return sum;
    }

    private static bool HasFault(Retrier retrier) =>
        (retrier.Field("IntervalSeconds") is not null && retrier.IntervalSeconds is not > 0)
        || (retrier.Field("BackoffRate") is not null && retrier.BackoffRate is not >= 1)
        || (retrier.Field("MaxDelaySeconds") is not null && retrier.MaxDelaySeconds is not > 0)
        || (retrier.Field("MaxAttempts") is not null && retrier.MaxAttempts is not >= 0);
}
