using System.Collections.Immutable;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Analyzers;

/// <summary>Rules that only C# can have: the definition is sound, but a class says something that is not in it.</summary>
public static class CSharpRules
{
    /// <summary>SMG1004: a class is a state of no machine.</summary>
    public static Rule StateWithoutMachine { get; } = new(
        "SMG1004",
        "A state is nested in its state machine",
        "'{0}' has the attribute [{1}] but belongs to no state machine: {2}",
        RuleSeverity.Warning,
        "The states of a machine are the classes nested directly in it. A class elsewhere is in no definition, whatever attributes it has.");

    /// <summary>SMG1011: an argument has a value that stands for nothing in ASL.</summary>
    public static Rule ValueWithoutMeaning { get; } = new(
        "SMG1011",
        "An argument of an attribute has a value that ASL can hold",
        "{0} stands for nothing in ASL and is left out",
        RuleSeverity.Error,
        "JSON has no infinities and no NaN, and an enum's number without a name has no word in ASL. Such an argument would be lost without a word.");

    /// <summary>SMG1012: a class carries both forms of <c>[StateMachine]</c>.</summary>
    public static Rule SeveralMachineAttributes { get; } = new(
        "SMG1012",
        "A state machine is declared once",
        "'{0}' has more than one [StateMachine]: this one is ignored",
        RuleSeverity.Error,
        "A machine has one contract, one name and one set of options; which of several is meant cannot be known.");

    /// <summary>SMG1016: a class has the attributes of a state, but none that says of which type.</summary>
    public static Rule StateWithoutType { get; } = new(
        "SMG1016",
        "A class with a transition is a state",
        "'{0}' has the attribute [{1}] but is no state: add the attribute of its type, such as [Task] or [Pass]",
        RuleSeverity.Error,
        "Only a class with the attribute of a type of state is in the definition. [StartAt], [Next], [End], [Default] and [When] on another class would be lost without a word.");

    /// <summary>SMG1023: an attribute stands where it says nothing.</summary>
    public static Rule MisplacedAttribute { get; } = new(
        "SMG1023",
        "An attribute stands where it has a meaning",
        "[{0}] says nothing on {1}: {2}",
        RuleSeverity.Error,
        "The attributes of states belong on states, those of Maps on Map states, and a rule of a Choice on a Choice. Elsewhere they would be lost without a word.");

    /// <summary>SMG1024: a field is set twice.</summary>
    public static Rule FieldTwice { get; } = new(
        "SMG1024",
        "A field is set once",
        "The field '{0}' is set by a [Field] before this one, which has no effect",
        RuleSeverity.Warning,
        "Of several [Field]s of one name the last one counts. The others are lost without a word.");

    /// <summary>SMG5006: two tasks would be one function.</summary>
    public static Rule SharedFunction { get; } = new(
        "SMG5006",
        "A task that is deployed with its machine has a function of its own",
        "State '{0}' would be deployed as the same function as '{1}': both have the resource {2}",
        RuleSeverity.Warning,
        "A task with a handler and without a resource gets the placeholder ${<Class>FunctionArn}, made of the letters A to Z and the digits of its class name. Two classes that give one placeholder would share one function, which is only one of them.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        StateWithoutMachine, ValueWithoutMeaning, SeveralMachineAttributes, StateWithoutType, MisplacedAttribute, FieldTwice, SharedFunction,
    ];
}
