using System.Threading.Tasks;
using StateMachineGen.Data;

namespace StateMachineGen.Execution.Tasks;

/// <summary>Step Functions' own APIs that answer a task by its token, called from a machine.</summary>
internal sealed class TokenAnswerTarget(LocalTasks tasks) : TaskTarget
{
    private const string Success = "sendTaskSuccess";
    private const string Failing = "sendTaskFailure";
    private const string Heartbeat = "sendTaskHeartbeat";

    public static bool Answers(TaskResource resource) => resource is { Service: "aws-sdk:sfn", Action: Success or Failing or Heartbeat };

    public override ValueTask<TaskAnswer> AnswerAsync(TaskAttempt attempt)
    {
        var parameters = attempt.Payload as JsonObject;
        string token = Text(parameters, "TaskToken") ?? "";
        try
        {
            switch (attempt.Resource.Action)
            {
                case Success:
                    tasks.SendTaskSuccess(token, Text(parameters, "Output") ?? "");
                    break;
                case Failing:
                    // The cause is the data of the execution that sends it.
                    tasks.Find(token).Fail(new Failure(Text(parameters, "Error"), Text(parameters, "Cause") is { } cause ? (CauseText)$"{cause}" : null));
                    break;
                default:
                    tasks.SendTaskHeartbeat(token);
                    break;
            }
        }
        catch (TaskTokenException e)
        {
            return new(ServiceFailure.StepFunctions(attempt.Run, attempt.Resource, e.Error, $"{e.Message.Fixed()}"));
        }

        return new(JsonObject.Empty);
    }

    private static string? Text(JsonObject? parameters, string name) => parameters?[name] switch
    {
        null or JsonNull => null,
        JsonString text => text.Value,
        { } value => value.ToString(),
    };
}
