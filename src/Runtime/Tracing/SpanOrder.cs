using System.Collections.Generic;

namespace StateMachineGen.Tracing;

/// <summary>The order in which spans are told: by their starts, those that start together by their numbers, and else by their ends.</summary>
internal sealed class SpanOrder : IComparer<RecordedSpan>
{
    public static SpanOrder Instance { get; } = new();

    public int Compare(RecordedSpan? x, RecordedSpan? y) => Key(x!).CompareTo(Key(y!));

    private static (System.DateTime Start, int Number, long Sequence) Key(RecordedSpan span) => (span.Start, NumberOf(span), span.Sequence);

    private static int NumberOf(RecordedSpan span) => span.Role switch
    {
        SpanRole.Branch => span.Number(TelemetryNames.BranchIndex) ?? 0,
        SpanRole.Iteration => span.Number(TelemetryNames.IterationIndex) ?? 0,
        _ => 0,
    };
}
