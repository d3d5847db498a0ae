using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Execution;
using StateMachineGen.Execution.Visits;
using StateMachineGen.Language.Graph;

namespace StateMachineGen.Tracing;

/// <summary>An execution of a report, as far as it had come.</summary>
internal sealed class ReportedRun
{
    public ReportedRun(
        int index,
        string key,
        ExecutionRecord record,
        ImmutableArray<HistoryEvent> events,
        ReportedMachine machine,
        ReportedRun? parent,
        Dictionary<string, ReportedTrace> traceOfSpan)
    {
        Index = index;
        Key = key;
        Record = record;
        Events = events;
        Machine = machine;
        Parent = parent;
        IsRunning = !IsEnd(events[^1].Type);
        List<VisitDraft<HistoryEvent>> drafts = VisitReader<HistoryEvent>.Read(events);
        Visits = ReportedVisit.Of(drafts, events[^1], record.GetVisits());
        Marks = HistoryMarks<HistoryEvent>.OfAll(drafts, events[^1]);

        // A machine's span is collected when it ends; those of the states that ended are there before.
        Trace = new[] { record.SpanId }.Concat(Visits.Select(visit => visit.SpanId))
            .Select(span => span is null ? null : traceOfSpan.GetValueOrDefault(span))
            .FirstOrDefault(trace => trace is not null) ?? parent?.Trace;
    }

    /// <summary>The execution's number in the report.</summary>
    public int Index { get; }

    /// <summary>What links call it.</summary>
    public string Key { get; }

    public ExecutionRecord Record { get; }

    public ExecutionRun Run => Record.Run;

    public ImmutableArray<HistoryEvent> Events { get; }

    public ReportedMachine Machine { get; }

    /// <summary>The execution that started it; null for one that was started by itself.</summary>
    public ReportedRun? Parent { get; }

    public ImmutableArray<ReportedVisit> Visits { get; }

    /// <summary>What the visits together did to the states.</summary>
    public ExecutionMarks Marks { get; }

    /// <summary>The trace that it is part of; null when it is not traced.</summary>
    public ReportedTrace? Trace { get; }

    /// <summary>Whether it had not ended when the report was written.</summary>
    public bool IsRunning { get; }

    /// <summary>How it ended; null while it runs.</summary>
    public ExecutionStatus? Status => IsRunning ? null : Run.Status;

    public Failure? Failure => IsRunning ? null : Run.Failure;

    /// <summary>The last error that was caught, which tells why an execution failed whose Fail state does not.</summary>
    public string? CaughtError => Visits.LastOrDefault(visit => visit.Mark.Status == StateStatus.CaughtError)?.Mark.Error;

    public TimeSpan Duration => Events[^1].Timestamp - Run.StartTime;

    /// <summary>The events so far. More may come while they are read.</summary>
    public static ImmutableArray<HistoryEvent> ReadEvents(ExecutionRun run)
    {
        int count = run.History.Count;
        ImmutableArray<HistoryEvent>.Builder events = ImmutableArray.CreateBuilder<HistoryEvent>(count);
        for (int i = 0; i < count; i++)
        {
            events.Add(new HistoryEvent(i + 1, in run.History[i]));
        }

        return events.MoveToImmutable();
    }

    private static bool IsEnd(HistoryEventType type) => type is HistoryEventType.ExecutionSucceeded or HistoryEventType.ExecutionFailed
        or HistoryEventType.ExecutionTimedOut or HistoryEventType.ExecutionAborted;
}
