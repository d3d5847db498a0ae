using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks what tasks call.</summary>
internal static class ResourceChecks
{
    public static void Check(TaskState task, FindingCollector findings)
    {
        JsonMemberSyntax? resource = task.Field("Resource");
        if (resource is null)
        {
            findings.Add(ResourceRules.MissingResource, task.Member, task.Path, task.Name);
        }
        else if (string.IsNullOrEmpty(task.Resource))
        {
            findings.Add(ResourceRules.MissingResource, resource.Value, task.PathOf("Resource"), task.Name);
        }
    }
}
