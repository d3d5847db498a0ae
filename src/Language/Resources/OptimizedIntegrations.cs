using System;
using System.Collections.Generic;
using System.Collections.Immutable;

namespace StateMachineGen.Language.Resources;

/// <summary>The patterns of an integration as a set.</summary>
[Flags]
public enum IntegrationPatterns
{
    /// <summary>Only the answer of the service can be waited for, as with every integration.</summary>
    None = 0,

    /// <summary><c>.sync</c>.</summary>
    Sync = 1,

    /// <summary><c>.sync:2</c>.</summary>
    Sync2 = 2,

    /// <summary><c>.waitForTaskToken</c>.</summary>
    WaitForTaskToken = 4,
}

/// <summary>An action that Step Functions knows by itself.</summary>
/// <param name="Service">The service as it is written in the ARN.</param>
/// <param name="Action">The action.</param>
/// <param name="Patterns">What besides the answer can be waited for.</param>
public sealed record OptimizedIntegration(string Service, string Action, IntegrationPatterns Patterns)
{
    /// <summary>Whether the action can be waited for in this way.</summary>
    public bool Supports(IntegrationPattern pattern) => pattern switch
    {
        IntegrationPattern.RequestResponse => true,
        IntegrationPattern.Sync => (Patterns & IntegrationPatterns.Sync) != 0,
        IntegrationPattern.Sync2 => (Patterns & IntegrationPatterns.Sync2) != 0,
        IntegrationPattern.WaitForTaskToken => (Patterns & IntegrationPatterns.WaitForTaskToken) != 0,
        _ => false,
    };
}

/// <summary>The catalogue of the optimized integrations (Step Functions developer guide, "Integrating services").</summary>
public static class OptimizedIntegrations
{
    private static readonly ImmutableDictionary<string, ImmutableArray<OptimizedIntegration>> s_byService = Build();

    /// <summary>The names of the services.</summary>
    public static IEnumerable<string> Services => s_byService.Keys;

    /// <summary>The actions of a service; none when the service is not in the catalogue.</summary>
    public static ImmutableArray<OptimizedIntegration> OfService(string service) =>
        s_byService.TryGetValue(service, out ImmutableArray<OptimizedIntegration> actions) ? actions : ImmutableArray<OptimizedIntegration>.Empty;

    /// <summary>The integration of this name, or null.</summary>
    public static OptimizedIntegration? Find(string service, string action)
    {
        foreach (OptimizedIntegration integration in OfService(service))
        {
            if (integration.Action == action)
            {
                return integration;
            }
        }

        return null;
    }

    private static ImmutableDictionary<string, ImmutableArray<OptimizedIntegration>> Build()
    {
        ImmutableDictionary<string, ImmutableArray<OptimizedIntegration>>.Builder services =
            ImmutableDictionary.CreateBuilder<string, ImmutableArray<OptimizedIntegration>>(StringComparer.Ordinal);
        const IntegrationPatterns none = IntegrationPatterns.None;
        const IntegrationPatterns job = IntegrationPatterns.Sync;
        const IntegrationPatterns token = IntegrationPatterns.WaitForTaskToken;
        Add("apigateway", token, "invoke");
        Add("athena", job, "startQueryExecution");
        Add("athena", none, "stopQueryExecution", "getQueryExecution", "getQueryResults");
        Add("batch", job | IntegrationPatterns.Sync2, "submitJob");
        Add("bedrock", token, "invokeModel");
        Add("bedrock", job, "createModelCustomizationJob");
        Add("codebuild", job, "startBuild", "startBuildBatch", "retryBuildBatch");
        Add("codebuild", none, "stopBuild", "batchDeleteBuilds", "batchGetReports", "stopBuildBatch", "deleteBuildBatch");
        Add("databrew", job, "startJobRun");
        Add("dynamodb", none, "getItem", "putItem", "updateItem", "deleteItem");
        Add("ecs", job | token, "runTask");
        Add("eks", job | token, "createCluster", "deleteCluster", "createNodegroup", "deleteNodegroup", "createFargateProfile", "deleteFargateProfile", "runJob");
        Add("eks", token, "call");
        Add("elasticmapreduce", job, "createCluster", "terminateCluster", "addStep");
        Add("elasticmapreduce", none, "setClusterTerminationProtection", "cancelStep", "modifyInstanceFleetByName", "modifyInstanceGroupByName");
        Add("emr-containers", job, "deleteVirtualCluster", "startJobRun");
        Add("emr-containers", none, "createVirtualCluster");
        Add("emr-serverless", job, "createApplication", "startApplication", "stopApplication", "deleteApplication", "startJobRun", "cancelJobRun");
        Add("events", token, "putEvents");
        Add("glue", job, "startJobRun");
        Add("http", none, "invoke");
        Add("lambda", token, "invoke");
        Add("mediaconvert", job, "createJob");
        Add("s3", none, "getObject", "listObjectsV2", "putObject");
        Add("sagemaker", job, "createHyperParameterTuningJob", "createLabelingJob", "createProcessingJob", "createTrainingJob", "createTransformJob");
        Add("sagemaker", none, "createEndpoint", "createEndpointConfig", "createModel", "updateEndpoint");
        Add("sns", token, "publish");
        Add("sqs", token, "sendMessage");
        Add("states", job | IntegrationPatterns.Sync2 | token, "startExecution");
        return services.ToImmutable();

        void Add(string service, IntegrationPatterns patterns, params string[] actions)
        {
            ImmutableArray<OptimizedIntegration> known =
                services.TryGetValue(service, out ImmutableArray<OptimizedIntegration> before) ? before : ImmutableArray<OptimizedIntegration>.Empty;
            foreach (string action in actions)
            {
                known = known.Add(new OptimizedIntegration(service, action, patterns));
            }

            services[service] = known;
        }
    }
}
