using System.Collections.Immutable;
using StateMachineGen.Language.Document;
using StateMachineGen.Language.Json;

namespace StateMachineGen.Cli.Import;

/// <summary>A state that becomes a class.</summary>
/// <param name="member">The member of <c>States</c> that it is.</param>
/// <param name="fields">Its fields.</param>
internal sealed class StatePlan(JsonMemberSyntax member, JsonObjectSyntax fields)
{
    /// <summary>The state's name.</summary>
    public string Name => member.Name;

    /// <summary>Its fields.</summary>
    public JsonObjectSyntax Fields => fields;

    /// <summary>The type whose attribute the class carries; Pass stands in for a type that ASL does not know.</summary>
    public StateType Type { get; init; }

    /// <summary>Whether the attribute says the state's type.</summary>
    public bool IsTypeKnown { get; init; }

    /// <summary>The branches that become classes; empty when <c>Branches</c> stays JSON.</summary>
    public ImmutableArray<ScopePlan> Branches { get; init; } = [];

    /// <summary>The item processor whose states become classes, or null.</summary>
    public ScopePlan? Processor { get; init; }

    /// <summary>The field that the processor is: <c>ItemProcessor</c> or <c>Iterator</c>.</summary>
    public string ProcessorField { get; init; } = "";

    /// <summary>The name of the class.</summary>
    public string ClassName { get; set; } = "";
}
