using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

// The eight types are short and are read together, so they share a file.

/// <summary>A state that does work (ASL type <c>Task</c>).</summary>
public sealed class TaskState : State
{
    internal TaskState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container)
    {
    }

    /// <inheritdoc/>
    public override StateType? Type => StateType.Task;

    /// <summary>What is called (ASL field <c>Resource</c>): an ARN, or a <c>${Placeholder}</c> that the deployment fills.</summary>
    public string? Resource => Text("Resource");

    /// <summary>The payload template (ASL field <c>Parameters</c>).</summary>
    public JsonSyntax? Parameters => Value("Parameters");

    /// <summary>The payload as JSONata (ASL field <c>Arguments</c>).</summary>
    public JsonSyntax? Arguments => Value("Arguments");

    /// <summary>The role to call with (ASL field <c>Credentials</c>).</summary>
    public JsonSyntax? Credentials => Value("Credentials");

    /// <summary>Shapes the result (ASL field <c>ResultSelector</c>).</summary>
    public JsonSyntax? ResultSelector => Value("ResultSelector");

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>): a string, or JSON null.</summary>
    public JsonSyntax? ResultPath => Value("ResultPath");

    /// <summary>How long the task may run, in seconds (ASL field <c>TimeoutSeconds</c>): a number, or a JSONata string.</summary>
    public JsonSyntax? TimeoutSeconds => Value("TimeoutSeconds");

    /// <summary>The path to the timeout (ASL field <c>TimeoutSecondsPath</c>).</summary>
    public string? TimeoutSecondsPath => Text("TimeoutSecondsPath");

    /// <summary>How long the task may be silent, in seconds (ASL field <c>HeartbeatSeconds</c>): a number, or a JSONata string.</summary>
    public JsonSyntax? HeartbeatSeconds => Value("HeartbeatSeconds");

    /// <summary>The path to the heartbeat (ASL field <c>HeartbeatSecondsPath</c>).</summary>
    public string? HeartbeatSecondsPath => Text("HeartbeatSecondsPath");
}

/// <summary>A state that passes its input on, changed or not (ASL type <c>Pass</c>).</summary>
public sealed class PassState : State
{
    internal PassState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container)
    {
    }

    /// <inheritdoc/>
    public override StateType? Type => StateType.Pass;

    /// <summary>The result, taken literally (ASL field <c>Result</c>).</summary>
    public JsonSyntax? Result => Value("Result");

    /// <summary>The payload template (ASL field <c>Parameters</c>).</summary>
    public JsonSyntax? Parameters => Value("Parameters");

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>): a string, or JSON null.</summary>
    public JsonSyntax? ResultPath => Value("ResultPath");
}

/// <summary>A state that decides where to go (ASL type <c>Choice</c>).</summary>
public sealed class ChoiceState : State
{
    internal ChoiceState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container)
    {
    }

    /// <inheritdoc/>
    public override StateType? Type => StateType.Choice;

    /// <summary>The rules, in order (ASL field <c>Choices</c>).</summary>
    public ImmutableArray<ChoiceRule> Choices => Parts("Choices", static (syntax, parent, segment) => new ChoiceRule(syntax, parent, segment));

    /// <summary>Where to go when no rule matches (ASL field <c>Default</c>).</summary>
    public string? Default => Text("Default");
}

/// <summary>A state that waits (ASL type <c>Wait</c>).</summary>
public sealed class WaitState : State
{
    internal WaitState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container)
    {
    }

    /// <inheritdoc/>
    public override StateType? Type => StateType.Wait;

    /// <summary>How long to wait, in seconds (ASL field <c>Seconds</c>): a number, or a JSONata string.</summary>
    public JsonSyntax? Seconds => Value("Seconds");

    /// <summary>The path to the seconds (ASL field <c>SecondsPath</c>).</summary>
    public string? SecondsPath => Text("SecondsPath");

    /// <summary>Until when to wait, as RFC 3339 (ASL field <c>Timestamp</c>), or a JSONata string.</summary>
    public string? Timestamp => Text("Timestamp");

    /// <summary>The path to the timestamp (ASL field <c>TimestampPath</c>).</summary>
    public string? TimestampPath => Text("TimestampPath");
}

/// <summary>A state that ends its scope well (ASL type <c>Succeed</c>).</summary>
public sealed class SucceedState : State
{
    internal SucceedState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container)
    {
    }

    /// <inheritdoc/>
    public override StateType? Type => StateType.Succeed;
}

/// <summary>A state that ends its scope with an error (ASL type <c>Fail</c>).</summary>
public sealed class FailState : State
{
    internal FailState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container)
    {
    }

    /// <inheritdoc/>
    public override StateType? Type => StateType.Fail;

    /// <summary>The error's name (ASL field <c>Error</c>).</summary>
    public string? Error => Text("Error");

    /// <summary>The path to the error's name (ASL field <c>ErrorPath</c>).</summary>
    public string? ErrorPath => Text("ErrorPath");

    /// <summary>What happened, for people (ASL field <c>Cause</c>).</summary>
    public string? Cause => Text("Cause");

    /// <summary>The path to the cause (ASL field <c>CausePath</c>).</summary>
    public string? CausePath => Text("CausePath");
}

