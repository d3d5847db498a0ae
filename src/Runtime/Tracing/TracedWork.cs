using System;
using System.Diagnostics;
using System.Threading.Tasks;
using StateMachineGen.Execution;

namespace StateMachineGen.Tracing;

/// <summary>A part of an execution that has a span of its own: an attempt, a branch, an iteration.</summary>
internal static class TracedWork
{
    /// <summary>Does the work within a span, which is the current activity of the work and of nothing beside it.</summary>
    /// <param name="work">The work.</param>
    /// <param name="run">The execution.</param>
    /// <param name="state">The state whose own work it is; null for work that other states do.</param>
    /// <param name="start">Starts the span.</param>
    /// <param name="execute">Does the work.</param>
    public static async ValueTask<Outcome> RunAsync<TWork>(TWork work, ExecutionRun run, PlanState? state, Func<TWork, Activity?> start, Func<TWork, ValueTask<Outcome>> execute)
    {
        Activity? span = start(work);
        try
        {
            Outcome outcome = await execute(work).ConfigureAwait(false);
            ExecutionTelemetry.EndWork(span, outcome.Failure, run, state);
            return outcome;
        }
        finally
        {
            ExecutionTelemetry.Abandon(span);
        }
    }
}
