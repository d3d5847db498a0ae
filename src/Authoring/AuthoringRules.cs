using System.Collections.Immutable;
using StateMachineGen.Language.Rules;

namespace StateMachineGen.Authoring;

/// <summary>
/// The faults of C# source that let no definition be built. They are few and cannot be lowered: no ASL is emitted exactly
/// when there is one of them. Everything else is a rule of the language (Language/Rules) and withholds nothing.
/// </summary>
public static class AuthoringRules
{
    /// <summary>The machine, or a type that contains it, is not partial.</summary>
    public static Rule MachineNotPartial { get; } = Error(
        "SMG1001",
        "A state machine is a partial class",
        "'{0}' must be partial, because the definition and the typed stubs of state machine '{1}' are generated into it",
        "The generator adds members to the class, which C# allows only when the class and all classes around it are partial.");

    /// <summary>A state is not partial.</summary>
    public static Rule StateNotPartial { get; } = Error(
        "SMG1002",
        "A state is a partial class",
        "State '{0}' must be partial, because its hooks and its binding are generated into it",
        "The generator adds members to the class of each state, which C# allows only when the class is partial.");

    /// <summary>The class is of a kind that cannot be a machine or a state.</summary>
    public static Rule WrongKindOfClass { get; } = Error(
        "SMG1003",
        "A state machine or state is an ordinary class",
        "'{0}' cannot be a {1}: {2}",
        "Machines and states stand for one fixed thing in the definition, so they cannot be generic, static or file-local, and a state cannot be abstract.");

    /// <summary>A class carries attributes of several types of states.</summary>
    public static Rule SeveralStateTypes { get; } = Error(
        "SMG1005",
        "A state has one type",
        "State '{0}' has more than one type: [{1}] and [{2}]",
        "Each state has exactly one type in ASL; which of several is meant cannot be known.");

    /// <summary>A member has the name of a generated one.</summary>
    public static Rule ReservedMember { get; } = Error(
        "SMG1006",
        "A member collides with a generated member",
        "'{0}' is the name of a generated member of '{1}'; {2}",
        "A few names are reserved for generated members. A hook can be implemented, with the signature that the generator declares; the other names cannot be used.");

    /// <summary>A JSON text in an attribute is broken. That of a definition can be as well, so the rule is one of the language.</summary>
    public static Rule InvalidJson => StructureRules.InvalidJson;

    /// <summary>A branch is not partial.</summary>
    public static Rule BranchNotPartial { get; } = Error(
        "SMG1017",
        "A branch is a partial class",
        "Branch '{0}' must be partial, because the stubs of its states are generated into it",
        "The generator adds members to the states nested in the branch, which C# allows only when the branch is partial as well.");

    /// <summary>What should be a machine is none, or has no definition.</summary>
    public static Rule NoStateMachine { get; } = Error(
        "SMG1018",
        "A body is a state machine that has a definition",
        "'{0}' cannot stand here: {1}",
        "[Branch<TMachine>], [ItemProcessor<TMachine>] and [StartExecution<TMachine>] name a class with [StateMachine]. The states of a machine of another assembly are read from the definition that its build emitted.");

    /// <summary>A machine is part of itself.</summary>
    public static Rule RecursiveBody { get; } = Error(
        "SMG1019",
        "A state machine does not contain itself",
        "The states of '{0}' would contain themselves without end",
        "The states of a body are copied into the definition. To start a machine anew from within, use [StartExecution<TMachine>].");

    /// <summary>A Map has several sources of states.</summary>
    public static Rule SeveralProcessors { get; } = Error(
        "SMG1020",
        "A Map runs one set of states",
        "Map '{0}' has {1}: which states it is to run cannot be known",
        "A Map runs the states nested in its class, or those of another machine, as its ItemProcessor or, of old, its Iterator.");

    /// <summary>A branch stands where none can.</summary>
    public static Rule MisplacedBranch { get; } = Error(
        "SMG1021",
        "A branch belongs to a Parallel state",
        "{0}",
        "[Branch] stands on a class nested directly in a Parallel state, which is no state itself; [Branch<TMachine>] stands on the Parallel state.");

    /// <summary>A transition leads to a type that is no state.</summary>
    public static Rule TargetIsNoState { get; } = Error(
        "SMG2001",
        "The target of a transition is a state",
        "'{0}' is no state: it has none of the attributes [Task], [Pass], [Choice], [Wait], [Succeed], [Fail], [Parallel], [Map]",
        "Transitions lead from state to state; a type that is no state has no name in the definition.");

    /// <summary>A transition leads out of its scope.</summary>
    public static Rule TargetInOtherScope { get; } = Error(
        "SMG2002",
        "The target of a transition is in the same scope",
        "State '{0}' does not belong to '{1}' but to '{2}', and transitions do not leave their scope",
        "ASL lets a transition lead only to states of the same States object.");

    /// <summary>Several states are the first.</summary>
    public static Rule SeveralStartAt { get; } = Error(
        "SMG2004",
        "A state machine starts at one state",
        "'{0}' has more than one [StartAt]: '{1}' and '{2}'",
        "The definition names exactly one first state; which of several is meant cannot be known.");

    /// <summary>A condition cannot be read.</summary>
    public static Rule InvalidCondition { get; } = Error(
        "SMG2013",
        "A condition can be read from its source",
        "{0}",
        "A condition is emitted into the definition and never executed, so it consists of comparisons of Variable(…) with constants and other variables, combined with & | and !.");

    /// <summary>An entry of Catch or Retry names something that cannot be an error.</summary>
    public static Rule NoError { get; } = Error(
        "SMG3004",
        "Errors are names or exception types",
        "{0} is neither an error name nor an exception type",
        "[Catch] and [Retry] take strings and typeof(…) of types that derive from System.Exception.");

    /// <summary>A handler has several contracts.</summary>
    public static Rule SeveralHandlers { get; } = Error(
        "SMG5003",
        "A task has one handler",
        "State '{0}' implements ITask<TInput, TOutput> more than once: which one does the work cannot be known",
        "A task takes one input and returns one output.");

    /// <summary>A handler's class cannot be constructed from services.</summary>
    public static Rule HandlerCannotBeMade { get; } = Error(
        "SMG5004",
        "A handler is made from services",
        "No handler can be made for state '{0}': {1}",
        "A handler is made for each attempt. Its constructor's parameters, and nothing else, come from the service provider.");

    /// <summary>A task says twice what it calls, or with what.</summary>
    public static Rule SaidTwice { get; } = Error(
        "SMG5005",
        "A task says once what it calls",
        "[StartExecution] sets {0} of state '{1}', which is set here as well",
        "[StartExecution] sets the resource and the payload of a task. For a payload of your own, write the resource and the payload out.");

    /// <summary>The serializer context is none.</summary>
    public static Rule NoJsonContext { get; } = Error(
        "SMG4001",
        "Json names a serializer context",
        "'{0}' is no serializer context: Json takes a class that derives from JsonSerializerContext",
        "Inputs and outputs are read and written by the context's contracts.");

    /// <summary>All of them.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        MachineNotPartial, StateNotPartial, WrongKindOfClass, SeveralStateTypes, ReservedMember, InvalidJson,
        BranchNotPartial, NoStateMachine, RecursiveBody, SeveralProcessors, MisplacedBranch,
        TargetIsNoState, TargetInOtherScope, SeveralStartAt, InvalidCondition,
        NoError, NoJsonContext, SeveralHandlers, HandlerCannotBeMade, SaidTwice,
    ];

    private static Rule Error(string id, string title, string messageFormat, string description) =>
        new(id, title, messageFormat, RuleSeverity.Error, description);
}