/// <summary>A state that runs branches side by side (ASL type <c>Parallel</c>).</summary>
public sealed class ParallelState : State
{
    internal ParallelState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container) =>
        Branches = Parts("Branches", static (syntax, parent, segment) => new Branch(syntax, parent, segment));

    /// <inheritdoc/>
    public override StateType? Type => StateType.Parallel;

    /// <summary>The branches, in order (ASL field <c>Branches</c>).</summary>
    public ImmutableArray<Branch> Branches { get; }

    /// <inheritdoc/>
    public override ImmutableArray<StateContainer> Containers => Branches.CastArray<StateContainer>();

    /// <summary>The payload template (ASL field <c>Parameters</c>).</summary>
    public JsonSyntax? Parameters => Value("Parameters");

    /// <summary>The payload as JSONata (ASL field <c>Arguments</c>).</summary>
    public JsonSyntax? Arguments => Value("Arguments");

    /// <summary>Shapes the result (ASL field <c>ResultSelector</c>).</summary>
    public JsonSyntax? ResultSelector => Value("ResultSelector");

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>): a string, or JSON null.</summary>
    public JsonSyntax? ResultPath => Value("ResultPath");
}

/// <summary>A state that runs one machine for each item (ASL type <c>Map</c>).</summary>
public sealed class MapState : State
{
    internal MapState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container) =>
        ItemProcessor = Value("ItemProcessor") is JsonObjectSyntax processor ? new ItemProcessor(processor, this, "/ItemProcessor")
            : Value("Iterator") is JsonObjectSyntax iterator ? new ItemProcessor(iterator, this, "/Iterator")
            : null;

    /// <inheritdoc/>
    public override StateType? Type => StateType.Map;

    /// <summary>What runs for each item (ASL field <c>ItemProcessor</c>, or the deprecated <c>Iterator</c>).</summary>
    public ItemProcessor? ItemProcessor { get; }

    /// <inheritdoc/>
    public override ImmutableArray<StateContainer> Containers =>
        ItemProcessor is null ? ImmutableArray<StateContainer>.Empty : [ItemProcessor];

    /// <summary>The name of the map run (ASL field <c>Label</c>).</summary>
    public string? Label => Text("Label");

    /// <summary>The path to the items (ASL field <c>ItemsPath</c>).</summary>
    public string? ItemsPath => Text("ItemsPath");

    /// <summary>The items as JSONata (ASL field <c>Items</c>).</summary>
    public JsonSyntax? Items => Value("Items");

    /// <summary>Where the items of a Distributed Map lie (ASL field <c>ItemReader</c>).</summary>
    public JsonObjectSyntax? ItemReader => Value("ItemReader") as JsonObjectSyntax;

    /// <summary>Shapes each item (ASL field <c>ItemSelector</c>).</summary>
    public JsonSyntax? ItemSelector => Value("ItemSelector");

    /// <summary>How items are grouped (ASL field <c>ItemBatcher</c>).</summary>
    public JsonObjectSyntax? ItemBatcher => Value("ItemBatcher") as JsonObjectSyntax;

    /// <summary>Where the results of a Distributed Map go (ASL field <c>ResultWriter</c>).</summary>
    public JsonObjectSyntax? ResultWriter => Value("ResultWriter") as JsonObjectSyntax;

    /// <summary>How many items run at once (ASL field <c>MaxConcurrency</c>): a number, or a JSONata string; 0 is no limit.</summary>
    public JsonSyntax? MaxConcurrency => Value("MaxConcurrency");

    /// <summary>The path to the concurrency (ASL field <c>MaxConcurrencyPath</c>).</summary>
    public string? MaxConcurrencyPath => Text("MaxConcurrencyPath");

    /// <summary>How many items may fail (ASL field <c>ToleratedFailureCount</c>): a number, or a JSONata string.</summary>
    public JsonSyntax? ToleratedFailureCount => Value("ToleratedFailureCount");

    /// <summary>The path to that number (ASL field <c>ToleratedFailureCountPath</c>).</summary>
    public string? ToleratedFailureCountPath => Text("ToleratedFailureCountPath");

    /// <summary>What share of the items may fail, in percent (ASL field <c>ToleratedFailurePercentage</c>).</summary>
    public JsonSyntax? ToleratedFailurePercentage => Value("ToleratedFailurePercentage");

    /// <summary>The path to that share (ASL field <c>ToleratedFailurePercentagePath</c>).</summary>
    public string? ToleratedFailurePercentagePath => Text("ToleratedFailurePercentagePath");

    /// <summary>The payload template of each item (ASL field <c>Parameters</c>, deprecated for <c>ItemSelector</c>).</summary>
    public JsonSyntax? Parameters => Value("Parameters");

    /// <summary>Shapes the result (ASL field <c>ResultSelector</c>).</summary>
    public JsonSyntax? ResultSelector => Value("ResultSelector");

    /// <summary>Where the result goes in the input (ASL field <c>ResultPath</c>): a string, or JSON null.</summary>
    public JsonSyntax? ResultPath => Value("ResultPath");
}

/// <summary>A member of <c>States</c> that is no object or whose <c>Type</c> is missing or unknown.</summary>
public sealed class UnknownState : State
{
    internal UnknownState(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(member, fields, container)
    {
    }

    /// <inheritdoc/>
    public override StateType? Type => null;
}
