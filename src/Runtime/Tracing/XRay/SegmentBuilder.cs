using System.Collections.Frozen;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace StateMachineGen.Tracing;

/// <summary>
/// Turns the spans of one trace into segments: one for each state machine, two for each run of a function (the service's
/// and the code's), one for each activity of the user's that stands for a service; everything else is a subsegment.
/// </summary>
internal sealed class SegmentBuilder
{
    /// <summary>
    /// How deep subsegments are nested. What is nested deeper hangs on the last of these levels, so that whoever reads segments may do so level by level.
    /// A document has two levels of JSON for each and some for what is in the last, and JSON readers of .NET refuse more than 64.
    /// </summary>
    internal const int MaxLevels = 25;

    private const string StateMachineOrigin = "AWS::StepFunctions::StateMachine";
    private const string LambdaOrigin = "AWS::Lambda";
    private const string LambdaFunctionOrigin = "AWS::Lambda::Function";

    private readonly string _traceId;
    private readonly Dictionary<string, RecordedSpan> _spans;
    private readonly ILookup<string, RecordedSpan> _children;
    private readonly IReadOnlySet<string> _sent;
    private readonly List<Segment> _segments = [];

    private SegmentBuilder(string traceId, IEnumerable<RecordedSpan> spans, IReadOnlySet<string> sent)
    {
        _traceId = traceId;
        _sent = sent;
        RecordedSpan[] ordered = [.. spans.Order(SpanOrder.Instance)];
        _spans = ordered.ToDictionary(s => s.Id);
        _children = ordered.ToLookup(s => s.ParentId ?? "");
    }

    /// <summary>The segments of a trace: callers before whom they call, and by their start.</summary>
    /// <param name="traceId">The trace's X-Ray id.</param>
    /// <param name="spans">Its spans.</param>
    /// <param name="serviceVersion">The version of the program, or null.</param>
    /// <param name="sent">The ids of spans whose documents are elsewhere, and which are here for what others say of them.</param>
    public static IReadOnlyList<Segment> Build(
        string traceId, IEnumerable<RecordedSpan> spans, string? serviceVersion = null, IReadOnlySet<string>? sent = null)
    {
        var builder = new SegmentBuilder(traceId, spans, sent ?? FrozenSet<string>.Empty);
        foreach (RecordedSpan root in builder._children.Where(c => !builder._spans.ContainsKey(c.Key)).SelectMany(c => c).OrderBy(s => s.Start))
        {
            builder.AddDocuments(root);
        }

        foreach (Segment segment in builder._segments.Where(s => !s.IsSubsegment))
        {
            segment.ServiceVersion = serviceVersion;
        }

        return builder._segments;
    }

    private void AddDocuments(RecordedSpan root)
    {
        var next = new Stack<RecordedSpan>([root]);
        while (next.TryPop(out RecordedSpan? span))
        {
            if (!_sent.Contains(span.Id))
            {
                AddDocument(span);
            }

            foreach (RecordedSpan child in _children[span.Id].Reverse())
            {
                next.Push(child);
            }
        }
    }

    private void AddDocument(RecordedSpan span)
    {
        if (span.Role == SpanRole.LambdaRun)
        {
            AddFunction(span);
        }
        else if (span.IsSegment)
        {
            _segments.Add(Fill(CreateSegment(span), span));
        }
        else if (!_spans.ContainsKey(span.ParentId!))
        {
            // Its parent is still running: X-Ray takes a finished subsegment alone and joins the two later.
            Segment subsegment = CreateSubsegment(span);
            subsegment.ParentId = span.ParentId;
            subsegment.IsStandalone = true;
            _segments.Add(Fill(subsegment, span));
        }
    }

    private Segment CreateSegment(RecordedSpan span)
    {
        bool isMachine = span.Role == SpanRole.Execution;
        var segment = new Segment(span.Text(TelemetryNames.LocalService) ?? span.Name, span.Id, _traceId, span.Start, span.End)
        {
            ParentId = span.ParentId,
            Origin = isMachine ? StateMachineOrigin : null,
            ResourceArn = isMachine ? span.Text(TelemetryNames.StateMachineArn) : null,
            HttpStatus = isMachine ? null : span.HttpStatus,
            HttpMethod = span.Text(TelemetryNames.HttpRequestMethod),
            HttpUrl = span.Text(TelemetryNames.UrlFull),
            HttpContentLength = span.Number(TelemetryNames.HttpResponseBodySize),
        };
        if (isMachine)
        {
            AddAws(segment, "execution_arn", span.Text(TelemetryNames.ExecutionArn));
            Annotate(segment, "state_machine", span.Name);
            Annotate(segment, "execution_name", span.Scalar(TelemetryNames.ExecutionName));
            Annotate(segment, "status", span.Scalar(TelemetryNames.ExecutionStatus));
        }

        return segment;
    }

