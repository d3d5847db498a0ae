using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using StateMachineGen.Execution;

namespace StateMachineGen.Tracing;

/// <summary>What a report shows, in its order, before it is written.</summary>
/// <param name="Runs">The executions: those of failed tests first, else as they began; executions of map runs and nested ones follow those that started them.</param>
/// <param name="Machines">The machines, as they first occur.</param>
/// <param name="Traces">The traces, by their start.</param>
internal sealed record ReportModel(ImmutableArray<ReportedRun> Runs, ImmutableArray<ReportedMachine> Machines, ImmutableArray<ReportedTrace> Traces)
{
    /// <summary>Tests that failed without an execution.</summary>
    public ImmutableArray<FailedTest> FailedTests { get; init; } = [];

    public static ReportModel Of(IReadOnlyList<ExecutionRecord> records, IEnumerable<(string Id, IReadOnlyList<Segment> Segments)> collected)
    {
        var machines = new List<ReportedMachine>();
        var traces = ImmutableArray.CreateBuilder<ReportedTrace>();
        var traceOfSpan = new Dictionary<string, ReportedTrace>(StringComparer.Ordinal);
        foreach ((string id, IReadOnlyList<Segment> segments) in collected)
        {
            var trace = new ReportedTrace(traces.Count, id, segments);
            traces.Add(trace);
            foreach (TimelineRow row in trace.Rows)
            {
                traceOfSpan[row.Segment.Id] = trace;
            }
        }

        var runs = new Dictionary<ExecutionRecord, ReportedRun>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (ExecutionRecord record in InOrder(records))
        {
            ImmutableArray<HistoryEvent> events = ReportedRun.ReadEvents(record.Run);
            if (!events.IsEmpty)
            {
                ReportedRun? parent = record.Parent is null ? null : runs.GetValueOrDefault(record.Parent);
                runs.Add(record, new ReportedRun(runs.Count, NewKey(record.Run.Name, keys), record, events, MachineOf(record.Run.Machine, machines), parent, traceOfSpan));
            }
        }

        return new ReportModel([.. runs.Values], [.. machines], traces.ToImmutable());
    }

    private static IEnumerable<ExecutionRecord> InOrder(IReadOnlyList<ExecutionRecord> records)
    {
        ILookup<ExecutionRecord?, ExecutionRecord> children = records.ToLookup(record => record.Parent);
        return children[null].OrderBy(record => record.TestFailure is null).SelectMany(WithChildren);

        IEnumerable<ExecutionRecord> WithChildren(ExecutionRecord record) => children[record].SelectMany(WithChildren).Prepend(record);
    }

    /// <summary>The execution's name, by which links find it; numbered where several have one.</summary>
    private static string NewKey(string name, HashSet<string> keys)
    {
        string key = name;
        for (int number = 2; !keys.Add(key); number++)
        {
            key = string.Create(CultureInfo.InvariantCulture, $"{name}~{number}");
        }

        return key;
    }

    private static ReportedMachine MachineOf(LocalMachine machine, List<ReportedMachine> machines)
    {
        ReportedMachine? known = machines.Find(each => each.Arn == machine.Arn && each.Definition == machine.Definition);
        if (known is null)
        {
            known = new ReportedMachine(machines.Count, machine.Name, machine.Arn, machine.Definition);
            machines.Add(known);
        }

        return known;
    }
}
