using System;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Expressions.Jsonata;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Resources;

namespace StateMachineGen.Language.Rules;

/// <summary>Gives advice about tasks.</summary>
internal static class TaskAdviceChecks
{
    public static void Check(TaskState task, JsonStringSyntax place, Resource resource, Surroundings surroundings, FindingCollector findings)
    {
        if (resource.IsLambdaCall && !RetriesServiceErrors(task))
        {
            findings.Add(AdviceRules.LambdaWithoutRetry, task.Member, task.Path, task.Name);
        }

        if (resource.Kind == ResourceKind.Activity && !NameRules.IsAscii(resource.Service))
        {
            findings.Add(AdviceRules.NameWithoutMetrics, place, resource.ActionRange, task.PathOf("Resource"), "activity", resource.Service);
        }

        if (resource is { Region.Length: > 0, Account.Length: > 0, HasPlaceholder: false })
        {
            findings.Add(AdviceRules.FixedAccount, place, task.PathOf("Resource"), task.Name);
        }

        if (resource is { Kind: ResourceKind.Optimized, Service: "states" })
        {
            CheckStart(task, surroundings, findings);
        }
    }

    private static bool RetriesServiceErrors(TaskState task)
    {
        foreach (ErrorEntry entry in ErrorEntry.OfRetry(task))
        {
            for (int i = 0; i < entry.Names.Length; i++)
            {
                string name = entry.Name(i);
                if (name is ErrorNames.All or ErrorNames.TaskFailed || name.StartsWith("Lambda.", StringComparison.Ordinal) || Substitutions.IsIn(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static void CheckStart(TaskState task, Surroundings surroundings, FindingCollector findings)
    {
        JsonObjectSyntax? payload = (task.Parameters ?? task.Arguments) as JsonObjectSyntax;
        if (payload?.Find("StateMachineArn") is { Value: JsonStringSyntax arn })
        {
            bool isItself = surroundings.LanguageOf(task) == QueryLanguage.JSONata && JsonataText.Read(arn.Value) is { Kind: JsonataTextKind.Expression } text
                ? text.Expression.Trim() == "$states.context.StateMachine.Id"
                : surroundings.Target.Name is { } name && arn.Value.EndsWith(":stateMachine:" + name, StringComparison.Ordinal);
            Report(isItself, arn, "StateMachineArn");
        }
        else if (payload?.Find("StateMachineArn.$") is { Value: JsonStringSyntax path })
        {
            Report(path.Value == "$$.StateMachine.Id", path, "StateMachineArn.$");
        }

        void Report(bool isItself, JsonStringSyntax value, string field)
        {
            if (isItself)
            {
                string path = task.PathOf(task.Parameters is null ? "Arguments" : "Parameters") + "/" + field;
                findings.Add(AdviceRules.StartsItself, value, path, task.Name);
            }
        }
    }
}
