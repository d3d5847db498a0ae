using System.Collections.Immutable;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Language.Document;

/// <summary>A state of a machine.</summary>
public abstract class State : DocumentPart
{
    private protected State(JsonMemberSyntax member, JsonObjectSyntax fields, StateContainer container)
        : base(fields, container, "/States/" + member.Name)
    {
        Member = member;
        Container = container;
    }

    /// <summary>The member of <c>States</c> that the state is.</summary>
    public JsonMemberSyntax Member { get; }

    /// <summary>The scope that the state belongs to.</summary>
    public StateContainer Container { get; }

    /// <summary>The state's name, unique in the whole machine.</summary>
    public string Name => Member.Name;

    /// <summary>The type, or null when <c>Type</c> is missing or not one of the eight.</summary>
    public abstract StateType? Type { get; }

    /// <summary>The query language that the state itself names (ASL field <c>QueryLanguage</c>), or null.</summary>
    public QueryLanguage? OwnQueryLanguage => ReadQueryLanguage(Syntax);

    /// <summary>The next state's name (ASL field <c>Next</c>).</summary>
    public string? Next => Text("Next");

    /// <summary>Whether the state ends its scope (ASL field <c>End</c>).</summary>
    public bool End => Boolean("End") ?? false;

    /// <summary>Selects the part of the input to work on (ASL field <c>InputPath</c>): a string, or JSON null.</summary>
    public JsonSyntax? InputPath => Value("InputPath");

    /// <summary>Selects the part of the output to pass on (ASL field <c>OutputPath</c>): a string, or JSON null.</summary>
    public JsonSyntax? OutputPath => Value("OutputPath");

    /// <summary>Variables to set (ASL field <c>Assign</c>).</summary>
    public JsonSyntax? Assign => Value("Assign");

    /// <summary>The output as JSONata (ASL field <c>Output</c>).</summary>
    public JsonSyntax? Output => Value("Output");

    /// <summary>What to do again after an error, in order (ASL field <c>Retry</c>).</summary>
    public ImmutableArray<Retrier> Retry => Parts("Retry", static (syntax, parent, segment) => new Retrier(syntax, parent, segment));

    /// <summary>Where to go after an error, in order (ASL field <c>Catch</c>).</summary>
    public ImmutableArray<Catcher> Catch => Parts("Catch", static (syntax, parent, segment) => new Catcher(syntax, parent, segment));

    /// <summary>Whether an execution, a branch or an iteration can end in this state.</summary>
    public bool IsTerminal => End || Type is StateType.Succeed or StateType.Fail;

    /// <summary>The scopes nested in this state, in order.</summary>
    public virtual ImmutableArray<StateContainer> Containers => ImmutableArray<StateContainer>.Empty;

    /// <summary>Reads the state that a member of <c>States</c> is.</summary>
    internal static State Create(JsonMemberSyntax member, StateContainer container)
    {
        JsonObjectSyntax fields = member.Value as JsonObjectSyntax ?? new JsonObjectSyntax(ImmutableArray<JsonMemberSyntax>.Empty, member.Value.Range);
        return ((fields.Find("Type")?.Value as JsonStringSyntax)?.Value) switch
        {
            "Task" => new TaskState(member, fields, container),
            "Pass" => new PassState(member, fields, container),
            "Choice" => new ChoiceState(member, fields, container),
            "Wait" => new WaitState(member, fields, container),
            "Succeed" => new SucceedState(member, fields, container),
            "Fail" => new FailState(member, fields, container),
            "Parallel" => new ParallelState(member, fields, container),
            "Map" => new MapState(member, fields, container),
            _ => new UnknownState(member, fields, container),
        };
    }

    internal static QueryLanguage? ReadQueryLanguage(JsonObjectSyntax fields) => fields.Find("QueryLanguage")?.Value switch
    {
        null => null,
        JsonStringSyntax { Value: nameof(QueryLanguage.JSONPath) } => QueryLanguage.JSONPath,
        // AWS reads every other value as JSONata and adds a diagnostic.
        _ => QueryLanguage.JSONata,
    };
}
