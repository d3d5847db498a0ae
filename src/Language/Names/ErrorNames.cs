using System;
using System.Collections.Immutable;
using System.Linq;

namespace StateMachineGen.Language.Names;

/// <summary>An error name that the language itself defines (ASL, "Errors").</summary>
/// <param name="Name">The name as it stands in <c>ErrorEquals</c>.</param>
/// <param name="Meaning">When it is raised, or what it matches.</param>
/// <param name="IsCatchable">Whether AWS lets a Retrier or Catcher match it.</param>
/// <param name="IsMatcher">Whether it only matches other errors and is never the name of one itself.</param>
public sealed record ErrorName(string Name, string Meaning, bool IsCatchable = true, bool IsMatcher = false);

/// <summary>The catalogue of the error names that the language defines; all begin with <c>States.</c>.</summary>
public static class ErrorNames
{
    /// <summary>What every name of the language begins with; other errors must not.</summary>
    public const string ReservedPrefix = "States.";

    /// <summary>Matches every error but <see cref="Runtime"/>; stands alone, in the last entry.</summary>
    public const string All = "States.ALL";

    /// <summary>Matches every failure of a task but <see cref="Timeout"/>.</summary>
    public const string TaskFailed = "States.TaskFailed";

    /// <summary>A task ran longer than <c>TimeoutSeconds</c>, or the whole execution did.</summary>
    public const string Timeout = "States.Timeout";

    /// <summary>A task sent no heartbeat within <c>HeartbeatSeconds</c>. AWS records <see cref="Timeout"/>, and both names match.</summary>
    public const string HeartbeatTimeout = "States.HeartbeatTimeout";

    /// <summary>The role of the machine may not do what the task asks for.</summary>
    public const string Permissions = "States.Permissions";

    /// <summary>A branch of a Parallel state failed. AWS reports the inner error instead.</summary>
    public const string BranchFailed = "States.BranchFailed";

    /// <summary>No rule of a Choice matched and it has no Default. AWS reports <see cref="Runtime"/> instead.</summary>
    public const string NoChoiceMatched = "States.NoChoiceMatched";

    /// <summary>A path of a payload template selects nothing. AWS reports <see cref="Runtime"/> instead.</summary>
    public const string ParameterPathFailure = "States.ParameterPathFailure";

    /// <summary><c>ResultPath</c> cannot be applied to the state's input.</summary>
    public const string ResultPathMatchFailure = "States.ResultPathMatchFailure";

    /// <summary>An intrinsic function failed.</summary>
    public const string IntrinsicFailure = "States.IntrinsicFailure";

    /// <summary>A JSONata expression failed.</summary>
    public const string QueryEvaluationError = "States.QueryEvaluationError";

    /// <summary>A Distributed Map had more failed items than it tolerates.</summary>
    public const string ExceedToleratedFailureThreshold = "States.ExceedToleratedFailureThreshold";

    /// <summary>A Map could not read its items.</summary>
    public const string ItemReaderFailed = "States.ItemReaderFailed";

    /// <summary>A Map could not write its results.</summary>
    public const string ResultWriterFailed = "States.ResultWriterFailed";

    /// <summary>A payload is larger than 256 KiB.</summary>
    public const string DataLimitExceeded = "States.DataLimitExceeded";

    /// <summary>The execution cannot go on, for example because a path selects nothing. Nothing catches it.</summary>
    public const string Runtime = "States.Runtime";

    /// <summary>An HTTP task got no answer in 60 seconds.</summary>
    public const string HttpSocket = "States.Http.Socket";

    /// <summary>What the error name of an HTTP task begins with; the status code follows.</summary>
    public const string HttpStatusCodePrefix = "States.Http.StatusCode.";

    /// <summary>All names with their meanings.</summary>
    public static ImmutableArray<ErrorName> Catalogue { get; } =
    [
        new(All, "matches every error but States.Runtime; stands alone, in the last entry", IsMatcher: true),
        new(TaskFailed, "matches every failure of a task but States.Timeout", IsMatcher: true),
        new(Timeout, "a task ran longer than TimeoutSeconds or missed its heartbeat"),
        new(HeartbeatTimeout, "a task sent no heartbeat within HeartbeatSeconds"),
        new(Permissions, "the machine's role may not do what the task asks for"),
        new(BranchFailed, "a branch of a Parallel state failed"),
        new(NoChoiceMatched, "no rule of a Choice matched and it has no Default", IsCatchable: false),
        new(ParameterPathFailure, "a path of a payload template selects nothing"),
        new(ResultPathMatchFailure, "ResultPath cannot be applied to the state's input"),
        new(IntrinsicFailure, "an intrinsic function failed"),
        new(QueryEvaluationError, "a JSONata expression failed"),
        new(ExceedToleratedFailureThreshold, "a Distributed Map had more failed items than it tolerates"),
        new(ItemReaderFailed, "a Map could not read its items"),
        new(ResultWriterFailed, "a Map could not write its results"),
        new(DataLimitExceeded, "a payload is larger than 256 KiB"),
        new(Runtime, "the execution cannot go on", IsCatchable: false),
        new(HttpSocket, "an HTTP task got no answer in 60 seconds"),
    ];

    /// <summary>Whether a name begins with <see cref="ReservedPrefix"/>.</summary>
    public static bool IsReserved(string name) => name.StartsWith(ReservedPrefix, StringComparison.Ordinal);

    /// <summary>Whether a reserved name is one that the language knows.</summary>
    public static bool IsKnown(string name) =>
        Catalogue.Any(known => known.Name == name) || name.StartsWith(HttpStatusCodePrefix, StringComparison.Ordinal);

    /// <summary>
    /// Whether a name in <c>ErrorEquals</c> matches the error that occurred: exact and case-sensitive, but for the two
    /// matchers, and but for <see cref="Timeout"/>, which matches a missed heartbeat too.
    /// </summary>
    /// <param name="errorEquals">The name in <c>ErrorEquals</c>.</param>
    /// <param name="error">
    /// The error; for a missed heartbeat <see cref="HeartbeatTimeout"/>, though AWS's history says <see cref="Timeout"/>: a
    /// Catcher that names either one matches.
    /// </param>
    public static bool Matches(string errorEquals, string error) => errorEquals switch
    {
        _ when error == Runtime => false,
        All => true,
        TaskFailed => error != Timeout && error != HeartbeatTimeout,
        Timeout => error is Timeout or HeartbeatTimeout,
        _ => errorEquals == error,
    };
}
