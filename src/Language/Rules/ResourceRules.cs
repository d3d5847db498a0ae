using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of resources and integrations (SMG5xxx).</summary>
public static class ResourceRules
{
    /// <summary>SMG5001: a Task does not say what it calls.</summary>
    public static Rule MissingResource { get; } = new(
        "SMG5001",
        "A Task state must name the resource that it calls",
        "The Task state '{0}' does not say what it calls: Resource is missing",
        RuleSeverity.Error,
        "Resource is the ARN of the function, activity or service action that does the work. AWS refuses a Task state without it.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    internal static ImmutableArray<Rule> All { get; } = [MissingResource];
}
