using System;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;

namespace StateMachineGen.Language.Names;

/// <summary>Types of states as a set.</summary>
[Flags]
public enum StateTypes
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary>Task.</summary>
    Task = 1 << StateType.Task,

    /// <summary>Pass.</summary>
    Pass = 1 << StateType.Pass,

    /// <summary>Choice.</summary>
    Choice = 1 << StateType.Choice,

    /// <summary>Wait.</summary>
    Wait = 1 << StateType.Wait,

    /// <summary>Succeed.</summary>
    Succeed = 1 << StateType.Succeed,

    /// <summary>Fail.</summary>
    Fail = 1 << StateType.Fail,

    /// <summary>Parallel.</summary>
    Parallel = 1 << StateType.Parallel,

    /// <summary>Map.</summary>
    Map = 1 << StateType.Map,

    /// <summary>The types that go on to another state or end.</summary>
    Flow = Task | Pass | Wait | Parallel | Map,

    /// <summary>The types that handle errors.</summary>
    Handling = Task | Parallel | Map,

    /// <summary>All eight types.</summary>
    All = Flow | Choice | Succeed | Fail,
}

/// <summary>A field that ASL knows on a state.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="JsonPathStates">The types that have the field under JSONPath.</param>
/// <param name="JsonataStates">The types that have the field under JSONata.</param>
public sealed record StateField(string Name, StateTypes JsonPathStates, StateTypes JsonataStates)
{
    /// <summary>The types that have the field in either language.</summary>
    public StateTypes States => JsonPathStates | JsonataStates;
}

/// <summary>
/// The closed lists of fields (ASL, "State types"), in the order in which they are written: what a state is and takes,
/// then what it does, then what it gives, then errors, then where it goes.
/// </summary>
public static class FieldTable
{
    /// <summary>The fields of states. Their order is the canonical order of emitted text.</summary>
    public static ImmutableArray<StateField> States { get; } =
    [
        Both("Type", StateTypes.All),
        Both("Comment", StateTypes.All),
        Both("QueryLanguage", StateTypes.All),
        Path("InputPath", StateTypes.All & ~StateTypes.Fail),

        // Task
        Both("Resource", StateTypes.Task),
        Both("Credentials", StateTypes.Task),
        Path("Parameters", StateTypes.Task | StateTypes.Pass | StateTypes.Parallel | StateTypes.Map),
        Jsonata("Arguments", StateTypes.Task | StateTypes.Parallel),
        Both("TimeoutSeconds", StateTypes.Task),
        Path("TimeoutSecondsPath", StateTypes.Task),
        Both("HeartbeatSeconds", StateTypes.Task),
        Path("HeartbeatSecondsPath", StateTypes.Task),

        // Wait
        Both("Seconds", StateTypes.Wait),
        Path("SecondsPath", StateTypes.Wait),
        Both("Timestamp", StateTypes.Wait),
        Path("TimestampPath", StateTypes.Wait),

        // Fail
        Both("Error", StateTypes.Fail),
        Path("ErrorPath", StateTypes.Fail),
        Both("Cause", StateTypes.Fail),
        Path("CausePath", StateTypes.Fail),

        // Choice
        Both("Choices", StateTypes.Choice),
        Both("Default", StateTypes.Choice),

        // Parallel
        Both("Branches", StateTypes.Parallel),

        // Map
        Both("Label", StateTypes.Map),
        Path("ItemsPath", StateTypes.Map),
        Jsonata("Items", StateTypes.Map),
        Both("ItemReader", StateTypes.Map),
        Both("ItemSelector", StateTypes.Map),
        Both("ItemBatcher", StateTypes.Map),
        Both("MaxConcurrency", StateTypes.Map),
        Path("MaxConcurrencyPath", StateTypes.Map),
        Both("ToleratedFailureCount", StateTypes.Map),
        Path("ToleratedFailureCountPath", StateTypes.Map),
        Both("ToleratedFailurePercentage", StateTypes.Map),
        Path("ToleratedFailurePercentagePath", StateTypes.Map),
        Both("ItemProcessor", StateTypes.Map),
        Both("Iterator", StateTypes.Map),
        Both("ResultWriter", StateTypes.Map),

        // Results
        Path("Result", StateTypes.Pass),
        Path("ResultSelector", StateTypes.Handling),
        Path("ResultPath", StateTypes.Handling | StateTypes.Pass),
        Both("Assign", StateTypes.Flow | StateTypes.Choice),
        Path("OutputPath", StateTypes.All & ~StateTypes.Fail),
        Jsonata("Output", StateTypes.All & ~StateTypes.Fail),

        // Errors and transitions
        Both("Retry", StateTypes.Handling),
        Both("Catch", StateTypes.Handling),
        Both("Next", StateTypes.Flow),
        Both("End", StateTypes.Flow),
    ];

