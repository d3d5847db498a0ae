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
        ExecutionRun run = frame.Run;
        PlanState state = scope.Start;
        JsonValue value = input;
        DateTimeOffset now = run.Clock.GetUtcNow();
        while (true)
        {
            if (frame.Stop.IsStopped)
            {
                return Failure.Aborted;
            }

            if (now >= run.Deadline)
            {
                return Failure.ExecutionTimedOut;
            }

            frame.Enter(state, now, value);
            if (run.History.HasOverflowed)
            {
                return Failure.HistoryFull(run.History.Limit);
            }

            Begin(frame, now);
            Outcome outcome = await state.RunAsync(frame, value).ConfigureAwait(false);
            now = run.Clock.GetUtcNow();
            End(frame, outcome, now);
            if (outcome.Output is null || outcome.Next is null)
            {
                return run.History.HasOverflowed && outcome.Output is not null ? Failure.HistoryFull(run.History.Limit) : outcome;
            }

            value = outcome.Output;
            state = outcome.Next;
        }
    }

    private static void Begin(Frame frame, DateTimeOffset now)
    {
        ExecutionRun run = frame.Run;
        frame.Activity = run.HasTelemetry ? ExecutionTelemetry.StartState(frame) : null;
        if (frame.State.Binding?.Entered is { } entered)
        {
            run.Call(frame, entered, new StateEntered(run.Name, frame.State.Name, now, frame.Activity));
        }
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
        if (outcome.Assigned is not null)
        {
            frame.Variables.Set(outcome.Assigned);
        }

        object data = outcome.Failure is null && outcome.Assigned is null
            ? outcome.Output!
            : new StateExit(outcome.Output!, outcome.Failure, outcome.Assigned);
        frame.LastEventId = frame.Run.History.Append(state.ExitedEvent!.Value, frame.LastEventId, now, state, data);
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
