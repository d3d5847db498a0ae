namespace StateMachineGen;

/// <summary>
/// The resources of optimized service integrations, for <c>[Task(…)]</c> (AWS, "Integrating services"), in the partition <c>aws</c>. Names that end in
/// <c>Sync</c> wait for the end of the job, those in <c>WaitForTaskToken</c> for somebody to return the task token; both need a Standard machine.
/// </summary>
public static class Integrations
{
    /// <summary>
    /// What the resource of any other call of the AWS SDK begins with; the service in lower case and the action in camel case follow:
    /// <c>[Task(Integrations.AwsSdk + "s3:listBuckets")]</c>.
    /// </summary>
    public const string AwsSdk = "arn:aws:states:::aws-sdk:";

    /// <summary>AWS Lambda; a function can also be the resource itself.</summary>
    public static class Lambda
    {
        /// <summary>Calls a function; its answer is in <c>Payload</c>.</summary>
        public const string Invoke = "arn:aws:states:::lambda:invoke";

        /// <summary>Calls a function; its answer is in <c>Payload</c>, and waits for the task token.</summary>
        public const string InvokeWaitForTaskToken = "arn:aws:states:::lambda:invoke.waitForTaskToken";
    }

    /// <summary>AWS Step Functions; see also <see cref="StartExecutionAttribute{TMachine}"/>.</summary>
    public static class StepFunctions
    {
        /// <summary>Starts an execution of another machine.</summary>
        public const string StartExecution = "arn:aws:states:::states:startExecution";

        /// <summary>Starts an execution and waits for its end; its output is a JSON text.</summary>
        public const string StartExecutionSync = "arn:aws:states:::states:startExecution.sync";

        /// <summary>Starts an execution and waits for its end; its output is JSON.</summary>
        public const string StartExecutionSync2 = "arn:aws:states:::states:startExecution.sync:2";

        /// <summary>Starts an execution of another machine, and waits for the task token.</summary>
        public const string StartExecutionWaitForTaskToken = "arn:aws:states:::states:startExecution.waitForTaskToken";
    }

    /// <summary>Amazon DynamoDB.</summary>
    public static class DynamoDB
    {
        /// <summary>Reads an item.</summary>
        public const string GetItem = "arn:aws:states:::dynamodb:getItem";

        /// <summary>Writes an item.</summary>
        public const string PutItem = "arn:aws:states:::dynamodb:putItem";

        /// <summary>Changes an item.</summary>
        public const string UpdateItem = "arn:aws:states:::dynamodb:updateItem";

        /// <summary>Deletes an item.</summary>
        public const string DeleteItem = "arn:aws:states:::dynamodb:deleteItem";
    }

    /// <summary>Amazon SNS.</summary>
    public static class Sns
    {
        /// <summary>Publishes a message.</summary>
        public const string Publish = "arn:aws:states:::sns:publish";

        /// <summary>Publishes a message, and waits for the task token.</summary>
        public const string PublishWaitForTaskToken = "arn:aws:states:::sns:publish.waitForTaskToken";
    }

    /// <summary>Amazon SQS.</summary>
    public static class Sqs
    {
        /// <summary>Sends a message.</summary>
        public const string SendMessage = "arn:aws:states:::sqs:sendMessage";

        /// <summary>Sends a message, and waits for the task token.</summary>
        public const string SendMessageWaitForTaskToken = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
    }

    /// <summary>Amazon EventBridge.</summary>
    public static class EventBridge
    {
        /// <summary>Sends events to a bus.</summary>
        public const string PutEvents = "arn:aws:states:::events:putEvents";

        /// <summary>Sends events to a bus, and waits for the task token.</summary>
        public const string PutEventsWaitForTaskToken = "arn:aws:states:::events:putEvents.waitForTaskToken";
    }

