using System.Threading.Tasks;
using StateMachineGen.CompilerServices;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Tasks;

/// <summary>A Lambda function that is called through its integration: it is given the <c>Payload</c> of the parameters, and its result is wrapped.</summary>
/// <param name="handler">The state's handler; null for the function of the options that the parameters name.</param>
/// <param name="functions">The functions of the options.</param>
internal sealed class LambdaInvokeTarget(StateBinding? handler, LocalFunctions functions) : TaskTarget
{
    public override async ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt)
    {
        var parameters = attempt.Payload as JsonObject;
        string name = (parameters?["FunctionName"] as JsonString)?.Value ?? "";
        if ((handler ?? functions.Find(name)) is not { } function)
        {
            return ServiceFailure.NoSuchFunction(attempt.Run, name);
        }

        JsonValue payload = parameters?["Payload"] ?? JsonObject.Empty;
        TaskAnswer answer = await HandlerTarget.RunAsync(attempt, function, payload, isFunction: handler is not null).ConfigureAwait(false);
        return answer.Output is null ? answer : ServiceResponse.Invoked(attempt.Run, answer.Output);
    }
}
