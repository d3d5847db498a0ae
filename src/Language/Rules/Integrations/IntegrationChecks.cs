using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Resources;

namespace StateMachineGen.Language.Rules;

/// <summary>Checks the resources of tasks: their form, what is called, and how it is waited for.</summary>
internal static class IntegrationChecks
{
    public static void Check(TaskState task, Surroundings surroundings, FindingCollector findings)
    {
        if (task.Resource is not { Length: > 0 } text)
        {
            return;
        }

        var place = (JsonStringSyntax)task.Field("Resource")!.Value;
        Resource resource = Resource.Parse(text);
        if (FindFault(resource) is { } fault)
        {
            findings.Add(IntegrationRules.InvalidResource, place, task.PathOf("Resource"), text, fault);
            return;
        }

        if (!CheckCatalogue(task, place, resource, findings))
        {
            return;
        }

        CheckType(task, place, resource, surroundings, findings);
        TaskTimeChecks.Check(task, resource, surroundings, findings);
        ResultChecks.Check(task, resource, surroundings.LanguageOf(task), findings);
        TaskAdviceChecks.Check(task, place, resource, surroundings, findings);
        if (resource.Pattern == IntegrationPattern.WaitForTaskToken && TaskTokens.FindObstacle(task, surroundings.LanguageOf(task)) is { } obstacle)
        {
            findings.Add(IntegrationRules.MissingTaskToken, place, resource.PatternRange, task.PathOf("Resource"), task.Name, obstacle);
        }
    }

    /// <summary>Checks a Distributed Map against the type of the machine.</summary>
    public static void Check(MapState map, Surroundings surroundings, FindingCollector findings)
    {
        if (surroundings is { Type: StateMachineType.Express, IsChild: false } && DistributedMaps.IsDistributed(map))
        {
            JsonMemberSyntax mode = map.ItemProcessor!.ProcessorConfig!.Find("Mode")!;
            findings.Add(IntegrationRules.DistributedMapInExpress, mode.Value, map.ItemProcessor.PathOf("ProcessorConfig") + "/Mode", map.Name);
        }
    }

    /// <summary>Only what surely is no ARN is refused: resources of other schemes are known to the specification.</summary>
    private static string? FindFault(Resource resource) =>
        resource.IsBrokenArn ? "it has fewer than six parts"
        : !resource.HasPlaceholder && resource.Text.IndexOf(':') < 0 ? "it does not begin with 'arn:'"
        : null;

    /// <returns>Whether the resource is one that exists, as far as can be told.</returns>
    private static bool CheckCatalogue(TaskState task, JsonStringSyntax place, Resource resource, FindingCollector findings)
    {
        string name = resource.Text.Substring(resource.ActionRange.Start, resource.ActionRange.Length);
        if (resource.Kind == ResourceKind.Optimized && OptimizedIntegrations.Find(resource.Service, resource.Action) is null)
        {
            string? meant = FindMeant(resource);
            string hint = meant is not null ? $"; did you mean '{meant}'?" : $"; actions that it does not have are called as 'aws-sdk:{resource.Service}:{resource.Action}'";
            findings.Add(IntegrationRules.UnknownIntegration, place, resource.ActionRange, task.PathOf("Resource"), name, hint);
            findings.Correct(meant);
            findings.SayAsAws(
                $"The resource provided {resource.Text} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.",
                task.PathOf("Resource"));
            return false;
        }

        bool isSupported = resource.Kind switch
        {
            ResourceKind.Optimized => OptimizedIntegrations.Find(resource.Service, resource.Action)!.Supports(resource.Pattern),
            ResourceKind.Sdk => resource.Pattern is IntegrationPattern.RequestResponse or IntegrationPattern.WaitForTaskToken,
            _ => true,
        };
        if (!isSupported)
        {
            string? meant = FindMeantPattern(resource);
            string hint = meant is not null ? $"; did you mean '{meant}'?"
                : resource is { Kind: ResourceKind.Sdk, Pattern: IntegrationPattern.Sync or IntegrationPattern.Sync2 } ? "; SDK integrations do not wait for jobs"
                : "";
            findings.Add(IntegrationRules.UnsupportedPattern, place, resource.PatternRange, task.PathOf("Resource"), name, resource.PatternText, hint);
            findings.Correct(meant);
        }

        return isSupported;
    }

    private static void CheckType(TaskState task, JsonStringSyntax place, Resource resource, Surroundings surroundings, FindingCollector findings)
    {
        if (surroundings.Type != StateMachineType.Express)
        {
            return;
        }

        string? what = resource.Kind == ResourceKind.Activity ? "activities"
            : resource.Pattern != IntegrationPattern.RequestResponse ? "'" + resource.PatternText + "'"
            : null;
        if (what is null)
        {
            return;
        }

        TextRange range = resource.Kind == ResourceKind.Activity ? resource.ActionRange : resource.PatternRange;
        if (surroundings.IsChild)
        {
            findings.Add(IntegrationRules.UnsupportedByExpressChild, place, range, task.PathOf("Resource"), task.Name, what);
        }
        else
        {
            findings.Add(IntegrationRules.UnsupportedByExpress, place, range, task.PathOf("Resource"), what);
            findings.SayAsAws(
                "Express state machine does not support " + (resource.Kind == ResourceKind.Activity ? "Activity ARN" : what + " service integration"), task.PathOf("Resource"));
        }
    }

    private static string? FindMeant(Resource resource)
    {
        ImmutableArray<OptimizedIntegration> actions = OptimizedIntegrations.OfService(resource.Service);
        if (SpellingSuggestion.Find(resource.Action, actions.Select(static known => known.Action)) is { } action)
        {
            return resource.Service + ":" + action;
        }

        return actions.IsEmpty
            && SpellingSuggestion.Find(resource.Service, OptimizedIntegrations.Services) is { } service
            && OptimizedIntegrations.Find(service, resource.Action) is not null
                ? service + ":" + resource.Action
                : null;
    }

    private static string? FindMeantPattern(Resource resource) =>
        resource.Pattern == IntegrationPattern.Unknown ? SpellingSuggestion.Find(resource.PatternText, [".sync", ".sync:2", ".waitForTaskToken"]) : null;
}
