using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using StateMachineGen.Language.Names;

namespace StateMachineGen.Language.Completion;

/// <summary>Data whose members are always the same.</summary>
internal sealed class FixedShape(ImmutableArray<DataMember> members) : DataShape
{
    /// <summary>What a Catcher gets.</summary>
    public static FixedShape ErrorOutput { get; } = new(
    [
        new DataMember("Error", "string", "the error's name", static () => null),
        new DataMember("Cause", "string", "what happened, for people", static () => null),
    ]);

    public override IEnumerable<DataMember> Members => members;

    /// <summary>The context object.</summary>
    /// <param name="executionInput">What is known of the execution's input.</param>
    public static FixedShape Context(DataShape? executionInput) => Context(ContextMembers.All, executionInput);

    private static FixedShape Context(ImmutableArray<ContextMember> members, DataShape? executionInput) => new(
    [
        .. members.Select(member => new DataMember(member.Name, member.Type, member.Meaning, () => member.Name == ContextMembers.ExecutionInput ? executionInput
            : member.Members.IsEmpty ? null
            : Context(member.Members, executionInput))),
    ]);
}
