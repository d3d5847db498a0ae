using System;
using System.Runtime.CompilerServices;
using StateMachineGen.Data;
using StateMachineGen.Expressions;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Execution;

/// <summary>How a failure ends an execution that does not handle it.</summary>
internal enum FailureKind
{
    /// <summary>An error by name, which Retry and Catch may match.</summary>
    Error,

    /// <summary>The execution's own time is up. Nothing in the machine can catch that.</summary>
    ExecutionTimedOut,

    /// <summary>The execution was stopped from outside.</summary>
    Aborted,
}

/// <summary>
/// An error as a value. Errors are part of a machine's ordinary course, so inside the interpreter nothing is thrown for them.
/// </summary>
/// <param name="error">The error's name.</param>
/// <param name="cause">The cause in the words of the user's code, which says there what it likes. The interpreter's are a <see cref="CauseText"/>.</param>
/// <param name="exception">The handler's exception.</param>
/// <param name="kind">How the failure ends an execution.</param>
/// <param name="matchedAs">The name by which Retry and Catch match the error, if it is another one.</param>
internal sealed class Failure(string? error, string? cause, Exception? exception = null, FailureKind kind = FailureKind.Error, string? matchedAs = null)
{
    private const string LambdaPrefix = "Lambda.";

    public static readonly Failure ExecutionTimedOut = new(null, cause: null, kind: FailureKind.ExecutionTimedOut);
    public static readonly Failure Aborted = new(null, cause: null, kind: FailureKind.Aborted);

    /// <summary>A failure whose cause is in the interpreter's words.</summary>
    [OverloadResolutionPriority(1)]
    public Failure(string? error, CauseText? cause, Exception? exception = null)
        : this(error, cause?.ToString(), exception, FailureKind.Error) =>
        CauseWithoutData = cause is null ? null : Truncation.Cut(cause.WithoutData, Quotas.CauseLength);

    /// <summary>The error's name; null only for a Fail state that gives none, and for what ends an execution from outside.</summary>
    public string? Error { get; } = error;

    /// <summary>
    /// What people are told. Causes may quote a whole payload; cut here, none grows past what AWS's API carries, and the error
    /// output stays a payload that a Catch can pass on.
    /// </summary>
    public string? Cause { get; } = cause is null ? null : Truncation.Cut(cause, Quotas.CauseLength);

    /// <summary>The handler's exception, when there is one.</summary>
    public Exception? Exception { get; } = exception;

    /// <summary>The cause without the data that the interpreter quotes in it.</summary>
    public string? CauseWithoutData { get; private init; } = cause is null ? null : Truncation.Cut(cause, Quotas.CauseLength);

    /// <summary>Whether the cause quotes data.</summary>
    public bool QuotesData => Cause != CauseWithoutData;

    /// <summary>What spans tell of a cause that quotes data, once one has told it: where the failure arose it is known which state's data it is.</summary>
    public string? TracedCause { get; set; }

    public FailureKind Kind { get; } = kind;

    /// <summary>The field whose JSONata failed: <c>Output/a</c>; null for other failures, and when AWS names no field.</summary>
    public string? Location { get; private init; }

    /// <summary>The status with which a service refused the call; null for other failures.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Whether a Lambda function's own code failed, and not Step Functions or Lambda itself.</summary>
    public bool IsOfFunction { get; private init; }

    /// <summary>The name by which Retry and Catch match the error. It says more than <see cref="Error"/> where AWS reports less.</summary>
    public string? MatchedAs { get; } = matchedAs ?? error;

    /// <summary>A task ran out of its time. AWS gives no cause.</summary>
    public static Failure TaskTimedOut() => new(ErrorNames.Timeout, null);

    /// <summary>A task sent no heartbeat in its time: AWS reports a timeout, but a Catcher that names the heartbeat matches too.</summary>
    public static Failure HeartbeatMissed() => new(ErrorNames.Timeout, null, matchedAs: ErrorNames.HeartbeatTimeout);

    /// <summary>The execution cannot go on; nothing catches it.</summary>
    public static Failure Runtime(EvaluationScope scope, CauseText text) => new(ErrorNames.Runtime, scope.Locate(text));

    /// <summary>An intrinsic function failed. The specification says <c>States.IntrinsicFailure</c>; AWS reports this (measured).</summary>
    public static Failure Intrinsic(EvaluationScope scope, CauseText text) => Runtime(scope, text);

    /// <summary>A JSONata expression failed, or gave what its field does not take.</summary>
    public static Failure Query(EvaluationScope scope, CauseText text, string? location) =>
        new(ErrorNames.QueryEvaluationError, scope.Locate(text)) { Location = location };

    /// <summary>A result cannot be put where <c>ResultPath</c> says.</summary>
    public static Failure ResultPathMatch(string path, JsonValue input) =>
        new(ErrorNames.ResultPathMatchFailure, $"Unable to apply ReferencePath {path.Fixed()} to input {input}");

    /// <summary>A payload is larger than the service carries.</summary>
    public static Failure DataLimitExceeded(string subject) => new(
        ErrorNames.DataLimitExceeded,
        $"The state/task '{subject.Fixed()}' returned a result with a size exceeding the maximum number of bytes service limit.");

    /// <summary>More items of a map run failed than it tolerates.</summary>
    public static Failure ToleranceExceeded() =>
        new(ErrorNames.ExceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded");

    /// <summary>The history holds as many events as AWS allows.</summary>
    public static Failure HistoryFull(int limit) => new(
        ErrorNames.Runtime,
        $"The execution reached the maximum number of history events ({limit}).");

    /// <summary>The failure as that of a call of a Lambda function: of its code, unless the name is one that AWS itself gives.</summary>
    public Failure OfFunction() => IsOfFunction || Kind != FailureKind.Error || Error is null || IsOfAws(Error)
        ? this
        : new Failure(Error, Cause, Exception, Kind, MatchedAs)
        {
            CauseWithoutData = CauseWithoutData,
            Location = Location,
            HttpStatus = HttpStatus,
            TracedCause = TracedCause,
            IsOfFunction = true,
        };

    private static bool IsOfAws(string error) =>
        error.StartsWith(ErrorNames.ReservedPrefix, StringComparison.Ordinal) || error.StartsWith(LambdaPrefix, StringComparison.Ordinal);

    /// <summary>What a Catch puts into the data: <c>Error</c> and <c>Cause</c>, the latter empty when nothing is known.</summary>
    public JsonObject ToErrorOutput()
    {
        var members = default(JsonObject.Builder);

        // Measured: a callback that fails without saying how gives two nulls, a timeout an empty cause.
        members.Set("Error", Error is null ? JsonNull.Instance : new JsonString(Error));
        members.Set("Cause", Cause is null && Error is null ? JsonNull.Instance : new JsonString(Cause ?? ""));
        return members.ToObject();
    }
}
