using System;
using StateMachineGen.Execution;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Tracing;

/// <summary>
/// The one place that decides which HTTP status, and so which colour in X-Ray, an outcome has: 2xx green, 4xx yellow,
/// 429 purple, 5xx red.
/// </summary>
internal static class ErrorClassifier
{
    public const int Ok = 200;
    private const int CallerError = 400;
    private const int Throttled = 429;
    private const int Aborted = 499;
    private const int Fault = 500;
    private const int TimedOut = 504;

    /// <summary>The status of an outcome.</summary>
    /// <param name="failure">What went wrong, or null.</param>
    /// <param name="lambdaParity">Whether a handler's exception is the caller's error, as in the segments that Lambda itself makes.</param>
    public static int StatusCode(Failure? failure, bool lambdaParity) => failure switch
    {
        null => Ok,
        { Kind: FailureKind.Aborted } => Aborted,
        { Kind: FailureKind.ExecutionTimedOut } => TimedOut,
        { Error: ErrorNames.Timeout or ErrorNames.HeartbeatTimeout } => TimedOut,
        { Error: "Lambda.TooManyRequestsException" } => Throttled,
        { Error: { } error } when error.Contains("Throttl", StringComparison.Ordinal) => Throttled,
        { Error: ErrorNames.ParameterPathFailure or ErrorNames.ResultPathMatchFailure or ErrorNames.IntrinsicFailure } => CallerError,
        { Exception: not null } => lambdaParity ? CallerError : Fault,
        _ => Fault,
    };
}
