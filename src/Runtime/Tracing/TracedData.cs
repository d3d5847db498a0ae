using System.Diagnostics;
using StateMachineGen.Data;
using StateMachineGen.Execution;

namespace StateMachineGen.Tracing;

/// <summary>What spans show of an execution's data: nothing, unless payloads are traced.</summary>
internal static class TracedData
{
    public static void ShowPayload(Activity span, string tag, Frame frame, JsonValue? payload)
    {
        if (frame.Run.Machine.Options.TracePayloads is { } payloads && payload is not null && span.IsAllDataRequested)
        {
            span.SetTag(tag, payloads.Show(frame.State.Name, payload.ToString()));
        }
    }

    /// <summary>
    /// The cause as spans tell it: without the data that it quotes, unless payloads are traced. Where the failure arose, what is shown is
    /// settled for all spans above: it is the data of that state, and of no state around it.
    /// </summary>
    /// <param name="failure">The failure.</param>
    /// <param name="run">The execution.</param>
    /// <param name="state">The state that the span is of or in; null for the spans of what other states do.</param>
    public static string? CauseOf(Failure? failure, ExecutionRun run, PlanState? state)
    {
        if (failure is not { QuotesData: true, Cause: { } cause })
        {
            return failure?.Cause;
        }

        if (run.Machine.Options.TracePayloads is { } payloads && state is not null)
        {
            failure.TracedCause ??= payloads.Show(state.Name, cause) ?? failure.CauseWithoutData;
        }

        return failure.TracedCause ?? failure.CauseWithoutData;
    }
}
