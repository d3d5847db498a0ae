using System;
using System.Threading.Tasks;
using StateMachineGen.Data;
using StateMachineGen.Language.Document;
using StateMachineGen.Tracing;

namespace StateMachineGen.Execution;

/// <summary>The walk from state to state through a scope.</summary>
internal static class ScopeWalk
{
    /// <summary>Visits states until one ends the scope; its outcome is that of the scope.</summary>
    public static async ValueTask<Outcome> RunAsync(Frame frame, ScopePlan scope, JsonValue input)
    {
        // Nothing but the frame is needed across a wait: whatever else were, each execution that waits would keep.
        DateTimeOffset now = frame.Run.Clock.GetUtcNow();
        var outcome = Outcome.Continue(input, scope.Start, null);
        try
        {
            while (true)
            {
                if (Begin(frame, outcome.Next!, outcome.Output!, now) is { } failure)
                {
                    return failure;
                }

                outcome = await frame.State.RunAsync(frame, outcome.Output!).ConfigureAwait(false);
                now = frame.Run.Clock.GetUtcNow();
                End(frame, outcome, now);
                if (outcome.Output is null || outcome.Next is null)
                {
                    HistoryLog history = frame.Run.History;
                    return history.HasOverflowed && outcome.Output is not null ? Failure.HistoryFull(history.Limit) : outcome;
                }
            }
        }
        finally
        {
            ExecutionTelemetry.Abandon(frame.Activity);
        }
    }

    private static Failure? Begin(Frame frame, PlanState state, JsonValue input, DateTimeOffset now)
    {
        ExecutionRun run = frame.Run;
        if (frame.Stop.IsStopped)
        {
            return Failure.Aborted;
        }

        if (now >= run.Deadline)
        {
            return Failure.ExecutionTimedOut;
        }

        frame.Enter(state, now, input);
        if (run.History.HasOverflowed)
        {
            return Failure.HistoryFull(run.History.Limit);
        }

        frame.Activity = run.IsTraced ? ExecutionTelemetry.StartState(frame, input) : null;
        frame.Trail = run.Record?.BeginVisit(frame);
        if (frame.State.Binding?.Entered is { } entered)
        {
            run.Call(frame, entered, new StateEntered(run.Name, frame.State.Name, now, frame.Activity));
        }

        return null;
    }

    private static void End(Frame frame, Outcome outcome, DateTimeOffset now)
    {
        ExecutionRun run = frame.Run;
        PlanState state = frame.State;
        if (outcome.Failure is { Kind: FailureKind.Error } failure)
        {
            if (outcome.Output is null)
            {
                frame.Report(failure);
            }

            if (state.Binding?.Failed is { } failed)
            {
                run.Call(
                    frame,
                    failed,
                    new StateFailed(run.Name, state.Name, now, failure.Error, failure.Cause, failure.Exception, outcome.Next?.Name, frame.Activity));
            }
        }

        if (outcome.Output is not null)
        {
            Leave(frame, outcome, now);
        }
        else if (AbortedEvent(frame, outcome.Failure!) is { } aborted)
        {
            frame.AppendAside(aborted, state, null);
        }

        if (run.HasTelemetry)
        {
            ExecutionTelemetry.EndState(frame, outcome, now);
        }
    }

    private static void Leave(Frame frame, Outcome outcome, DateTimeOffset now)
    {
        PlanState state = frame.State;
        outcome.Transition?.Counter?.Hit();
        if (outcome.Assigned is { } assigned)
        {
            frame.Variables.Set(assigned);
        }

        frame.LastEventId = frame.Run.History.Append(state.ExitedEvent!.Value, frame.LastEventId, now, state, outcome.Exit);
        if (state.Binding?.Exited is { } exited)
        {
            frame.Run.Call(frame, exited, new StateExited(frame.Run.Name, state.Name, now, now - frame.EnteredTime, outcome.Next?.Name, frame.Activity));
        }
    }

    /// <summary>The event of a state that is broken off; also, in a branch, of one whose error nobody in the branch catches (measured for Task).</summary>
    private static HistoryEventType? AbortedEvent(Frame frame, Failure failure) => frame.State.Type switch
    {
        _ when failure.Kind == FailureKind.ExecutionTimedOut => null,
        StateType.Task when failure.Kind == FailureKind.Aborted || (frame.IsNested && failure.Kind == FailureKind.Error) => HistoryEventType.TaskStateAborted,
        StateType.Wait when failure.Kind == FailureKind.Aborted => HistoryEventType.WaitStateAborted,
        StateType.Parallel when failure.Kind == FailureKind.Aborted => HistoryEventType.ParallelStateAborted,
        StateType.Map when failure.Kind == FailureKind.Aborted => HistoryEventType.MapStateAborted,
        _ => null,
    };
}
