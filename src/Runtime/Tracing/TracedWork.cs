using System;
using System.Diagnostics;
using System.Threading.Tasks;
using StateMachineGen.Execution;

namespace StateMachineGen.Tracing;

/// <summary>A part of an execution that has a span of its own: an attempt, a branch, an iteration.</summary>
internal static class TracedWork
{
    /// <summary>Does the work within a span, which is the current activity of the work and of nothing beside it.</summary>
    public static async ValueTask<Outcome> RunAsync<TWork>(TWork work, ExecutionRun run, Func<TWork, Activity?> start, Func<TWork, ValueTask<Outcome>> execute)
    {
        Activity? span = start(work);
        try
        {
            Outcome outcome = await execute(work).ConfigureAwait(false);
            ExecutionTelemetry.EndWork(span, outcome.Failure, run);
            return outcome;
        }
        finally
        {
            ExecutionTelemetry.Abandon(span);
        }
    }
}
