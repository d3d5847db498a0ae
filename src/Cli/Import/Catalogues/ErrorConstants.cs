using System.Collections.Frozen;
using System.Collections.Generic;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Cli.Import;

/// <summary>The error names that have a constant in <c>Errors</c>.</summary>
internal static class ErrorConstants
{
    private static readonly FrozenDictionary<string, string> s_constants = new Dictionary<string, string>
    {
        [ErrorNames.All] = nameof(ErrorNames.All),
        [ErrorNames.TaskFailed] = nameof(ErrorNames.TaskFailed),
        [ErrorNames.Timeout] = nameof(ErrorNames.Timeout),
        [ErrorNames.HeartbeatTimeout] = nameof(ErrorNames.HeartbeatTimeout),
        [ErrorNames.Permissions] = nameof(ErrorNames.Permissions),
        [ErrorNames.BranchFailed] = nameof(ErrorNames.BranchFailed),
        [ErrorNames.NoChoiceMatched] = nameof(ErrorNames.NoChoiceMatched),
        [ErrorNames.ParameterPathFailure] = nameof(ErrorNames.ParameterPathFailure),
        [ErrorNames.ResultPathMatchFailure] = nameof(ErrorNames.ResultPathMatchFailure),
        [ErrorNames.IntrinsicFailure] = nameof(ErrorNames.IntrinsicFailure),
        [ErrorNames.QueryEvaluationError] = nameof(ErrorNames.QueryEvaluationError),
        [ErrorNames.ExceedToleratedFailureThreshold] = nameof(ErrorNames.ExceedToleratedFailureThreshold),
        [ErrorNames.ItemReaderFailed] = nameof(ErrorNames.ItemReaderFailed),
        [ErrorNames.ResultWriterFailed] = nameof(ErrorNames.ResultWriterFailed),
        [ErrorNames.DataLimitExceeded] = nameof(ErrorNames.DataLimitExceeded),
        [ErrorNames.Runtime] = nameof(ErrorNames.Runtime),
        [ErrorNames.HttpSocket] = nameof(ErrorNames.HttpSocket),
        ["Lambda.Unknown"] = "Lambda.Unknown",
        ["Lambda.TooManyRequestsException"] = "Lambda.TooManyRequests",
        ["Lambda.ServiceException"] = "Lambda.Service",
        ["Lambda.AWSLambdaException"] = "Lambda.AwsLambda",
        ["Lambda.SdkClientException"] = "Lambda.SdkClient",
        ["Lambda.ClientExecutionTimeoutException"] = "Lambda.ClientExecutionTimeout",
    }.ToFrozenDictionary();

    /// <summary>All of them: the name, and the constant below <c>Errors</c>.</summary>
    public static IReadOnlyDictionary<string, string> All => s_constants;
}
