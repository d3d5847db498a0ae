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

    /// <summary>SMG1070: the order of entries follows from the names of files.</summary>
    public static Rule EntriesInSeveralFiles { get; } = new(
        "SMG1070",
        "Entries whose order matters stand in one file",
        "The [{0}]s of '{1}' stand in several files, so their order is that of the files' paths: write them in one",
        RuleSeverity.Info,
        "Retriers, catchers and choice rules are tried in the order of the source, and the branches of a Parallel give their results in it. Over several files that is the order of the files' paths, and renaming a file changes the definition.");

    /// <summary>SMG1071: two machines would be one file.</summary>
    public static Rule MachineNameTwice { get; } = new(
        "SMG1071",
        "State machines have names that differ in more than case",
        "The name '{0}' is that of '{1}' as well: their definitions would be one file",
        RuleSeverity.Warning,
        "The build writes the definition of a machine into a file of its name, and fails (SMGB004) when two machines would write one. In AWS the name of a machine is unique in its account and region.");

    /// <summary>SMG1072: an entry waits for an exception of an abstract type.</summary>
    public static Rule AbstractException { get; } = new(
        "SMG1072",
        "An exception type of Retry or Catch is one that can be thrown",
        "No error is ever called '{0}': the type is abstract and this project has no type that derives from it",
        RuleSeverity.Warning,
        "Step Functions compares the name of the exception's own type. An exception type stands for itself and for the types derived from it in the same compilation; those of other assemblies are not known by name, so they are named one by one.");

    /// <summary>SMG1073: an entry waits for an exception of the type that all derive from.</summary>
    public static Rule BaseOfAllExceptions { get; } = new(
        "SMG1073",
        "The base type of all exceptions does not match all errors",
        "typeof({0}) matches errors of exactly this name and the exception types that this project declares, and no others such as TimeoutException: use Errors.TaskFailed or Errors.All",
        RuleSeverity.Warning,
        "Step Functions compares names and knows nothing of inheritance. For every error of a task there is States.TaskFailed, for every error at all States.ALL.");

    /// <summary>SMG1074: a base class has entries that reach no state.</summary>
    public static Rule UnusedPolicy { get; } = new(
        "SMG1074",
        "A policy has states that derive from it",
        "The [{1}] of '{0}' applies to nothing: it is no state, and no class derives from it",
        RuleSeverity.Info,
        "[Retry] and [Catch] on a base class apply to the states that derive from it.");

    /// <summary>SMG1075: a state derives from a state that has entries.</summary>
    public static Rule EntriesOfBaseState { get; } = new(
        "SMG1075",
        "A state passes no Retry or Catch on",
        "The [{2}] of state '{1}' does not apply to '{0}', which derives from it: move it to a base class that is no state, or repeat it",
        RuleSeverity.Info,
        "A state's entries are its own. Only those of base classes that are no states apply to the states that derive from them.");

    /// <summary>SMG1076: a handler is no state.</summary>
    public static Rule HandlerWithoutTask { get; } = new(
        "SMG1076",
        "A handler in a state machine is a Task state",
        "'{0}' implements ITask<TInput, TOutput> but is no state: add [Task], or move it out of the state machine",
        RuleSeverity.Info,
        "Only a class with the attribute of a type of state is in the definition. A handler among the states without one is easily taken for one of them.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        StateWithoutMachine, ValueWithoutMeaning, SeveralMachineAttributes, StateWithoutType, MisplacedAttribute, FieldTwice, SharedFunction,
        EntriesInSeveralFiles, MachineNameTwice, AbstractException, BaseOfAllExceptions, UnusedPolicy, EntriesOfBaseState, HandlerWithoutTask,
    ];
}
