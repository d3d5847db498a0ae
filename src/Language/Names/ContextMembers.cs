using System.Collections.Immutable;

namespace StateMachineGen.Language.Names;

/// <summary>A member of the context object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Meaning">What it holds, and when it is there.</param>
/// <param name="Members">Its own members.</param>
public sealed record ContextMember(string Name, string Type, string Meaning, ImmutableArray<ContextMember> Members);

/// <summary>The context object, <c>$$</c> in JSONPath and <c>$states.context</c> in JSONata (Step Functions developer guide, "Context object").</summary>
public static class ContextMembers
{
    /// <summary>The member that holds what the execution was started with: <c>$$.Execution.Input</c>.</summary>
    public const string ExecutionInput = "Input";

    /// <summary>The members of the context object itself.</summary>
    public static ImmutableArray<ContextMember> All { get; } =
    [
        Group(
            "Execution",
            "the execution that is running",
            Value("Id", "string", "the execution's ARN"),
            Value(ExecutionInput, "any", "what the execution was started with"),
            Value("Name", "string", "the execution's name"),
            Value("RoleArn", "string", "the role that the execution acts as"),
            Value("StartTime", "string", "when the execution started"),
            Value("RedriveCount", "number", "how often the execution was redriven"),
            Value("RedriveTime", "string", "when the execution was last redriven; only after a redrive")),
        Group(
            "StateMachine",
            "the state machine",
            Value("Id", "string", "the machine's ARN"),
            Value("Name", "string", "the machine's name")),
        Group(
            "State",
            "the state that is running",
            Value("Name", "string", "the state's name"),
            Value("EnteredTime", "string", "when the state was entered"),
            Value("RetryCount", "number", "how often the state was tried again")),
        Group("Task", "the task that is running", Value("Token", "string", "what ends a task that waits for a callback")),
        Group(
            "Map",
            "the Map that is running",
            Group(
                "Item",
                "the item of a Map; in its ItemSelector and in the states that it runs",
                Value("Index", "number", "the item's place among all, counted from 0"),
                Value("Value", "any", "the item"),
                Value("Key", "string", "the item's key, when the items are the members of an object"),
                Value("Source", "string", "where a Distributed Map has the item from: STATE_DATA or the URI of an S3 object"))),
    ];

    private static ContextMember Group(string name, string meaning, params ContextMember[] members) => new(name, "object", meaning, [.. members]);

    private static ContextMember Value(string name, string type, string meaning) => new(name, type, meaning, ImmutableArray<ContextMember>.Empty);
}
