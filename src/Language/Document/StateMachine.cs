using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

/// <summary>A definition: the top level of an ASL text.</summary>
public sealed class StateMachine : StateContainer
{
    /// <summary>Reads a definition from its JSON object. Faults of the language are left to the rules.</summary>
    public StateMachine(JsonObjectSyntax syntax)
        : base(syntax, null, "")
    {
    }

    /// <summary>The version of the language (ASL field <c>Version</c>); "1.0" is the only one.</summary>
    public string? Version => Text("Version");

    /// <summary>How long a whole execution may run, in seconds (ASL field <c>TimeoutSeconds</c>); no limit of its own when absent.</summary>
    public long? TimeoutSeconds => Integer("TimeoutSeconds");

    /// <summary>The query language of the states that name none (ASL field <c>QueryLanguage</c>).</summary>
    public QueryLanguage QueryLanguage => State.ReadQueryLanguage(Syntax) ?? QueryLanguage.JSONPath;
}

/// <summary>A branch of a Parallel state.</summary>
public sealed class Branch : StateContainer
{
    internal Branch(JsonObjectSyntax syntax, DocumentPart parent, string segment)
        : base(syntax, parent, segment)
    {
    }
}

/// <summary>What a Map runs for each item (ASL fields <c>ItemProcessor</c> and, of old, <c>Iterator</c>).</summary>
public sealed class ItemProcessor : StateContainer
{
    internal ItemProcessor(JsonObjectSyntax syntax, DocumentPart parent, string segment)
        : base(syntax, parent, segment)
    {
    }

    /// <summary>How the processor runs: <c>Mode</c> and <c>ExecutionType</c> (ASL field <c>ProcessorConfig</c>).</summary>
    public JsonObjectSyntax? ProcessorConfig => Value("ProcessorConfig") as JsonObjectSyntax;
}
