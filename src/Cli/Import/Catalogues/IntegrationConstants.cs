using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;

namespace StateMachineGen.Cli.Import;

/// <summary>The resources that have a constant in <c>Integrations</c>.</summary>
internal static class IntegrationConstants
{
    private static readonly FrozenDictionary<string, string> s_constants = new[]
    {
        Service("Lambda", "lambda", "Invoke InvokeWaitForTaskToken"),
        Service("StepFunctions", "states", "StartExecution StartExecutionSync StartExecutionSync2 StartExecutionWaitForTaskToken"),
        Service("DynamoDB", "dynamodb", "GetItem PutItem UpdateItem DeleteItem"),
        Service("Sns", "sns", "Publish PublishWaitForTaskToken"),
        Service("Sqs", "sqs", "SendMessage SendMessageWaitForTaskToken"),
        Service("EventBridge", "events", "PutEvents PutEventsWaitForTaskToken"),
        Service("ApiGateway", "apigateway", "Invoke InvokeWaitForTaskToken"),
        Service("Ecs", "ecs", "RunTask RunTaskSync RunTaskWaitForTaskToken"),
        Service("Batch", "batch", "SubmitJob SubmitJobSync"),
        Service("Glue", "glue", "StartJobRun StartJobRunSync"),
        Service("DataBrew", "databrew", "StartJobRun StartJobRunSync"),
        Service("Athena", "athena", "StartQueryExecution StartQueryExecutionSync StopQueryExecution GetQueryExecution GetQueryResults"),
        Service("SageMaker", "sagemaker", "CreateTrainingJob CreateTrainingJobSync CreateTransformJob CreateTransformJobSync CreateProcessingJob CreateProcessingJobSync CreateLabelingJob CreateLabelingJobSync CreateHyperParameterTuningJob CreateHyperParameterTuningJobSync CreateModel CreateEndpointConfig CreateEndpoint UpdateEndpoint"),
        Service("Emr", "elasticmapreduce", "CreateCluster CreateClusterSync TerminateCluster TerminateClusterSync AddStep AddStepSync CancelStep SetClusterTerminationProtection ModifyInstanceFleetByName ModifyInstanceGroupByName"),
        Service("EmrContainers", "emr-containers", "CreateVirtualCluster DeleteVirtualCluster DeleteVirtualClusterSync StartJobRun StartJobRunSync"),
        Service("EmrServerless", "emr-serverless", "CreateApplication CreateApplicationSync StartApplication StartApplicationSync StopApplication StopApplicationSync DeleteApplication DeleteApplicationSync StartJobRun StartJobRunSync CancelJobRun CancelJobRunSync"),
        Service("Eks", "eks", "Call RunJob RunJobSync CreateCluster CreateClusterSync DeleteCluster DeleteClusterSync CreateNodegroup CreateNodegroupSync DeleteNodegroup DeleteNodegroupSync CreateFargateProfile CreateFargateProfileSync DeleteFargateProfile DeleteFargateProfileSync"),
        Service("CodeBuild", "codebuild", "StartBuild StartBuildSync StopBuild BatchDeleteBuilds BatchGetReports StartBuildBatch StartBuildBatchSync StopBuildBatch RetryBuildBatch RetryBuildBatchSync DeleteBuildBatch"),
        Service("MediaConvert", "mediaconvert", "CreateJob CreateJobSync"),
        Service("Bedrock", "bedrock", "InvokeModel CreateModelCustomizationJob CreateModelCustomizationJobSync"),
        Service("Http", "http", "Invoke"),
        Service("S3", "s3", "GetObject ListObjectsV2 PutObject"),
    }.SelectMany(static constants => constants).ToFrozenDictionary();

    /// <summary>All of them: the resource, and the constant below <c>Integrations</c>.</summary>
    public static IReadOnlyDictionary<string, string> All => s_constants;

    private static IEnumerable<KeyValuePair<string, string>> Service(string type, string service, string constants) => constants.Split(' ').Select(constant =>
        new KeyValuePair<string, string>("arn:aws:states:::" + service + ":" + ToAction(constant), type + "." + constant));

    /// <summary>The action that a constant is called after, with how it is waited for.</summary>
    private static string ToAction(string constant)
    {
        foreach ((string ending, string pattern) in new[] { ("WaitForTaskToken", ".waitForTaskToken"), ("Sync2", ".sync:2"), ("Sync", ".sync") })
        {
            if (constant.EndsWith(ending, System.StringComparison.Ordinal))
            {
                return ToCamelCase(constant[..^ending.Length]) + pattern;
            }
        }

        return ToCamelCase(constant);
    }

    private static string ToCamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
