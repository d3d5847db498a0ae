using System.Diagnostics;

namespace StateMachineGen.Tracing;

/// <summary>Which tags of a span its segment shows in a field or an annotation. All others go into the metadata.</summary>
internal static class SegmentTags
{
    /// <summary>Whether the segment of the span shows the tag.</summary>
    public static bool IsShown(RecordedSpan span, string tag) => span.Role switch
    {
        SpanRole.Execution => IsOutcome(tag) || tag is TelemetryNames.StateMachineArn or TelemetryNames.ExecutionArn or TelemetryNames.ExecutionName
            or TelemetryNames.ExecutionStatus or TelemetryNames.LocalService,
        SpanRole.State => IsOutcome(tag) || tag is TelemetryNames.StateName or TelemetryNames.StateType or TelemetryNames.StateAttempts
            or TelemetryNames.StateNext,
        SpanRole.Attempt => IsOutcome(tag) || tag is TelemetryNames.Attempt,
        SpanRole.Branch => IsOutcome(tag) || tag is TelemetryNames.BranchIndex,
        SpanRole.Iteration => IsOutcome(tag) || tag is TelemetryNames.IterationIndex or TelemetryNames.ExecutionArn,
        SpanRole.LambdaCall => IsOutcome(tag) || tag is TelemetryNames.RemoteService or TelemetryNames.RpcSystem or TelemetryNames.RpcService
            or TelemetryNames.RpcMethod or TelemetryNames.FaasInvokedName or TelemetryNames.FaasInvokedProvider or TelemetryNames.FaasInvokedRegion,
        SpanRole.LambdaRun => IsOutcome(tag) || tag is TelemetryNames.LocalService or TelemetryNames.FaasName or TelemetryNames.FaasTrigger
            or TelemetryNames.FaasInvocationId,
        _ => IsShownOfOther(span, tag),
    };

    /// <summary>Whether the span is a call of an AWS service.</summary>
    public static bool IsAwsCall(RecordedSpan span) => IsCall(span) && span.Text(TelemetryNames.RpcSystem) == TelemetryNames.AwsApi;

    /// <summary>Whether the span is the caller's side of a call.</summary>
    public static bool IsCall(RecordedSpan span) => span.Kind is ActivityKind.Client or ActivityKind.Producer;

    /// <summary>What a call calls: the node that it leads to.</summary>
    public static string CalleeOf(RecordedSpan call) =>
        call.Text(TelemetryNames.RemoteService) ?? call.Text(TelemetryNames.PeerService) ?? call.Text(TelemetryNames.ServerAddress) ?? call.Name;

    private static bool IsOutcome(string tag) => tag is TelemetryNames.ErrorType or TelemetryNames.ErrorCause or TelemetryNames.HttpStatusCode;

    /// <summary>Of spans of the user's code, and of calls of other services than Lambda, only what is in a field with the same value.</summary>
    private static bool IsShownOfOther(RecordedSpan span, string tag) => tag switch
    {
        TelemetryNames.ErrorType => span.ErrorType is not null,
        TelemetryNames.ErrorCause => span.Status == ActivityStatusCode.Error,
        TelemetryNames.HttpStatusCode => span.HttpStatus is not null,
        TelemetryNames.HttpRequestMethod or TelemetryNames.UrlFull => true,
        TelemetryNames.HttpResponseBodySize => span.Number(tag) is not null,
        TelemetryNames.LocalService => span.IsSegment,
        TelemetryNames.RpcSystem or TelemetryNames.RpcMethod => IsAwsCall(span) && !span.IsSegment,
        TelemetryNames.RemoteService or TelemetryNames.RpcService => IsCall(span) && !span.IsSegment && span.Text(tag) == CalleeOf(span),
        _ => false,
    };
}
