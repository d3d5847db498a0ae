using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Resources;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the time limits of tasks against how they wait, and against the limits of what is around them.</summary>
internal static class TaskTimeChecks
{
    /// <summary>How long a Lambda function can run, in seconds.</summary>
    private const int LambdaSeconds = 900;

    /// <summary>How long an HTTP task waits for its answer, in seconds.</summary>
    private const int HttpSeconds = 60;

    public static void Check(TaskState task, Resource resource, Surroundings surroundings, FindingCollector findings)
    {
        bool hasTimeout = task.Field("TimeoutSeconds") is not null || task.Field("TimeoutSecondsPath") is not null;
        JsonMemberSyntax? heartbeat = task.Field("HeartbeatSeconds") ?? task.Field("HeartbeatSecondsPath");
        bool isBounded = hasTimeout || (surroundings.Machine.Field("TimeoutSeconds") is not null && !surroundings.IsChild)
            || surroundings.Type == StateMachineType.Express;
        JsonSyntax place = task.Field("Resource")!.Value;
        if (resource.IsCallback)
        {
            if (heartbeat is null && !isBounded)
            {
                string what = resource.Kind == ResourceKind.Activity ? "a worker of the activity" : "its task token";
                findings.Add(IntegrationRules.CallbackWithoutTimeout, place, task.PathOf("Resource"), task.Name, what);
            }
            else if (heartbeat is null)
            {
                findings.Add(AdviceRules.CallbackWithoutHeartbeat, place, task.PathOf("Resource"), task.Name);
            }
        }
        else if (resource.Pattern is IntegrationPattern.Sync or IntegrationPattern.Sync2)
        {
            if (!isBounded)
            {
                findings.Add(AdviceRules.JobWithoutTimeout, place, task.PathOf("Resource"), task.Name);
            }
        }
        else if (heartbeat is not null && resource.Kind != ResourceKind.Unknown)
        {
            findings.Add(IntegrationRules.HeartbeatOfRequest, heartbeat.Value, task.PathOf(heartbeat.Name), task.Name);
        }

        CheckTimeout(task, resource, surroundings, findings);
    }

    /// <summary>Checks the time of the machine itself, and of its waits, against the end of an Express execution.</summary>
    public static void CheckExpress(DocumentPart part, string field, Surroundings surroundings, FindingCollector findings)
    {
        if (surroundings.Type == StateMachineType.Express && Seconds(part.Field(field)?.Value) is { } seconds && seconds > Surroundings.ExpressSeconds)
        {
            findings.Add(AdviceRules.LongerThanExpress, part.Field(field)!.Value, part.PathOf(field), field, FindingCollector.Show(part.Field(field)!.Value));
        }
    }

    private static void CheckTimeout(TaskState task, Resource resource, Surroundings surroundings, FindingCollector findings)
    {
        if (Seconds(task.TimeoutSeconds) is not { } seconds)
        {
            return;
        }

        if (surroundings.Type == StateMachineType.Express && seconds > Surroundings.ExpressSeconds)
        {
            CheckExpress(task, "TimeoutSeconds", surroundings, findings);
            return;
        }

        string? bound = !surroundings.IsChild && surroundings.Machine.TimeoutSeconds is > 0 and { } whole && seconds > whole ? "the whole execution ends before it"
            : resource.IsLambdaCall && seconds > LambdaSeconds ? "a function runs 900 seconds at most"
            : resource is { Kind: ResourceKind.Optimized, Service: "http" } && seconds > HttpSeconds ? "an HTTP task waits 60 seconds at most"
            : null;
        if (bound is not null)
        {
            findings.Add(AdviceRules.TimeoutWithoutEffect, task.TimeoutSeconds!, task.PathOf("TimeoutSeconds"), task.Name, bound);
        }
    }

    private static long? Seconds(JsonSyntax? value) => value is JsonNumberSyntax number && number.TryGetInt64(out long seconds) ? seconds : null;
}
