using StateMachineGen.Language.Names;

namespace StateMachineGen;

/// <summary>The error names that the language defines, for <c>[Catch]</c> and <c>[Retry]</c> (ASL, "Errors").</summary>
public static partial class Errors
{
    /// <inheritdoc cref="ErrorNames.All"/>
    public const string All = ErrorNames.All;

    /// <inheritdoc cref="ErrorNames.TaskFailed"/>
    public const string TaskFailed = ErrorNames.TaskFailed;

    /// <inheritdoc cref="ErrorNames.Timeout"/>
    public const string Timeout = ErrorNames.Timeout;

    /// <inheritdoc cref="ErrorNames.HeartbeatTimeout"/>
    public const string HeartbeatTimeout = ErrorNames.HeartbeatTimeout;

    /// <inheritdoc cref="ErrorNames.Permissions"/>
    public const string Permissions = ErrorNames.Permissions;

    /// <inheritdoc cref="ErrorNames.BranchFailed"/>
    public const string BranchFailed = ErrorNames.BranchFailed;

    /// <inheritdoc cref="ErrorNames.NoChoiceMatched"/>
    public const string NoChoiceMatched = ErrorNames.NoChoiceMatched;

    /// <inheritdoc cref="ErrorNames.ParameterPathFailure"/>
    public const string ParameterPathFailure = ErrorNames.ParameterPathFailure;

    /// <inheritdoc cref="ErrorNames.ResultPathMatchFailure"/>
    public const string ResultPathMatchFailure = ErrorNames.ResultPathMatchFailure;

    /// <inheritdoc cref="ErrorNames.IntrinsicFailure"/>
    public const string IntrinsicFailure = ErrorNames.IntrinsicFailure;

    /// <inheritdoc cref="ErrorNames.QueryEvaluationError"/>
    public const string QueryEvaluationError = ErrorNames.QueryEvaluationError;

    /// <inheritdoc cref="ErrorNames.ExceedToleratedFailureThreshold"/>
    public const string ExceedToleratedFailureThreshold = ErrorNames.ExceedToleratedFailureThreshold;

    /// <inheritdoc cref="ErrorNames.ItemReaderFailed"/>
    public const string ItemReaderFailed = ErrorNames.ItemReaderFailed;

    /// <inheritdoc cref="ErrorNames.ResultWriterFailed"/>
    public const string ResultWriterFailed = ErrorNames.ResultWriterFailed;

    /// <inheritdoc cref="ErrorNames.DataLimitExceeded"/>
    public const string DataLimitExceeded = ErrorNames.DataLimitExceeded;

    /// <inheritdoc cref="ErrorNames.Runtime"/>
    public const string Runtime = ErrorNames.Runtime;

    /// <inheritdoc cref="ErrorNames.HttpSocket"/>
    public const string HttpSocket = ErrorNames.HttpSocket;
}