    /// <summary>Amazon API Gateway.</summary>
    public static class ApiGateway
    {
        /// <summary>Calls an API.</summary>
        public const string Invoke = "arn:aws:states:::apigateway:invoke";

        /// <summary>Calls an API, and waits for the task token.</summary>
        public const string InvokeWaitForTaskToken = "arn:aws:states:::apigateway:invoke.waitForTaskToken";
    }

    /// <summary>Amazon ECS and Fargate.</summary>
    public static class Ecs
    {
        /// <summary>Runs a task.</summary>
        public const string RunTask = "arn:aws:states:::ecs:runTask";

        /// <summary>Runs a task, and waits for the end.</summary>
        public const string RunTaskSync = "arn:aws:states:::ecs:runTask.sync";

        /// <summary>Runs a task, and waits for the task token.</summary>
        public const string RunTaskWaitForTaskToken = "arn:aws:states:::ecs:runTask.waitForTaskToken";
    }

    /// <summary>AWS Batch.</summary>
    public static class Batch
    {
        /// <summary>Submits a job.</summary>
        public const string SubmitJob = "arn:aws:states:::batch:submitJob";

        /// <summary>Submits a job, and waits for the end.</summary>
        public const string SubmitJobSync = "arn:aws:states:::batch:submitJob.sync";
    }

    /// <summary>AWS Glue.</summary>
    public static class Glue
    {
        /// <summary>Starts a job run.</summary>
        public const string StartJobRun = "arn:aws:states:::glue:startJobRun";

        /// <summary>Starts a job run, and waits for the end.</summary>
        public const string StartJobRunSync = "arn:aws:states:::glue:startJobRun.sync";
    }

    /// <summary>AWS Glue DataBrew.</summary>
    public static class DataBrew
    {
        /// <summary>Starts a job run.</summary>
        public const string StartJobRun = "arn:aws:states:::databrew:startJobRun";

        /// <summary>Starts a job run, and waits for the end.</summary>
        public const string StartJobRunSync = "arn:aws:states:::databrew:startJobRun.sync";
    }

    /// <summary>Amazon Athena.</summary>
    public static class Athena
    {
        /// <summary>Starts a query.</summary>
        public const string StartQueryExecution = "arn:aws:states:::athena:startQueryExecution";

        /// <summary>Starts a query, and waits for the end.</summary>
        public const string StartQueryExecutionSync = "arn:aws:states:::athena:startQueryExecution.sync";

        /// <summary>Stops a query.</summary>
        public const string StopQueryExecution = "arn:aws:states:::athena:stopQueryExecution";

        /// <summary>Tells how a query is getting on.</summary>
        public const string GetQueryExecution = "arn:aws:states:::athena:getQueryExecution";

        /// <summary>Reads the results of a query.</summary>
        public const string GetQueryResults = "arn:aws:states:::athena:getQueryResults";
    }

    /// <summary>Amazon SageMaker AI.</summary>
    public static class SageMaker
    {
        /// <summary>Starts a training job.</summary>
        public const string CreateTrainingJob = "arn:aws:states:::sagemaker:createTrainingJob";

        /// <summary>Starts a training job, and waits for the end.</summary>
        public const string CreateTrainingJobSync = "arn:aws:states:::sagemaker:createTrainingJob.sync";

        /// <summary>Starts a transform job.</summary>
        public const string CreateTransformJob = "arn:aws:states:::sagemaker:createTransformJob";

        /// <summary>Starts a transform job, and waits for the end.</summary>
        public const string CreateTransformJobSync = "arn:aws:states:::sagemaker:createTransformJob.sync";

        /// <summary>Starts a processing job.</summary>
        public const string CreateProcessingJob = "arn:aws:states:::sagemaker:createProcessingJob";

        /// <summary>Starts a processing job, and waits for the end.</summary>
        public const string CreateProcessingJobSync = "arn:aws:states:::sagemaker:createProcessingJob.sync";

