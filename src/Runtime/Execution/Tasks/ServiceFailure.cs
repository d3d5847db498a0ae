namespace StateMachineGen.Execution.Tasks;

/// <summary>
/// Errors of services as Step Functions reports them. Optimized integrations and those of the SDK are built on different
/// versions of AWS's SDK, and word the cause differently (measured).
/// </summary>
internal static class ServiceFailure
{
    /// <summary>Lambda knows no function of this name.</summary>
    public static Failure NoSuchFunction(ExecutionRun run, string function)
    {
        LocalOptions options = run.Machine.Options;
        string arn = $"arn:aws:lambda:{options.Region}:{options.AccountId}:function:{FunctionName.Of(function)}:$LATEST";
        return Optimized(run, "Lambda", "AWSLambda", 404, "ResourceNotFoundException", "ResourceNotFoundException", $"Function not found: {arn}");
    }

    /// <summary>Step Functions refuses a call.</summary>
    /// <param name="run">The execution.</param>
    /// <param name="resource">The resource that is called, through either integration.</param>
    /// <param name="code">The error's code: <c>StateMachineDoesNotExist</c>.</param>
    /// <param name="message">What Step Functions says.</param>
    public static Failure StepFunctions(ExecutionRun run, TaskResource resource, string code, CauseText message) => resource.IsSdk
        ? new Failure($"Sfn.{code}Exception", $"{message} (Service: Sfn, Status Code: 400, Request ID: {run.NewToken().Fixed()}) (SDK Attempt Count: 1)") { HttpStatus = 400 }
        : Optimized(run, "StepFunctions", "AWSStepFunctions", 400, code, code + "Exception", message);

    private static Failure Optimized(ExecutionRun run, string prefix, string service, int status, string code, string exception, CauseText message) => new(
        $"{prefix}.{exception}",
        $"{message} (Service: {service.Fixed()}; Status Code: {status}; Error Code: {code.Fixed()}; Request ID: {run.NewToken().Fixed()}; Proxy: null)") { HttpStatus = status };
}
