using System.Collections.Generic;
using System.Linq;
using System.Threading;
using StateMachineGen.Execution;

namespace StateMachineGen.Tracing;

/// <summary>What a report keeps of an execution. The execution's thread adds to it, and any thread reads.</summary>
/// <param name="report">The report.</param>
/// <param name="run">The execution.</param>
/// <param name="parent">The execution whose Distributed Map or task started it; null for one that was started by itself.</param>
internal sealed class ExecutionRecord(TraceReport report, ExecutionRun run, ExecutionRecord? parent)
{
    private readonly List<VisitRecord> _visits = [];
    private readonly Lock _lock = new();

    public TraceReport Report { get; } = report;

    public ExecutionRun Run { get; } = run;

    public ExecutionRecord? Parent { get; } = parent;

    /// <summary>The execution's span; null when it has none of its own.</summary>
    public string? SpanId { get; set; }

    /// <summary>The test that the execution belongs to; null when nobody said.</summary>
    public string? Test { get; set; }

    /// <summary>Why its test failed; null when it did not.</summary>
    public string? TestFailure { get; set; }

    /// <summary>Begins the record of the visit that the frame has entered.</summary>
    public VisitRecord BeginVisit(Frame frame)
    {
        var visit = new VisitRecord(frame.State.Type, frame.EnteredEventId, frame.Activity?.SpanId.ToHexString());
        lock (_lock)
        {
            _visits.Add(visit);
        }

        return visit;
    }

    /// <summary>The visits so far, by the event that began them.</summary>
    public Dictionary<int, VisitRecord> GetVisits()
    {
        lock (_lock)
        {
            return _visits.ToDictionary(visit => visit.EnteredEventId);
        }
    }
}