        /// <summary>Starts a labeling job.</summary>
        public const string CreateLabelingJob = "arn:aws:states:::sagemaker:createLabelingJob";

        /// <summary>Starts a labeling job, and waits for the end.</summary>
        public const string CreateLabelingJobSync = "arn:aws:states:::sagemaker:createLabelingJob.sync";

        /// <summary>Starts a tuning job.</summary>
        public const string CreateHyperParameterTuningJob = "arn:aws:states:::sagemaker:createHyperParameterTuningJob";

        /// <summary>Starts a tuning job, and waits for the end.</summary>
        public const string CreateHyperParameterTuningJobSync = "arn:aws:states:::sagemaker:createHyperParameterTuningJob.sync";

        /// <summary>Creates a model.</summary>
        public const string CreateModel = "arn:aws:states:::sagemaker:createModel";

        /// <summary>Creates an endpoint configuration.</summary>
        public const string CreateEndpointConfig = "arn:aws:states:::sagemaker:createEndpointConfig";

        /// <summary>Creates an endpoint.</summary>
        public const string CreateEndpoint = "arn:aws:states:::sagemaker:createEndpoint";

        /// <summary>Updates an endpoint.</summary>
        public const string UpdateEndpoint = "arn:aws:states:::sagemaker:updateEndpoint";
    }

    /// <summary>Amazon EMR.</summary>
    public static class Emr
    {
        /// <summary>Creates a cluster.</summary>
        public const string CreateCluster = "arn:aws:states:::elasticmapreduce:createCluster";

        /// <summary>Creates a cluster, and waits for the end.</summary>
        public const string CreateClusterSync = "arn:aws:states:::elasticmapreduce:createCluster.sync";

        /// <summary>Terminates a cluster.</summary>
        public const string TerminateCluster = "arn:aws:states:::elasticmapreduce:terminateCluster";

        /// <summary>Terminates a cluster, and waits for the end.</summary>
        public const string TerminateClusterSync = "arn:aws:states:::elasticmapreduce:terminateCluster.sync";

        /// <summary>Adds a step.</summary>
        public const string AddStep = "arn:aws:states:::elasticmapreduce:addStep";

        /// <summary>Adds a step, and waits for the end.</summary>
        public const string AddStepSync = "arn:aws:states:::elasticmapreduce:addStep.sync";

        /// <summary>Cancels a step.</summary>
        public const string CancelStep = "arn:aws:states:::elasticmapreduce:cancelStep";

        /// <summary>Protects a cluster from termination, or no longer.</summary>
        public const string SetClusterTerminationProtection = "arn:aws:states:::elasticmapreduce:setClusterTerminationProtection";

        /// <summary>Changes an instance fleet.</summary>
        public const string ModifyInstanceFleetByName = "arn:aws:states:::elasticmapreduce:modifyInstanceFleetByName";

        /// <summary>Changes an instance group.</summary>
        public const string ModifyInstanceGroupByName = "arn:aws:states:::elasticmapreduce:modifyInstanceGroupByName";
    }

    /// <summary>Amazon EMR on EKS.</summary>
    public static class EmrContainers
    {
        /// <summary>Creates a virtual cluster.</summary>
        public const string CreateVirtualCluster = "arn:aws:states:::emr-containers:createVirtualCluster";

        /// <summary>Deletes a virtual cluster.</summary>
        public const string DeleteVirtualCluster = "arn:aws:states:::emr-containers:deleteVirtualCluster";

        /// <summary>Deletes a virtual cluster, and waits for the end.</summary>
        public const string DeleteVirtualClusterSync = "arn:aws:states:::emr-containers:deleteVirtualCluster.sync";

        /// <summary>Starts a job run.</summary>
        public const string StartJobRun = "arn:aws:states:::emr-containers:startJobRun";

        /// <summary>Starts a job run, and waits for the end.</summary>
        public const string StartJobRunSync = "arn:aws:states:::emr-containers:startJobRun.sync";
    }