    private Segment CreateSubsegment(RecordedSpan span) => span.Role switch
    {
        SpanRole.State => CreateState(span),
        SpanRole.Attempt => CreatePart(span, "Attempt #", TelemetryNames.Attempt, "attempt"),
        SpanRole.Branch => CreatePart(span, "Branch ", TelemetryNames.BranchIndex, "branch"),
        SpanRole.Iteration => CreatePart(span, "Iteration ", TelemetryNames.IterationIndex, "iteration"),
        SpanRole.LambdaCall => CreateLambdaCall(span),
        _ => CreateOther(span),
    };

    private Segment CreateOther(RecordedSpan span)
    {
        bool isCall = SegmentTags.IsCall(span);
        bool isAwsCall = SegmentTags.IsAwsCall(span);
        var subsegment = new Segment(isCall ? SegmentTags.CalleeOf(span) : span.Name, span.Id, _traceId, span.Start, span.End)
        {
            IsSubsegment = true,
            Namespace = isAwsCall ? "aws" : isCall ? "remote" : null,
            HttpStatus = span.HttpStatus,
            HttpMethod = span.Text(TelemetryNames.HttpRequestMethod),
            HttpUrl = span.Text(TelemetryNames.UrlFull),
            HttpContentLength = span.Number(TelemetryNames.HttpResponseBodySize),
        };
        AddAws(subsegment, "operation", isAwsCall ? span.Text(TelemetryNames.RpcMethod) : null);
        return subsegment;
    }

    private Segment CreateState(RecordedSpan span)
    {
        var state = new Segment(span.Name, span.Id, _traceId, span.Start, span.End) { IsSubsegment = true };
        Annotate(state, "state", span.Scalar(TelemetryNames.StateName));
        Annotate(state, "state_type", span.Scalar(TelemetryNames.StateType));
        Annotate(state, "attempts", span.Scalar(TelemetryNames.StateAttempts));
        Annotate(state, "next", span.Scalar(TelemetryNames.StateNext));
        return state;
    }

    /// <summary>One of the parts of a state that are told by their numbers.</summary>
    private Segment CreatePart(RecordedSpan span, string label, string numberTag, string annotation)
    {
        string name = span.Number(numberTag) is { } number ? string.Create(CultureInfo.InvariantCulture, $"{label}{number}") : label.TrimEnd(' ', '#');
        var part = new Segment(name, span.Id, _traceId, span.Start, span.End) { IsSubsegment = true };
        AddAws(part, "execution_arn", span.Text(TelemetryNames.ExecutionArn));
        Annotate(part, annotation, span.Scalar(numberTag));
        return part;
    }

    private Segment CreateLambdaCall(RecordedSpan span)
    {
        string? function = span.Text(TelemetryNames.FaasInvokedName);
        var call = new Segment(span.Text(TelemetryNames.RemoteService) ?? "Lambda", span.Id, _traceId, span.Start, span.End)
        {
            IsSubsegment = true,
            Namespace = "aws",
            HttpStatus = span.HttpStatus,
            CalleeName = function,
            CalleeOrigin = LambdaOrigin,
        };
        AddAws(call, "operation", span.Text(TelemetryNames.RpcMethod) ?? "Invoke");
        AddAws(call, "function_name", function);
        AddAws(call, "region", span.Text(TelemetryNames.FaasInvokedRegion));
        RecordedSpan? run = _children[span.Id].FirstOrDefault(c => c.Role == SpanRole.LambdaRun);
        AddAws(call, "request_id", run?.Text(TelemetryNames.FaasInvocationId));
        return call;
    }

    /// <summary>
    /// The two segments of a run. The activity's own id goes to <c>Invocation</c>, so that activities of the user's code,
    /// whose parent it is, are nested there.
    /// </summary>
    private void AddFunction(RecordedSpan run)
    {
        RecordedSpan call = run.ParentId is { } parent && _spans.TryGetValue(parent, out RecordedSpan? caller)
            && caller.Role == SpanRole.LambdaCall ? caller : run;
        string name = run.Text(TelemetryNames.LocalService) ?? run.Name;
        string? requestId = run.Text(TelemetryNames.FaasInvocationId);

        var service = new Segment(name, XRayIds.Derive(run.Id, LambdaOrigin), _traceId, call.Start, call.End)
        {
            ParentId = run.ParentId,
            Origin = LambdaOrigin,
            HttpStatus = call.HttpStatus,
            Outcome = SegmentOutcomes.Of(call, null),
            IsInProgress = !call.IsFinished,
        };
        AddAws(service, "request_id", requestId);

        Segment invocation = Fill(
            new Segment("Invocation", run.Id, _traceId, run.Start, run.End) { IsSubsegment = true }, run);
        var function = new Segment(name, XRayIds.Derive(run.Id, LambdaFunctionOrigin), _traceId, run.Start, invocation.End)
        {
            ParentId = service.Id,
            Origin = LambdaFunctionOrigin,
            Outcome = invocation.Outcome,
            IsInProgress = invocation.IsInProgress,
            Cause = invocation.Cause is { } cause ? cause with { IsDescribedBelow = true } : null,
        };
        AddAws(function, "request_id", requestId);
        function.Subsegments.Add(invocation);
        _segments.Add(service);
        _segments.Add(function);
    }

