using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>A trace of a report: its timeline has a block for each service, in which segments come in the order of their start.</summary>
internal sealed class ReportedTrace
{
    public ReportedTrace(int index, string id, IReadOnlyList<Segment> segments)
    {
        Index = index;
        Id = id;
        Segments = segments;
        Start = segments.Min(segment => segment.Start);
        Duration = segments.Max(segment => segment.End) - Start;
        Blocks = [.. segments.GroupBy(segment => (segment.Name, Type: TypeOf(segment)), (key, group) => new TimelineBlock(key.Name, key.Type, TimelineRow.Of(group)))];
    }

    /// <summary>The trace's number in the report.</summary>
    public int Index { get; }

    public string Id { get; }

    public IReadOnlyList<Segment> Segments { get; }

    public DateTime Start { get; }

    public TimeSpan Duration { get; }

    public ImmutableArray<TimelineBlock> Blocks { get; }

    public IEnumerable<TimelineRow> Rows => Blocks.SelectMany(block => block.Rows);

    /// <summary>A subsegment that is alone has a parent that had not ended when the report was written.</summary>
    private static string TypeOf(Segment segment) => segment.Origin ?? (segment.IsStandalone ? "part of a segment that has not ended" : "");
}

/// <summary>A service in a timeline.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Type">Its type, as <c>AWS::Lambda::Function</c>; empty when it has none.</param>
/// <param name="Rows">Its segments with their subsegments.</param>
internal sealed record TimelineBlock(string Name, string Type, ImmutableArray<TimelineRow> Rows);

/// <summary>A segment or subsegment in a timeline.</summary>
/// <param name="Segment">What the row shows.</param>
/// <param name="Depth">0 for a segment, and one more for each level of subsegments.</param>
internal sealed record TimelineRow(Segment Segment, int Depth)
{
    public static ImmutableArray<TimelineRow> Of(IEnumerable<Segment> segments)
    {
        ImmutableArray<TimelineRow>.Builder rows = ImmutableArray.CreateBuilder<TimelineRow>();
        Add(segments, 0);
        return rows.ToImmutable();

        void Add(IEnumerable<Segment> level, int depth)
        {
            foreach (Segment segment in level)
            {
                rows.Add(new TimelineRow(segment, depth));
                Add(segment.Subsegments, depth + 1);
            }
        }
    }
}