    /// <summary>Amazon EMR Serverless.</summary>
    public static class EmrServerless
    {
        /// <summary>Creates an application.</summary>
        public const string CreateApplication = "arn:aws:states:::emr-serverless:createApplication";

        /// <summary>Creates an application, and waits for the end.</summary>
        public const string CreateApplicationSync = "arn:aws:states:::emr-serverless:createApplication.sync";

        /// <summary>Starts an application.</summary>
        public const string StartApplication = "arn:aws:states:::emr-serverless:startApplication";

        /// <summary>Starts an application, and waits for the end.</summary>
        public const string StartApplicationSync = "arn:aws:states:::emr-serverless:startApplication.sync";

        /// <summary>Stops an application.</summary>
        public const string StopApplication = "arn:aws:states:::emr-serverless:stopApplication";

        /// <summary>Stops an application, and waits for the end.</summary>
        public const string StopApplicationSync = "arn:aws:states:::emr-serverless:stopApplication.sync";

        /// <summary>Deletes an application.</summary>
        public const string DeleteApplication = "arn:aws:states:::emr-serverless:deleteApplication";

        /// <summary>Deletes an application, and waits for the end.</summary>
        public const string DeleteApplicationSync = "arn:aws:states:::emr-serverless:deleteApplication.sync";

        /// <summary>Starts a job run.</summary>
        public const string StartJobRun = "arn:aws:states:::emr-serverless:startJobRun";

        /// <summary>Starts a job run, and waits for the end.</summary>
        public const string StartJobRunSync = "arn:aws:states:::emr-serverless:startJobRun.sync";

        /// <summary>Cancels a job run.</summary>
        public const string CancelJobRun = "arn:aws:states:::emr-serverless:cancelJobRun";

        /// <summary>Cancels a job run, and waits for the end.</summary>
        public const string CancelJobRunSync = "arn:aws:states:::emr-serverless:cancelJobRun.sync";
    }

    /// <summary>Amazon EKS.</summary>
    public static class Eks
    {
        /// <summary>Calls the Kubernetes API.</summary>
        public const string Call = "arn:aws:states:::eks:call";

        /// <summary>Runs a Kubernetes job.</summary>
        public const string RunJob = "arn:aws:states:::eks:runJob";

        /// <summary>Runs a Kubernetes job, and waits for the end.</summary>
        public const string RunJobSync = "arn:aws:states:::eks:runJob.sync";

        /// <summary>Creates a cluster.</summary>
        public const string CreateCluster = "arn:aws:states:::eks:createCluster";

        /// <summary>Creates a cluster, and waits for the end.</summary>
        public const string CreateClusterSync = "arn:aws:states:::eks:createCluster.sync";

        /// <summary>Deletes a cluster.</summary>
        public const string DeleteCluster = "arn:aws:states:::eks:deleteCluster";

        /// <summary>Deletes a cluster, and waits for the end.</summary>
        public const string DeleteClusterSync = "arn:aws:states:::eks:deleteCluster.sync";

        /// <summary>Creates a node group.</summary>
        public const string CreateNodegroup = "arn:aws:states:::eks:createNodegroup";

        /// <summary>Creates a node group, and waits for the end.</summary>
        public const string CreateNodegroupSync = "arn:aws:states:::eks:createNodegroup.sync";

        /// <summary>Deletes a node group.</summary>
        public const string DeleteNodegroup = "arn:aws:states:::eks:deleteNodegroup";

        /// <summary>Deletes a node group, and waits for the end.</summary>
        public const string DeleteNodegroupSync = "arn:aws:states:::eks:deleteNodegroup.sync";

        /// <summary>Creates a Fargate profile.</summary>
        public const string CreateFargateProfile = "arn:aws:states:::eks:createFargateProfile";

        /// <summary>Creates a Fargate profile, and waits for the end.</summary>
        public const string CreateFargateProfileSync = "arn:aws:states:::eks:createFargateProfile.sync";

