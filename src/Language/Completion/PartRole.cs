using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;
using StateMachineGen.Language.Names;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Language.Completion;

/// <summary>What a JSON value is in a definition. Whoever goes down into a definition asks each for the next.</summary>
internal abstract record PartRole
{
    /// <summary>A value of which nothing is known.</summary>
    public static PartRole Unknown { get; } = new ValueRole(FieldValue.Any);

    /// <summary>The fields that the value can have, as an object.</summary>
    public virtual IEnumerable<PartField> Fields => [];

    /// <summary>What the value of a member is.</summary>
    public virtual PartRole Enter(JsonMemberSyntax member) => Unknown;

    /// <summary>What an element is.</summary>
    public virtual PartRole EnterElement(JsonSyntax element) => Unknown;

    /// <summary>The role of a part of a definition.</summary>
    public static PartRole Of(DocumentPart part, StateMachine machine) => part switch
    {
        State state => new StateRole(state, machine),
        StateContainer container => new ScopeRole(container, machine),
        _ => Unknown,
    };
}

/// <summary>A value without parts of its own.</summary>
/// <param name="Value">What the field holds.</param>
internal sealed record ValueRole(FieldValue Value) : PartRole;

/// <summary>The name of a state.</summary>
/// <param name="Scope">The scope whose states are meant.</param>
internal sealed record StateNameRole(StateContainer Scope) : PartRole;

/// <summary>The name of an error.</summary>
/// <param name="State">The state that it may occur in, or that reports it.</param>
/// <param name="IsMatched">Whether errors are matched with it.</param>
internal sealed record ErrorNameRole(State State, bool IsMatched) : PartRole;

/// <summary>What is called.</summary>
/// <param name="Part">The field that the resource belongs to; null for a task itself.</param>
internal sealed record ResourceRole(string? Part) : PartRole;

/// <summary>An array of alike elements.</summary>
/// <param name="Item">What each element is.</param>
internal sealed record ListRole(PartRole Item) : PartRole
{
    public override PartRole EnterElement(JsonSyntax element) => Item;
}

/// <summary>What holds states.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Machine">The machine.</param>
internal sealed record ScopeRole(StateContainer Scope, StateMachine Machine) : PartRole
{
    private PartSchema Schema => Scope switch
    {
        StateMachine => PartSchemas.StateMachine,
        Branch => PartSchemas.Branch,
        _ => PartSchemas.ItemProcessor,
    };

    public override IEnumerable<PartField> Fields => Schema.Fields;

    public override PartRole Enter(JsonMemberSyntax member) => member.Name switch
    {
        "StartAt" => new StateNameRole(Scope),
        "States" => new StatesRole(Scope, Machine),
        "ProcessorConfig" => new SchemaRole(PartSchemas.ProcessorConfig, null, QueryLanguage.JSONPath),
        _ => Schema.Find(member.Name) is { } field ? new ValueRole(field.Value) : Unknown,
    };
}

/// <summary>The states of a scope by name.</summary>
/// <param name="Scope">The scope.</param>
/// <param name="Machine">The machine.</param>
internal sealed record StatesRole(StateContainer Scope, StateMachine Machine) : PartRole
{
    public override PartRole Enter(JsonMemberSyntax member) =>
        Scope.States.FirstOrDefault(state => state.Member == member) is { } state ? new StateRole(state, Machine) : Unknown;
}

/// <summary>A state.</summary>
/// <param name="State">The state.</param>
/// <param name="Machine">The machine.</param>
internal sealed record StateRole(State State, StateMachine Machine) : PartRole
{
    public QueryLanguage Language => StateLanguage.Of(State, Machine).Value;

    public override IEnumerable<PartField> Fields => FieldTable.States
        .Where(known => State.Type is not { } type || FieldTable.Allows(type, Language, known.Name))
        .Select(static known => new PartField(known.Name, known.Value));

    public override PartRole Enter(JsonMemberSyntax member)
    {
        switch (member.Name)
        {
            case "Type":
                return new ValueRole(FieldValue.OneOf([.. Enumerable.Range(0, 8).Select(static type => ((StateType)type).ToString())]));
            case "Next" or "Default":
                return new StateNameRole(State.Container);
            case "Resource":
                return new ResourceRole(null);
            case "Error":
                return new ErrorNameRole(State, IsMatched: false);
            case "Retry":
                return new ListRole(new SchemaRole(PartSchemas.Retrier, State, Language));
            case "Catch":
                return new ListRole(new SchemaRole(PartSchemas.Catcher, State, Language));
            case "Choices":
                return new ListRole(new SchemaRole(PartSchemas.ChoiceRule, State, Language));
            case "ItemReader":
                return new SchemaRole(PartSchemas.ItemReader, State, Language, member.Name);
            case "ItemBatcher":
                return new SchemaRole(PartSchemas.ItemBatcher, State, Language, member.Name);
            case "ResultWriter":
                return new SchemaRole(PartSchemas.ResultWriter, State, Language, member.Name);
            case "Branches":
                return new BranchesRole(State.Containers, Machine);
            case "ItemProcessor" or "Iterator":
                return State.Containers.FirstOrDefault(container => container.Syntax == member.Value) is { } processor ? new ScopeRole(processor, Machine) : Unknown;
            default:
                return FieldTable.Find(member.Name) is { } field ? new ValueRole(field.Value) : Unknown;
        }
    }
}

/// <summary>The branches of a Parallel state.</summary>
/// <param name="Branches">The branches; elements that are no objects are none.</param>
/// <param name="Machine">The machine.</param>
internal sealed record BranchesRole(ImmutableArray<StateContainer> Branches, StateMachine Machine) : PartRole
{
    public override PartRole EnterElement(JsonSyntax element) => Branches.FirstOrDefault(branch => branch.Syntax == element) is { } branch ? new ScopeRole(branch, Machine) : Unknown;
}

/// <summary>A part with a closed list of fields.</summary>
/// <param name="Schema">The fields.</param>
/// <param name="State">The state that the part belongs to, or null.</param>
/// <param name="Language">The state's query language.</param>
/// <param name="Part">The state's field that the part is, where that matters to what is in it.</param>
internal sealed record SchemaRole(PartSchema Schema, State? State, QueryLanguage Language, string? Part = null) : PartRole
{
    public override IEnumerable<PartField> Fields => Schema.Fields.Where(known => known.Language is null || known.Language == Language);

    public override PartRole Enter(JsonMemberSyntax member) => member.Name switch
    {
        "ErrorEquals" when State is not null => new ListRole(new ErrorNameRole(State, IsMatched: true)),
        "Next" when State is not null => new StateNameRole(State.Container),
        "Resource" => new ResourceRole(Part),
        "ReaderConfig" => new SchemaRole(PartSchemas.ReaderConfig, State, Language),
        "WriterConfig" => new SchemaRole(PartSchemas.WriterConfig, State, Language),
        "And" or "Or" => new ListRole(new SchemaRole(PartSchemas.NestedChoiceRule, State, Language)),
        "Not" => new SchemaRole(PartSchemas.NestedChoiceRule, State, Language),
        _ => Schema.Find(member.Name) is { } field ? new ValueRole(field.Value) : Unknown,
    };
}
