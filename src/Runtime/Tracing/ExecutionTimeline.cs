using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>When an execution visited which state, for people: <see cref="Render"/> draws it.</summary>
/// <param name="StateMachine">The machine's name.</param>
/// <param name="Execution">The execution's name.</param>
/// <param name="Status">SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Error">The name of the error that ended the execution, or null.</param>
/// <param name="Start">When it started.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Visits">The visits of states, by their start; what ran inside a state follows it, branch by branch and iteration by iteration.</param>
public sealed record ExecutionTimeline(
    string StateMachine,
    string Execution,
    string Status,
    string? Error,
    DateTimeOffset Start,
    TimeSpan Duration,
    ImmutableArray<TimelineVisit> Visits)
{
    /// <summary>
    /// Draws one line for each visit: the state's name, a bar over the execution's duration, how long it took, the number
    /// of attempts if there were more than one, the error, and where the error was caught (<c>-></c>). Every
    /// line has the same number of characters.
    /// </summary>
    /// <param name="width">The number of characters of a line; at least 40. Default: 80.</param>
    /// <param name="unicode">Whether bars are drawn with block characters; otherwise with ASCII: <c>=</c> for work, <c>x</c> for a failed attempt, <c>.</c> for the wait before a retry.</param>
    /// <returns>The lines, without heading.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The width is less than 40.</exception>
    public ImmutableArray<string> Render(int width = 80, bool unicode = true) => TimelineDrawing.Draw(this, width, unicode);

    internal static IEnumerable<ExecutionTimeline> Of(IEnumerable<RecordedSpan> spans)
    {
        RecordedSpan[] ordered = [.. spans.Order(SpanOrder.Instance)];
        ILookup<string, RecordedSpan> children = ordered.ToLookup(s => s.ParentId ?? "");
        foreach (RecordedSpan execution in ordered.Where(s => s.Role == SpanRole.Execution && s.IsFinished))
        {
            yield return new ExecutionTimeline(
                execution.Name,
                execution.Text(TelemetryNames.ExecutionName) ?? "",
                execution.Text(TelemetryNames.ExecutionStatus) ?? "",
                execution.ErrorType,
                execution.Start,
                execution.End - execution.Start,
                [.. VisitsIn(execution, children)]);
        }
    }

    private static IEnumerable<TimelineVisit> VisitsIn(RecordedSpan execution, ILookup<string, RecordedSpan> children)
    {
        var next = new Stack<(RecordedSpan Span, int Depth)>();
        PushPartsOf(execution, 0);
        while (next.TryPop(out (RecordedSpan Span, int Depth) visit))
        {
            bool isState = visit.Span.Role == SpanRole.State;
            if (isState)
            {
                yield return Visit(visit.Span, visit.Depth, execution.Start, children[visit.Span.Id]);
            }

            PushPartsOf(visit.Span, isState ? visit.Depth + 1 : visit.Depth);
        }

        void PushPartsOf(RecordedSpan span, int depth)
        {
            foreach (RecordedSpan part in children[span.Id].Where(s => s.Role is not (SpanRole.Execution or SpanRole.LambdaRun)).Reverse())
            {
                next.Push((part, depth));
            }
        }
    }

    private static TimelineVisit Visit(RecordedSpan state, int depth, DateTime start, IEnumerable<RecordedSpan> parts) => new(
        state.Name,
        depth,
        state.Start - start,
        state.End - state.Start,
        state.Number(TelemetryNames.StateAttempts) ?? 1,
        state.Status == ActivityStatusCode.Error ? state.ErrorType ?? "failed" : null,
        state.Status == ActivityStatusCode.Error ? state.Text(TelemetryNames.StateNext) : null,
        [
            .. parts.Where(s => s.Role == SpanRole.Attempt).Select(s =>
                new TimelineAttempt(s.Start - start, s.End - s.Start, s.Status == ActivityStatusCode.Error)),
        ]);
}

/// <summary>One visit of a state.</summary>
/// <param name="State">The state's name.</param>
/// <param name="Depth">How many states it is nested in.</param>
/// <param name="Offset">From the execution's start to its own.</param>
/// <param name="Duration">How long it took, retries included.</param>
/// <param name="Attempts">The number of attempts, from 1.</param>
/// <param name="Error">The name of the error that it failed with, or null.</param>
/// <param name="CaughtBy">The state that a Catch led to, or null when there was no error or nothing caught it.</param>
/// <param name="Parts">The attempts, when the state has Retry; otherwise empty.</param>
public sealed record TimelineVisit(
    string State,
    int Depth,
    TimeSpan Offset,
    TimeSpan Duration,
    int Attempts,
    string? Error,
    string? CaughtBy,
    ImmutableArray<TimelineAttempt> Parts);

/// <summary>One attempt of a state that has Retry.</summary>
/// <param name="Offset">From the execution's start to its own.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Failed">Whether it failed.</param>
public sealed record TimelineAttempt(TimeSpan Offset, TimeSpan Duration, bool Failed);
