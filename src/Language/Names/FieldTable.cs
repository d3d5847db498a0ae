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
/// <param name="Value">What the field holds.</param>
public sealed record StateField(string Name, StateTypes JsonPathStates, StateTypes JsonataStates, FieldValue Value)
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
        Both("Comment", StateTypes.All, FieldValue.Text),
        Both("QueryLanguage", StateTypes.All, FieldValue.QueryLanguage),
        Path("InputPath", StateTypes.All & ~StateTypes.Fail),

        // Task
        Both("Resource", StateTypes.Task),
        Both("Credentials", StateTypes.Task, FieldValue.Object.OrExpression),
        Path("Parameters", StateTypes.Task | StateTypes.Pass | StateTypes.Parallel | StateTypes.Map, FieldValue.Template),
        Jsonata("Arguments", StateTypes.Task | StateTypes.Parallel, FieldValue.Object.OrExpression),
        Both("TimeoutSeconds", StateTypes.Task, FieldValue.Seconds.OrExpression),
        Path("TimeoutSecondsPath", StateTypes.Task, FieldValue.Path),
        Both("HeartbeatSeconds", StateTypes.Task, FieldValue.Seconds.OrExpression),
        Path("HeartbeatSecondsPath", StateTypes.Task, FieldValue.Path),

        // Wait
        Both("Seconds", StateTypes.Wait, FieldValue.Integer(0, Quotas.MaxSeconds).OrExpression),
        Path("SecondsPath", StateTypes.Wait, FieldValue.Path),
        Both("Timestamp", StateTypes.Wait, FieldValue.Timestamp.OrExpression),
        Path("TimestampPath", StateTypes.Wait, FieldValue.Path),

        // Fail
        Both("Error", StateTypes.Fail, FieldValue.Text),
        Path("ErrorPath", StateTypes.Fail, FieldValue.Path),
        Both("Cause", StateTypes.Fail, FieldValue.Text),
        Path("CausePath", StateTypes.Fail, FieldValue.Path),

        // Choice
        Both("Choices", StateTypes.Choice),
        Both("Default", StateTypes.Choice),

        // Parallel
        Both("Branches", StateTypes.Parallel, FieldValue.Array),

        // Map
        Both("Label", StateTypes.Map, FieldValue.Text),
        Path("ItemsPath", StateTypes.Map, FieldValue.Path),
        Jsonata("Items", StateTypes.Map),
        Both("ItemReader", StateTypes.Map, FieldValue.Object),
        Both("ItemSelector", StateTypes.Map, FieldValue.Template),
        Both("ItemBatcher", StateTypes.Map, FieldValue.Object),
        Both("MaxConcurrency", StateTypes.Map, FieldValue.Integer(0).OrExpression),
        Path("MaxConcurrencyPath", StateTypes.Map, FieldValue.Path),
        Both("ToleratedFailureCount", StateTypes.Map, FieldValue.Integer(0).OrExpression),
        Path("ToleratedFailureCountPath", StateTypes.Map, FieldValue.Path),
        Both("ToleratedFailurePercentage", StateTypes.Map, FieldValue.NumberIn(0, 100).OrExpression),
        Path("ToleratedFailurePercentagePath", StateTypes.Map, FieldValue.Path),
        Both("ItemProcessor", StateTypes.Map, FieldValue.Object),
        Both("Iterator", StateTypes.Map, FieldValue.Object),
        Both("ResultWriter", StateTypes.Map, FieldValue.Object),

        // Results
        Path("Result", StateTypes.Pass),
        Path("ResultSelector", StateTypes.Handling, FieldValue.Template),
        Path("ResultPath", StateTypes.Handling | StateTypes.Pass, FieldValue.PathOrNull),
        Both("Assign", StateTypes.Flow | StateTypes.Choice, FieldValue.Object),
        Path("OutputPath", StateTypes.All & ~StateTypes.Fail),
        Jsonata("Output", StateTypes.All & ~StateTypes.Fail),

        // Errors and transitions
        Both("Retry", StateTypes.Handling),
        Both("Catch", StateTypes.Handling),
        Both("Next", StateTypes.Flow),
        Both("End", StateTypes.Flow, FieldValue.Boolean),
    ];

    /// <summary>The fields of a whole machine, in canonical order.</summary>
    public static ImmutableArray<string> StateMachine { get; } = PartSchemas.StateMachine.GetNames();

    /// <summary>The fields of a branch of a Parallel state, in canonical order.</summary>
    public static ImmutableArray<string> Branch { get; } = PartSchemas.Branch.GetNames();

    /// <summary>The fields of a Map's ItemProcessor, in canonical order.</summary>
    public static ImmutableArray<string> ItemProcessor { get; } = PartSchemas.ItemProcessor.GetNames();

    /// <summary>The fields of a Map's <c>ProcessorConfig</c>, in canonical order.</summary>
    public static ImmutableArray<string> ProcessorConfig { get; } = PartSchemas.ProcessorConfig.GetNames();

    /// <summary>The fields of a Distributed Map's <c>ItemReader</c>, in canonical order.</summary>
    public static ImmutableArray<string> ItemReader { get; } = PartSchemas.ItemReader.GetNames();

    /// <summary>The fields of an ItemReader's <c>ReaderConfig</c>, in canonical order.</summary>
    public static ImmutableArray<string> ReaderConfig { get; } = PartSchemas.ReaderConfig.GetNames();

    /// <summary>The fields of a Distributed Map's <c>ItemBatcher</c>, in canonical order.</summary>
    public static ImmutableArray<string> ItemBatcher { get; } = PartSchemas.ItemBatcher.GetNames();

    /// <summary>The fields of a Distributed Map's <c>ResultWriter</c>, in canonical order.</summary>
    public static ImmutableArray<string> ResultWriter { get; } = PartSchemas.ResultWriter.GetNames();

    /// <summary>The fields of a ResultWriter's <c>WriterConfig</c>, in canonical order.</summary>
    public static ImmutableArray<string> WriterConfig { get; } = PartSchemas.WriterConfig.GetNames();

    /// <summary>The fields of an entry of <c>Retry</c>, in canonical order.</summary>
    public static ImmutableArray<string> Retrier { get; } = PartSchemas.Retrier.GetNames();

    /// <summary>The fields of an entry of <c>Catch</c>, in canonical order.</summary>
    public static ImmutableArray<string> Catcher { get; } = PartSchemas.Catcher.GetNames();

    private static readonly ImmutableArray<FieldGroup>[] s_groups = [.. Enumerable.Range(0, 8).Select(type => CreateGroups((StateType)type))];

    private static readonly ImmutableDictionary<string, int> s_order =
        States.Select((field, index) => (field.Name, index)).ToImmutableDictionary(pair => pair.Name, pair => pair.index, StringComparer.Ordinal);

    /// <summary>The field of this name on states, or null when ASL knows none.</summary>
    public static StateField? Find(string name) => s_order.TryGetValue(name, out int index) ? States[index] : null;

    /// <summary>The place of a state's field in canonical order; fields that ASL does not know come last.</summary>
    public static int Order(string name) => s_order.TryGetValue(name, out int index) ? index : States.Length;

    /// <summary>
    /// The fields of a type that depend on each other. Those whose lack has a rule of its own are not among them: Type, Resource, Choices, Next and End.
    /// </summary>
    public static ImmutableArray<FieldGroup> GetGroups(StateType type) => s_groups[(int)type];

    /// <summary>Whether a state of this type may carry the field under this query language.</summary>
    public static bool Allows(StateType type, QueryLanguage language, string field) =>
        Find(field) is { } known && ((language == QueryLanguage.JSONata ? known.JsonataStates : known.JsonPathStates) & ToSet(type)) != 0;

    /// <summary>The set that holds one type.</summary>
    public static StateTypes ToSet(StateType type) => (StateTypes)(1 << (int)type);

    private static ImmutableArray<FieldGroup> CreateGroups(StateType type) => type switch
    {
        StateType.Task => [FieldGroup.AtMostOne("TimeoutSeconds", "TimeoutSecondsPath"), FieldGroup.AtMostOne("HeartbeatSeconds", "HeartbeatSecondsPath")],
        StateType.Wait => [FieldGroup.ExactlyOne("Seconds", "SecondsPath", "Timestamp", "TimestampPath")],
        StateType.Fail => [FieldGroup.AtMostOne("Error", "ErrorPath"), FieldGroup.AtMostOne("Cause", "CausePath")],
        StateType.Parallel => [FieldGroup.Required("Branches")],
        StateType.Map =>
        [
            FieldGroup.ExactlyOne("ItemProcessor", "Iterator"),
            FieldGroup.AtMostOne("ItemSelector", "Parameters"),
            FieldGroup.AtMostOne("MaxConcurrency", "MaxConcurrencyPath"),
            FieldGroup.AtMostOne("ToleratedFailureCount", "ToleratedFailureCountPath"),
            FieldGroup.AtMostOne("ToleratedFailurePercentage", "ToleratedFailurePercentagePath"),
        ],
        _ => ImmutableArray<FieldGroup>.Empty,
    };

    private static StateField Both(string name, StateTypes states, FieldValue? value = null) => new(name, states, states, value ?? FieldValue.Any);

    private static StateField Path(string name, StateTypes states, FieldValue? value = null) => new(name, states, StateTypes.None, value ?? FieldValue.Any);

    private static StateField Jsonata(string name, StateTypes states, FieldValue? value = null) => new(name, StateTypes.None, states, value ?? FieldValue.Any);
}