    /// <summary>The fields of a whole machine, in canonical order.</summary>
    public static ImmutableArray<string> StateMachine { get; } =
        ["Comment", "QueryLanguage", "Version", "TimeoutSeconds", "StartAt", "States"];

    /// <summary>The fields of a branch of a Parallel state, in canonical order.</summary>
    public static ImmutableArray<string> Branch { get; } = ["Comment", "StartAt", "States"];

    /// <summary>The fields of a Map's ItemProcessor, in canonical order.</summary>
    public static ImmutableArray<string> ItemProcessor { get; } = ["Comment", "ProcessorConfig", "StartAt", "States"];

    /// <summary>The fields of a Map's <c>ProcessorConfig</c>, in canonical order.</summary>
    public static ImmutableArray<string> ProcessorConfig { get; } = ["Mode", "ExecutionType"];

    /// <summary>The fields of a Distributed Map's <c>ItemReader</c>, in canonical order.</summary>
    public static ImmutableArray<string> ItemReader { get; } = ["Resource", "ReaderConfig", "Parameters", "Arguments"];

    /// <summary>The fields of an ItemReader's <c>ReaderConfig</c>, in canonical order.</summary>
    public static ImmutableArray<string> ReaderConfig { get; } =
    [
        "InputType", "Transformation", "ManifestType", "CSVDelimiter", "CSVHeaderLocation", "CSVHeaders", "ItemsPointer", "MaxItems", "MaxItemsPath",
    ];

    /// <summary>The fields of a Distributed Map's <c>ItemBatcher</c>, in canonical order.</summary>
    public static ImmutableArray<string> ItemBatcher { get; } =
        ["BatchInput", "MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"];

    /// <summary>The fields of a Distributed Map's <c>ResultWriter</c>, in canonical order.</summary>
    public static ImmutableArray<string> ResultWriter { get; } = ["Resource", "WriterConfig", "Parameters", "Arguments"];

    /// <summary>The fields of a ResultWriter's <c>WriterConfig</c>, in canonical order.</summary>
    public static ImmutableArray<string> WriterConfig { get; } = ["Transformation", "OutputType"];

    /// <summary>The fields of an entry of <c>Retry</c>, in canonical order.</summary>
    public static ImmutableArray<string> Retrier { get; } =
        ["ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy", "Comment"];

    /// <summary>The fields of an entry of <c>Catch</c>, in canonical order.</summary>
    public static ImmutableArray<string> Catcher { get; } =
        ["ErrorEquals", "ResultPath", "Assign", "Output", "Next", "Comment"];

    private static readonly ImmutableDictionary<string, int> s_order =
        States.Select((field, index) => (field.Name, index)).ToImmutableDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);

    /// <summary>The field of this name on states, or null when ASL knows none.</summary>
    public static StateField? Find(string name) => s_order.TryGetValue(name, out int index) ? States[index] : null;

    /// <summary>The place of a state's field in canonical order; fields that ASL does not know come last.</summary>
    public static int Order(string name) => s_order.TryGetValue(name, out int index) ? index : States.Length;

    /// <summary>Whether a state of this type may carry the field under this query language.</summary>
    public static bool Allows(StateType type, QueryLanguage language, string field) =>
        Find(field) is { } known && ((language == QueryLanguage.JSONata ? known.JsonataStates : known.JsonPathStates) & ToSet(type)) != 0;

    /// <summary>The set that holds one type.</summary>
    public static StateTypes ToSet(StateType type) => (StateTypes)(1 << (int)type);

    private static StateField Both(string name, StateTypes states) => new(name, states, states);

    private static StateField Path(string name, StateTypes states) => new(name, states, StateTypes.None);

    private static StateField Jsonata(string name, StateTypes states) => new(name, StateTypes.None, states);
}
