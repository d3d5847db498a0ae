using System.Diagnostics;

namespace StateMachineGen.Tracing;

/// <summary>How a segment ended, from best to worst; each has its flags and its colour in X-Ray.</summary>
internal enum SegmentOutcome
{
    /// <summary>Green.</summary>
    Ok,

    /// <summary>The caller's mistake (4xx): <c>error</c>, yellow.</summary>
    Error,

    /// <summary>Too many requests (429): <c>error</c> and <c>throttle</c>, purple.</summary>
    Throttle,

    /// <summary>The callee's failure (5xx): <c>fault</c>, red.</summary>
    Fault,
}

/// <summary>Decides which colour a span's status makes, whoever set it. <see cref="ErrorClassifier"/> decides on the status of our own spans.</summary>
internal static class SegmentOutcomes
{
    /// <summary>
    /// The outcome of a span by its status code; a failed one without status takes that of the failed child that
    /// brought the error, or is a fault, as in OpenTelemetry's exporter to X-Ray.
    /// </summary>
    public static SegmentOutcome Of(RecordedSpan span, SegmentOutcome? ofFailedChild) => (span.Status, span.HttpStatus) switch
    {
        (not ActivityStatusCode.Error, _) => SegmentOutcome.Ok,
        (_, 429) => SegmentOutcome.Throttle,
        (_, >= 400 and < 500) => SegmentOutcome.Error,
        (_, null) => ofFailedChild ?? SegmentOutcome.Fault,
        _ => SegmentOutcome.Fault,
    };
}