        /// <summary>Deletes a Fargate profile.</summary>
        public const string DeleteFargateProfile = "arn:aws:states:::eks:deleteFargateProfile";

        /// <summary>Deletes a Fargate profile, and waits for the end.</summary>
        public const string DeleteFargateProfileSync = "arn:aws:states:::eks:deleteFargateProfile.sync";
    }

    /// <summary>AWS CodeBuild.</summary>
    public static class CodeBuild
    {
        /// <summary>Starts a build.</summary>
        public const string StartBuild = "arn:aws:states:::codebuild:startBuild";

        /// <summary>Starts a build, and waits for the end.</summary>
        public const string StartBuildSync = "arn:aws:states:::codebuild:startBuild.sync";

        /// <summary>Stops a build.</summary>
        public const string StopBuild = "arn:aws:states:::codebuild:stopBuild";

        /// <summary>Deletes builds.</summary>
        public const string BatchDeleteBuilds = "arn:aws:states:::codebuild:batchDeleteBuilds";

        /// <summary>Reads reports.</summary>
        public const string BatchGetReports = "arn:aws:states:::codebuild:batchGetReports";

        /// <summary>Starts a batch of builds.</summary>
        public const string StartBuildBatch = "arn:aws:states:::codebuild:startBuildBatch";

        /// <summary>Starts a batch of builds, and waits for the end.</summary>
        public const string StartBuildBatchSync = "arn:aws:states:::codebuild:startBuildBatch.sync";

        /// <summary>Stops a batch of builds.</summary>
        public const string StopBuildBatch = "arn:aws:states:::codebuild:stopBuildBatch";

        /// <summary>Tries a batch of builds again.</summary>
        public const string RetryBuildBatch = "arn:aws:states:::codebuild:retryBuildBatch";

        /// <summary>Tries a batch of builds again, and waits for the end.</summary>
        public const string RetryBuildBatchSync = "arn:aws:states:::codebuild:retryBuildBatch.sync";

        /// <summary>Deletes a batch of builds.</summary>
        public const string DeleteBuildBatch = "arn:aws:states:::codebuild:deleteBuildBatch";
    }

    /// <summary>AWS Elemental MediaConvert.</summary>
    public static class MediaConvert
    {
        /// <summary>Creates a job.</summary>
        public const string CreateJob = "arn:aws:states:::mediaconvert:createJob";

        /// <summary>Creates a job, and waits for the end.</summary>
        public const string CreateJobSync = "arn:aws:states:::mediaconvert:createJob.sync";
    }

    /// <summary>Amazon Bedrock.</summary>
    public static class Bedrock
    {
        /// <summary>Asks a model.</summary>
        public const string InvokeModel = "arn:aws:states:::bedrock:invokeModel";

        /// <summary>Starts a customization job.</summary>
        public const string CreateModelCustomizationJob = "arn:aws:states:::bedrock:createModelCustomizationJob";

        /// <summary>Starts a customization job, and waits for the end.</summary>
        public const string CreateModelCustomizationJobSync = "arn:aws:states:::bedrock:createModelCustomizationJob.sync";
    }

    /// <summary>HTTPS endpoints of others.</summary>
    public static class Http
    {
        /// <summary>Calls an endpoint.</summary>
        public const string Invoke = "arn:aws:states:::http:invoke";
    }

    /// <summary>Amazon S3, for the items and results of Distributed Maps.</summary>
    public static class S3
    {
        /// <summary>Reads the items from an object.</summary>
        public const string GetObject = "arn:aws:states:::s3:getObject";

        /// <summary>Takes a list of objects for the items.</summary>
        public const string ListObjectsV2 = "arn:aws:states:::s3:listObjectsV2";

        /// <summary>Writes the results.</summary>
        public const string PutObject = "arn:aws:states:::s3:putObject";
    }
}
