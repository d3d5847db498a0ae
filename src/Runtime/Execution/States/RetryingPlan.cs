using System;
using System.Collections.Immutable;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Execution.Tasks;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution.States;

/// <summary>A state whose work may fail: attempts, <c>Retry</c> between them, <c>Catch</c> after them.</summary>
internal abstract class RetryingPlan : PlanState
{
    private readonly ImmutableArray<RetrierPlan> _retriers;

    private protected RetryingPlan(FieldReader fields, State state, StateType type)
        : base(fields, type)
    {
        Transition = Transition.NextOrEnd(fields);
        _retriers = RetrierPlan.CompileAll(fields, state);
        Catchers = CatcherPlan.CompileAll(fields, state);
    }

    public override Transition Transition { get; }

    public ImmutableArray<CatcherPlan> Catchers { get; }

    /// <summary>The event that tells that all attempts failed, on the types of states that have one.</summary>
    protected virtual HistoryEventType? FailedEvent => null;

    public override void Link(PlanLinker linker)
    {
        Transition.Link(linker);
        foreach (CatcherPlan catcher in Catchers)
        {
            catcher.Transition.Link(linker);
        }
    }

    public sealed override async ValueTask<Outcome> RunAsync(Frame frame, JsonValue input)
    {
        int[]? retries = null;
        while (true)
        {
            Outcome attempt = await TraceAttemptAsync(frame, input).ConfigureAwait(false);
            if (attempt.Failure is not { } failure)
            {
                return attempt;
            }

            if (failure.Kind != FailureKind.Error)
            {
                return failure;
            }

            frame.Report(failure);

            // The first retrier that matches decides, also when it is used up: later ones are not asked.
            int index = FindRetrier(failure);
            if (frame.Probe is { } probe)
            {
                return index >= 0 && probe.WouldRetry(index, _retriers[index], frame.Run.Random) ? failure : Catch(frame, input, failure);
            }

            retries ??= new int[_retriers.Length];
            if (index < 0 || retries[index] >= _retriers[index].MaxAttempts)
            {
                return Catch(frame, input, failure);
            }

            TimeSpan delay = _retriers[index].DelayBefore(retries[index]++, frame.Run.Random);
            frame.RetryCount++;
            if (await frame.DelayRetryAsync(failure, delay).ConfigureAwait(false) is { } stop)
            {
                return stop;
            }
        }
    }

    /// <summary>What a mock says that the branches or iterations came to.</summary>
    protected static async ValueTask<(JsonValue? Result, Failure? Failure)> AnswerAsync(Frame frame, ResolvedReply answer, JsonValue payload)
    {
        ResolvedReply reply = answer.To(payload);
        DateTimeOffset due = Instant.After(frame.Run.Clock.GetUtcNow(), reply.Delay);
        if (reply.Delay > TimeSpan.Zero && frame.Interrupted(await frame.WaitUntilAsync(due).ConfigureAwait(false), due) is { } stop)
        {
            return (null, stop);
        }

        return reply.Result is not null ? (reply.Result, null) : (null, reply.Failure ?? Failure.TaskTimedOut());
    }

    /// <summary>Does the work once.</summary>
    protected abstract ValueTask<Outcome> AttemptAsync(Frame frame, JsonValue input);

    /// <summary>Does the work once: within a span of its own, when it can be done again and the execution is traced.</summary>
    private ValueTask<Outcome> TraceAttemptAsync(Frame frame, JsonValue input) => frame.Run.IsTraced && !_retriers.IsEmpty
        ? TracedWork.RunAsync(
            (Plan: this, Frame: frame, Input: input),
            frame.Run,
            state: this,
            static work => ExecutionTelemetry.StartAttempt(work.Frame),
            static work => work.Plan.AttemptAsync(work.Frame, work.Input))
        : AttemptAsync(frame, input);

    private int FindRetrier(Failure failure)
    {
        for (int i = 0; i < _retriers.Length; i++)
        {
            if (_retriers[i].Matches(failure))
            {
                return i;
            }
        }

        return -1;
    }

    private Outcome Catch(Frame frame, JsonValue input, Failure failure)
    {
        // States.Runtime ends the execution as it is: AWS tells of no failed state then (measured).
        if (FailedEvent is { } failed && failure.Error != ErrorNames.Runtime)
        {
            frame.Append(failed, this, failure);
        }

        for (int i = 0; i < Catchers.Length; i++)
        {
            if (Catchers[i].Matches(failure))
            {
                frame.Probe?.CatchIndex = i;
                return Catchers[i].Catch(frame, input, failure);
            }
        }

        return failure;
    }
}
