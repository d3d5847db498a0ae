namespace StateMachineGen.Tracing;

/// <summary>
/// The names of spans, tags and instruments. OpenTelemetry has no convention for workflows yet, so what is ours begins
/// with <c>statemachinegen.</c>; the rest follows the conventions for AWS, RPC and functions (semconv 1.44).
/// </summary>
public static class TelemetryNames
{
    /// <summary>The activity source of executions, states, attempts and calls, and the meter.</summary>
    public const string Source = "StateMachineGen";

    /// <summary>The activity source of handlers: the callee's side of a task.</summary>
    public const string TasksSource = "StateMachineGen.Tasks";

    /// <summary>The span of one attempt of a state that has Retry.</summary>
    public const string AttemptSpan = "attempt";

    /// <summary>The span of a branch of a Parallel state.</summary>
    public const string BranchSpan = "branch";

    /// <summary>The span of an iteration of a Map, or of a child execution of a Distributed Map.</summary>
    public const string IterationSpan = "iteration";

    /// <summary>The span of a call to a Lambda function, as the caller sees it.</summary>
    public const string LambdaInvokeSpan = "Lambda.Invoke";

    /// <summary>The ARN of the machine.</summary>
    public const string StateMachineArn = "aws.step_functions.state_machine.arn";

    /// <summary>The ARN of the execution; not in the registry of conventions yet.</summary>
    public const string ExecutionArn = "aws.step_functions.execution.arn";

    /// <summary>The ARN of the activity that waits for a worker.</summary>
    public const string ActivityArn = "aws.step_functions.activity.arn";

    /// <summary>The execution's name.</summary>
    public const string ExecutionName = "statemachinegen.execution.name";

    /// <summary>How the execution ended: SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</summary>
    public const string ExecutionStatus = "statemachinegen.execution.status";

    /// <summary>The state's name.</summary>
    public const string StateName = "statemachinegen.state.name";

    /// <summary>The state's ASL type.</summary>
    public const string StateType = "statemachinegen.state.type";

    /// <summary>How many attempts the visit of the state took.</summary>
    public const string StateAttempts = "statemachinegen.state.attempts";

    /// <summary>The state that came next.</summary>
    public const string StateNext = "statemachinegen.state.next";

    /// <summary>The number of the attempt, from 1.</summary>
    public const string Attempt = "statemachinegen.attempt";

    /// <summary>The number of the branch, from 0.</summary>
    public const string BranchIndex = "statemachinegen.branch.index";

    /// <summary>The number of the iteration, from 0.</summary>
    public const string IterationIndex = "statemachinegen.iteration.index";

    /// <summary>What the state was given, as JSON text (only with <see cref="LocalOptions.TracePayloads"/>).</summary>
    public const string StateInput = "statemachinegen.state.input";

    /// <summary>What the state passed on, as JSON text (only with <see cref="LocalOptions.TracePayloads"/>).</summary>
    public const string StateOutput = "statemachinegen.state.output";

    /// <summary>What the call was given, as JSON text (only with <see cref="LocalOptions.TracePayloads"/>).</summary>
    public const string CallInput = "statemachinegen.call.input";

    /// <summary>What the call answered, as JSON text (only with <see cref="LocalOptions.TracePayloads"/>).</summary>
    public const string CallOutput = "statemachinegen.call.output";

    /// <summary>The error's ASL name, on spans and instruments alike; absent on success.</summary>
    public const string ErrorType = "error.type";

    /// <summary>
    /// The value of <see cref="ErrorType"/> for an error without a name, as a Fail state may have it, and in measurements for names that come
    /// after many others: OpenTelemetry's word for that.
    /// </summary>
    public const string OtherError = "_OTHER";

    /// <summary>What happened, for people; the data that causes quote only with <see cref="LocalOptions.TracePayloads"/>.</summary>
    public const string ErrorCause = "statemachinegen.error.cause";

    /// <summary>The status that the span would have over HTTP: it decides the colour of a node in X-Ray.</summary>
    public const string HttpStatusCode = "http.response.status_code";

    /// <summary>The node that a Server span belongs to; without it every node is called after the process.</summary>
    public const string LocalService = "aws.local.service";

    /// <summary>The node that a Client span calls.</summary>
    public const string RemoteService = "aws.remote.service";

    /// <summary>The service that a call goes to, as other libraries name it.</summary>
    public const string PeerService = "peer.service";

    /// <summary>The host that a call goes to.</summary>
    public const string ServerAddress = "server.address";

    /// <summary>The method of an HTTP request.</summary>
    public const string HttpRequestMethod = "http.request.method";

    /// <summary>The URL of an HTTP request.</summary>
    public const string UrlFull = "url.full";

    /// <summary>The length of an HTTP response.</summary>
    public const string HttpResponseBodySize = "http.response.body.size";

    /// <summary>The kind of remote call: <see cref="AwsApi"/>. X-Ray's exporter in the OpenTelemetry collector reads this older name.</summary>
    public const string RpcSystem = "rpc.system";

    /// <summary>The value of <see cref="RpcSystem"/> for calls of AWS.</summary>
    public const string AwsApi = "aws-api";

    /// <summary>The service of a remote call.</summary>
    public const string RpcService = "rpc.service";

    /// <summary>The method of a remote call.</summary>
    public const string RpcMethod = "rpc.method";

    /// <summary>The function that a call invokes.</summary>
    public const string FaasInvokedName = "faas.invoked_name";

    /// <summary>The provider of the invoked function: <c>aws</c>.</summary>
    public const string FaasInvokedProvider = "faas.invoked_provider";

    /// <summary>The region of the invoked function.</summary>
    public const string FaasInvokedRegion = "faas.invoked_region";

    /// <summary>The function that runs.</summary>
    public const string FaasName = "faas.name";

    /// <summary>What started the function; a state machine is <c>other</c>.</summary>
    public const string FaasTrigger = "faas.trigger";

    /// <summary>The id of one run of the function.</summary>
    public const string FaasInvocationId = "faas.invocation_id";

    /// <summary>An attempt failed and another follows (event on the state's span).</summary>
    public const string RetryEvent = "state.retry";

    /// <summary>An error was caught (event on the state's span).</summary>
    public const string CaughtEvent = "state.caught";

    /// <summary>The delay before a retry, in seconds (tag of <see cref="RetryEvent"/>).</summary>
    public const string RetryDelay = "statemachinegen.retry.delay";

    /// <summary>The duration of executions, in seconds (histogram).</summary>
    public const string ExecutionDuration = "statemachinegen.execution.duration";

    /// <summary>The duration of visits of states, in seconds (histogram).</summary>
    public const string StateDuration = "statemachinegen.state.duration";

    /// <summary>The duration of runs of handlers, in seconds (histogram).</summary>
    public const string TaskDuration = "statemachinegen.task.duration";

    /// <summary>The number of retries (counter).</summary>
    public const string StateRetries = "statemachinegen.state.retries";
}
