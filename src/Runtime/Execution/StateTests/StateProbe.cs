using System;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Processing;
using StateMachineGen.Execution.States;
using StateMachineGen.Execution.Tasks;

namespace StateMachineGen.Execution.StateTests;

/// <summary>
/// A test of one state: what it is given in place of an execution's course, and the trail of its processing. The frame of the
/// state's visit has it; frames of executions have none.
/// </summary>
/// <param name="state">The state.</param>
/// <param name="answer">What its task answers, or its branches or iterations come to; null when they are not mocked.</param>
/// <param name="retryCount">How often the retrier that matches was used before.</param>
/// <param name="failedItems">How many items of a map run failed; null when nothing is said.</param>
internal sealed class StateProbe(PlanState state, ResolvedReply? answer, int retryCount, int? failedItems) : ProcessingTrail(state.Type)
{
    public PlanState State { get; } = state;

    public ResolvedReply? Answer { get; } = answer;

    public int RetryCount { get; } = retryCount;

    public int? FailedItems { get; } = failedItems;

    /// <summary>The context object; the one of an execution like AWS's when it is not given.</summary>
    public JsonObject? Context { get; init; }

    /// <summary>The role that the context object tells when it is not given.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The variables that have values when the state is entered.</summary>
    public JsonObject Variables { get; init; } = JsonObject.Empty;

    public Outcome Outcome { get; private set; }

    /// <summary><c>MaxConcurrency</c> of a Map, or null when it was not reached.</summary>
    public long? MaxConcurrency { get; set; }

    public double? ToleratedFailureCount { get; set; }

    public double? ToleratedFailurePercentage { get; set; }

    /// <summary>The Catcher that matched, from 0; null for none.</summary>
    public int? CatchIndex { get; set; }

    /// <summary>The Retrier that matched, from 0; null for none.</summary>
    public int? RetryIndex { get; private set; }

    /// <summary>How long the execution would wait to retry; null when it would not.</summary>
    public TimeSpan? RetryBackoff { get; private set; }

    /// <summary>Whether the error would be retried; the test ends then.</summary>
    public bool WouldRetry(int index, RetrierPlan retrier, Random random)
    {
        RetryIndex = index;
        if (RetryCount >= retrier.MaxAttempts)
        {
            return false;
        }

        RetryBackoff = retrier.DelayBefore(RetryCount, random);
        return true;
    }

    /// <summary>Visits the state.</summary>
    public async ValueTask<Outcome> VisitAsync(Frame frame, JsonValue input)
    {
        frame.Variables.Set(Variables);
        frame.Enter(State, frame.Run.Clock.GetUtcNow(), input);
        frame.RetryCount = RetryCount;
        See(ProcessingStep.Input, input);
        Outcome = await State.RunAsync(frame, input).ConfigureAwait(false);
        Outcome.Transition?.Counter?.Hit();
        JsonObject variables = Merge(Variables, Outcome.Assigned ?? JsonObject.Empty);
        See(ProcessingStep.Variables, variables.Count > 0 ? variables : null);
        return Outcome;
    }

    private static JsonObject Merge(JsonObject variables, JsonObject assigned)
    {
        var all = default(JsonObject.Builder);
        all.SetAll(variables);
        all.SetAll(assigned);
        return all.ToObject();
    }
}
