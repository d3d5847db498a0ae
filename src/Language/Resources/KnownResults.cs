using System.Collections.Immutable;

namespace StateMachineGen.Language.Resources;

/// <summary>The results of service integrations whose fields are documented.</summary>
public static class KnownResults
{
    private static readonly ImmutableArray<string> s_ofFunction =
        ["ExecutedVersion", "FunctionError", "LogResult", "Payload", "SdkHttpMetadata", "SdkResponseMetadata", "StatusCode"];

    private static readonly ImmutableArray<string> s_ofStart = ["ExecutionArn", "StartDate", "SdkHttpMetadata", "SdkResponseMetadata"];

    /// <summary>The fields that the result of a task can have; default when they are not known.</summary>
    public static ImmutableArray<string> FieldsOf(Resource resource) => resource switch
    {
        { Kind: ResourceKind.Optimized, Service: "lambda", Action: "invoke", Pattern: IntegrationPattern.RequestResponse } => s_ofFunction,
        { Kind: ResourceKind.Optimized, Service: "states", Action: "startExecution", Pattern: IntegrationPattern.RequestResponse } => s_ofStart,
        _ => default,
    };
}
