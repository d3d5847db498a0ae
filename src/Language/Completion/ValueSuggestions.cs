using System.Collections.Generic;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Resources;

namespace StateMachineGen.Language.Completion;

/// <summary>What a value can be that is no expression.</summary>
internal static class ValueSuggestions
{
    private const string Integration = "arn:aws:states:::";

    /// <summary>The strings that can stand for a role.</summary>
    public static IEnumerable<Suggestion> Of(PartRole role, CompletionPlace place) => role switch
    {
        StateNameRole names => names.Scope.States.Select(static state => new Suggestion(state.Name, SuggestionKind.State, state.Type?.ToString() ?? "", state.Comment ?? "")),
        ErrorNameRole errors => ErrorNamesOf(errors, place),
        ResourceRole resource => Resources(resource, place),
        ValueRole { Value.Options: { IsEmpty: false } options } => options.Select(static option => new Suggestion(option, SuggestionKind.Value)),
        _ => [],
    };

    /// <summary>The words, without quotes, that can stand for a role.</summary>
    public static IEnumerable<Suggestion> Words(PartRole role) => role switch
    {
        ValueRole { Value.Kind: FieldValueKind.Boolean } => [new("true", SuggestionKind.Value), new("false", SuggestionKind.Value)],
        ValueRole { Value.Kind: FieldValueKind.PathOrNull } => [new("null", SuggestionKind.Value)],
        _ => [],
    };

    private static IEnumerable<Suggestion> ErrorNamesOf(ErrorNameRole role, CompletionPlace place)
    {
        IEnumerable<Suggestion> ofMachine = place.Machine.DescendantStates
            .SelectMany(state => NamesIn(state, role.IsMatched))
            .Where(static name => !ErrorNames.IsReserved(name))
            .Select(static name => new Suggestion(name, SuggestionKind.Error, "", "is named elsewhere in this state machine"));
        IEnumerable<Suggestion> ofLanguage = role.IsMatched
            ? ErrorNames.Catalogue.Where(static name => name.IsCatchable).Select(static name => new Suggestion(name.Name, SuggestionKind.Error, "", name.Meaning))
            : [];
        return place.Errors.Concat(ofMachine).Concat(ofLanguage);
    }

    /// <summary>What states report, and what others match; a state that reports an error has use for the names that are matched.</summary>
    private static IEnumerable<string> NamesIn(State state, bool isMatched)
    {
        IEnumerable<string> matched = state.Catch.SelectMany(static catcher => catcher.ErrorEquals).Concat(state.Retry.SelectMany(static retrier => retrier.ErrorEquals));
        return isMatched && state is FailState { Error: { } error } ? matched.Prepend(error) : matched;
    }

    private static IEnumerable<Suggestion> Resources(ResourceRole role, CompletionPlace place)
    {
        foreach (OptimizedIntegration integration in OptimizedIntegrations.Services
            .OrderBy(static service => service, System.StringComparer.Ordinal)
            .SelectMany(static service => OptimizedIntegrations.OfService(service))
            .Where(integration => CanStand(integration, role)))
        {
            string resource = Integration + integration.Service + ":" + integration.Action;
            yield return new Suggestion(resource, SuggestionKind.Resource, "", "calls the service and goes on with its answer");
            // Express executions wait for nothing but the answer, and no part of a Map does.
            if (place.IsExpress || role.Part is not null)
            {
                continue;
            }

            if (integration.Supports(IntegrationPattern.Sync))
            {
                yield return new Suggestion(resource + ".sync", SuggestionKind.Resource, "", "waits for the end of the job");
            }

            if (integration.Supports(IntegrationPattern.Sync2))
            {
                yield return new Suggestion(resource + ".sync:2", SuggestionKind.Resource, "", "waits for the end of the job, whose output is JSON then");
            }

            if (integration.Supports(IntegrationPattern.WaitForTaskToken))
            {
                yield return new Suggestion(resource + ".waitForTaskToken", SuggestionKind.Resource, "", "waits until somebody returns the task token");
            }
        }

        if (role.Part is null)
        {
            yield return new Suggestion(Integration + "aws-sdk:", SuggestionKind.Resource, "", "begins the call of any action of the AWS SDK: aws-sdk:service:action");
        }
    }

    /// <summary>Maps read from and write to S3 only.</summary>
    private static bool CanStand(OptimizedIntegration integration, ResourceRole role) => role.Part switch
    {
        "ItemReader" => integration is { Service: "s3", Action: "getObject" or "listObjectsV2" },
        "ResultWriter" => integration is { Service: "s3", Action: "putObject" },
        _ => integration.Service != "s3",
    };
}