    /// <summary>Adds to a segment or subsegment what every span has: the nested spans, outcome, cause and the tags that have no field of their own.</summary>
    private Segment Fill(Segment root, RecordedSpan span)
    {
        List<Level> levels = [new Level(span, root, root, 0)];
        // Those below are added behind, so that all of them are finished before what they are in.
        for (int i = 0; i < levels.Count; i++)
        {
            AddSubsegments(levels[i], levels);
        }

        for (int i = levels.Count - 1; i >= 0; i--)
        {
            Finish(levels[i]);
        }

        return root;
    }

    private void AddSubsegments(Level above, List<Level> levels)
    {
        RecordedSpan? previousAttempt = null;
        foreach (RecordedSpan child in _children[above.Span.Id].Where(c => !c.IsSegment))
        {
            if (child.Role == SpanRole.Attempt)
            {
                if (previousAttempt is not null && child.Start > previousAttempt.End)
                {
                    above.Host.Subsegments.Add(Backoff(previousAttempt, child));
                }

                previousAttempt = child;
            }

            Segment subsegment = CreateSubsegment(child);
            above.Host.Subsegments.Add(subsegment);
            above.Parts.Add(subsegment);
            levels.Add(above.Depth < MaxLevels
                ? new Level(child, subsegment, subsegment, above.Depth + 1)
                : new Level(child, subsegment, above.Host, above.Depth));
        }
    }

    private static void Finish(Level level)
    {
        var (span, segment) = (level.Span, level.Segment);
        if (!span.IsFinished)
        {
            segment.IsInProgress = true;
            segment.End = level.Parts.Select(s => s.End).Append(segment.End).Max();
        }

        // When one branch fails the others are stopped, which is no reason of theirs.
        Segment? failed = level.Parts.LastOrDefault(s => s.Cause?.Exceptions is [var thrown, ..] && thrown.Type == span.ErrorType)
            ?? level.Parts.LastOrDefault(s => s.Cause is not null);
        segment.Cause = CauseOf(span, failed);
        segment.Outcome = SegmentOutcomes.Of(span, segment.Cause?.IsDescribedBelow == true ? failed!.Outcome : null);
        Annotate(segment, "error", span.ErrorType);
        segment.Metadata.AddRange(span.Tags.Where(tag => !SegmentTags.IsShown(span, tag.Key)));
    }

    private Segment Backoff(RecordedSpan attempt, RecordedSpan next)
    {
        string seconds = (next.Start - attempt.End).TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        return new Segment($"Backoff {seconds}s", XRayIds.Derive(attempt.Id, "Backoff"), _traceId, attempt.End, next.Start) { IsSubsegment = true, IsBackoff = true };
    }

    /// <summary>
    /// Why a span failed. An error that rises through the spans is written out where it was thrown; above, the id of the
    /// exception refers to it.
    /// </summary>
    private static SegmentCause? CauseOf(RecordedSpan span, Segment? failed)
    {
        if (span.Status != ActivityStatusCode.Error)
        {
            return null;
        }

        if (span.Exceptions.IsEmpty)
        {
            return failed?.Cause?.Exceptions is [var thrown, ..] && thrown.Type == span.ErrorType
                ? failed.Cause with { IsDescribedBelow = true }
                : new SegmentCause([new SegmentException(XRayIds.Derive(span.Id, "exception 0"), span.ErrorType, MessageOf(span), [], 0, null)], false);
        }

        var tags = span.Exceptions[^1];
        string? type = Tag(ExceptionEvent.Type);
        string? message = Tag(ExceptionEvent.Message);
        return failed?.Cause?.Exceptions is [var below, ..] && below.Type == ExceptionText.ShortName(type) && below.Message == message
            ? failed.Cause with { IsDescribedBelow = true }
            : new SegmentCause(ExceptionText.Parse(Tag(ExceptionEvent.StackTrace), type, message, span.Id), false);

        string? Tag(string name) => tags.FirstOrDefault(t => t.Key == name).Value as string;
    }

    private static string? MessageOf(RecordedSpan span) =>
        span.Text(TelemetryNames.ErrorCause) ?? (span.StatusDescription == span.ErrorType ? null : span.StatusDescription);

    private static void AddAws(Segment segment, string key, string? value)
    {
        if (value is not null)
        {
            segment.Aws.Add(new(key, value));
        }
    }

    private static void Annotate(Segment segment, string key, object? value)
    {
        if (value is not null)
        {
            segment.Annotations.Add(new(key, value));
        }
    }

    /// <summary>A span with its segment or subsegment.</summary>
    /// <param name="Span">The span.</param>
    /// <param name="Segment">What it becomes.</param>
    /// <param name="Host">What the subsegments of the spans in it are put in.</param>
    /// <param name="Depth">How deep that is.</param>
    private sealed record Level(RecordedSpan Span, Segment Segment, Segment Host, int Depth)
    {
        /// <summary>The subsegments of the spans in it.</summary>
        public List<Segment> Parts { get; } = [];
    }
}
