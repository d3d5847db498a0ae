using System;
using System.Collections.Immutable;

namespace StateMachineGen.Execution;

/// <summary>Reads the visits of states from a history.</summary>
internal static class StateVisits
{
    public static ImmutableArray<StateVisit> Read(ExecutionHistory history)
    {
        ImmutableArray<StateVisit>.Builder visits = ImmutableArray.CreateBuilder<StateVisit>();
        HistoryEvent? entered = null;
        int attempts = 0;
        foreach (HistoryEvent item in history)
        {
            if (item.Type.IsStateEntered())
            {
                entered = item;
                attempts = 0;
            }
            else if (item.Type.IsTaskScheduled())
            {
                attempts++;
            }
            else if (entered is not null && (item.Type.IsStateExited() || IsEnd(item.Type)))
            {
                string? error = item.Caught?.Failure.Error ?? item.Error;
                visits.Add(new StateVisit(
                    entered.State!.Name, entered.State.Type.ToString(), entered.Timestamp, item.Timestamp, Math.Max(1, attempts), error, item.Caught is not null));
                entered = null;
            }
        }

        return visits.ToImmutable();
    }

    private static bool IsEnd(HistoryEventType type) => type is HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionTimedOut
        or HistoryEventType.ExecutionAborted;
}
