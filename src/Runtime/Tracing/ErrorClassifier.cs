using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using StateMachineGen.Execution;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Tracing;

/// <summary>
/// Decides which HTTP status an outcome of the interpreter has on its span. Which colour a status makes in X-Ray,
/// <see cref="SegmentOutcomes"/> decides, for spans of the user's code too.
/// </summary>
internal static class ErrorClassifier
{
    private const int Ok = 200;
    private const int CallerError = 400;
    private const int Forbidden = 403;
    private const int NotFound = 404;
    private const int Conflict = 409;
    private const int TooLarge = 413;
    private const int UnsupportedMediaType = 415;
    private const int Throttled = 429;
    private const int AbortedByCaller = 499;
    private const int Fault = 500;
    private const int TimedOut = 504;

    /// <summary>What <c>error.type</c> says of an execution that was stopped from outside.</summary>
    private const string AbortedName = "Aborted";

    // What services refuse because of the call. Their names stand behind that of the service: Lambda.ResourceNotFoundException.
    private static readonly FrozenDictionary<string, int> s_refusals = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["AccessDenied"] = Forbidden,
        ["AccessDeniedException"] = Forbidden,
        ["KMSAccessDeniedException"] = Forbidden,
        ["UnauthorizedOperation"] = Forbidden,
        ["NoSuchBucketException"] = NotFound,
        ["NoSuchKeyException"] = NotFound,
        ["NotFoundException"] = NotFound,
        ["QueueDoesNotExistException"] = NotFound,
        ["ResourceNotFoundException"] = NotFound,
        ["ConflictException"] = Conflict,
        ["ResourceConflictException"] = Conflict,
        ["RequestTooLargeException"] = TooLarge,
        ["UnsupportedMediaTypeException"] = UnsupportedMediaType,
        ["ConditionalCheckFailedException"] = CallerError,
        ["ExecutionAlreadyExistsException"] = CallerError,
        ["ExecutionDoesNotExistException"] = CallerError,
        ["InvalidParameterValueException"] = CallerError,
        ["InvalidRequestContentException"] = CallerError,
        ["ResourceInUseException"] = CallerError,
        ["StateMachineDoesNotExistException"] = CallerError,
        ["TransactionCanceledException"] = CallerError,
        ["ValidationException"] = CallerError,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What the names of AWS's services have in common that refuse a call because there are too many.
    private static readonly string[] s_throttling =
        ["Throttl", "TooManyRequests", "ProvisionedThroughputExceeded", "RequestLimitExceeded", "SlowDown"];

    /// <summary>The status of an outcome.</summary>
    /// <param name="failure">What went wrong, or null.</param>
    /// <param name="lambdaParity">Whether an error of a function's code is the caller's, as in the segments that Lambda itself makes.</param>
    public static int StatusCode(Failure? failure, bool lambdaParity) => failure switch
    {
        null => Ok,
        { Kind: FailureKind.Aborted } => AbortedByCaller,
        { Kind: FailureKind.ExecutionTimedOut } => TimedOut,
        { HttpStatus: { } status } => status,
        { Error: ErrorNames.Timeout or ErrorNames.HeartbeatTimeout or ErrorNames.HttpSocket } => TimedOut,
        { Error: ErrorNames.Permissions } => Forbidden,
        {
            Error: ErrorNames.ParameterPathFailure or ErrorNames.ResultPathMatchFailure or ErrorNames.IntrinsicFailure
                or ErrorNames.QueryEvaluationError or ErrorNames.NoChoiceMatched
        } => CallerError,
        { Error: { } error } when StatusIn(error) is { } status => status,
        { Error: { } error } when IsThrottling(error) => Throttled,
        { IsOfFunction: true } when lambdaParity => CallerError,
        { Exception: { } exception } when IsClientError(exception) => CallerError,
        { Error: { } error } when s_refusals.TryGetValue(AfterService(error), out int status) => status,
        _ => Fault,
    };

    /// <summary>The status of an execution: whatever failed in it, the failure is its own.</summary>
    public static int StatusCode(ExecutionStatus status) => status switch
    {
        ExecutionStatus.Succeeded => Ok,
        ExecutionStatus.Failed => Fault,
        ExecutionStatus.TimedOut => TimedOut,
        _ => AbortedByCaller,
    };

    /// <summary>The value of <c>error.type</c>; null when nothing went wrong.</summary>
    public static string? ErrorType(Failure? failure) => failure switch
    {
        null => null,
        { Kind: FailureKind.ExecutionTimedOut } => ErrorNames.Timeout,
        { Kind: FailureKind.Aborted } => AbortedName,
        _ => failure.Error ?? TelemetryNames.OtherError,
    };

    /// <summary>The status that the error's name of an HTTP task ends with, or null.</summary>
    private static int? StatusIn(string error) =>
        error.StartsWith(ErrorNames.HttpStatusCodePrefix, StringComparison.Ordinal)
        && int.TryParse(error.AsSpan(ErrorNames.HttpStatusCodePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int status)
        && status is >= 400 and < 600
            ? status
            : null;

    /// <summary>The part of the name behind that of the service; nothing where there is no service.</summary>
    private static string AfterService(string error) => error[(error.IndexOf('.', StringComparison.Ordinal) is >= 0 and int dot ? dot + 1 : error.Length)..];

    private static bool IsThrottling(string error) => Array.Exists(s_throttling, word => error.Contains(word, StringComparison.Ordinal));

    private static bool IsClientError(Exception exception) => Attribute.IsDefined(exception.GetType(), typeof(ClientErrorAttribute), inherit: true);
}
