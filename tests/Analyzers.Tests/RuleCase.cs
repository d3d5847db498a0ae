using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers.Tests;

/// <summary>A source and what is wrong with it.</summary>
/// <param name="Rule">The rule that the source is about, and that <c>[|here|]</c> stands for.</param>
/// <param name="Name">What is special about the source.</param>
/// <param name="Source">The source with markup; without any, the source is clean.</param>
public sealed record RuleCase(Rule Rule, string Name, string Source)
{
    /// <summary>A case whose source is the body of one machine.</summary>
    public static RuleCase OfMachine(Rule rule, string name, string body) => new(rule, name, $$"""
        [StateMachine]
        public partial class Machine
        {
        {{body}}
        }
        """);

    /// <inheritdoc/>
    public override string ToString() => Rule.Id + " " + Name;
}
