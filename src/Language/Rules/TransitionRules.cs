using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of transitions and reachability (SMG2xxx).</summary>
public static class TransitionRules
{
    /// <summary>SMG2003: a scope does not say where it starts.</summary>
    public static Rule MissingStartAt { get; } = new(
        "SMG2003",
        "A state machine must name the state that it starts with",
        "{0} does not say which state it starts with: StartAt is missing",
        RuleSeverity.Error,
        "The order of states in a definition has no meaning, so AWS needs StartAt in every state machine, branch and item processor.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG2005: a state leads nowhere.</summary>
    public static Rule MissingTransition { get; } = new(
        "SMG2005",
        "A state must go on to another state or end",
        "The state '{0}' has neither Next nor {1}, so it leads nowhere",
        RuleSeverity.Error,
        "After a Task, Pass, Wait, Parallel or Map state the execution goes on to the state in Next, or is over when End is true. AWS refuses a state with neither.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG2006: a state goes on and ends.</summary>
    public static Rule NextAndEnd { get; } = new(
        "SMG2006",
        "A state cannot both go on and end",
        "The state '{0}' has both Next and End; it can only go on to '{1}' or end",
        RuleSeverity.Error,
        "Next and End exclude each other: AWS refuses a state that has both.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG2008: no execution can get to a state.</summary>
    public static Rule UnreachableState { get; } = new(
        "SMG2008",
        "Every state must be reachable from StartAt",
        "The state '{0}' is not reachable: no path of transitions leads from '{1}' to it",
        RuleSeverity.Error,
        "AWS follows the transitions from StartAt through Next, Default, the rules of Choice states and Catch, and refuses a definition with a state that it never meets. States that only lead to themselves or to each other are not reachable either.")
    {
        AwsCode = "MISSING_TRANSITION_TARGET",
    };

    /// <summary>SMG2009: the machine can never end.</summary>
    public static Rule NoTerminalState { get; } = new(
        "SMG2009",
        "A state machine must have a state in which it ends",
        "No state ends the state machine: none is of type Succeed or Fail and none has End",
        RuleSeverity.Error,
        "Without a state that ends it an execution would run in a circle until it fails at a limit. AWS refuses such a definition (MISSING_END_STATE).")
    {
        AwsCode = "MISSING_END_STATE",
    };

    /// <summary>SMG2010: a transition leads to no state of its scope.</summary>
    public static Rule MissingTarget { get; } = new(
        "SMG2010",
        "A transition must lead to a state of the same scope",
        "{0} must name a state of the same scope, and {1}",
        RuleSeverity.Error,
        "StartAt, Next and Default name a state in the same States field: a transition enters or leaves no branch and no item processor. AWS refuses a name that it does not find there (MISSING_TRANSITION_TARGET).")
    {
        AwsCode = "MISSING_TRANSITION_TARGET",
    };

    /// <summary>SMG2012: a Choice, or a rule of it, leads nowhere.</summary>
    public static Rule ChoiceWithoutTransition { get; } = new(
        "SMG2012",
        "A Choice state must have rules that say where to go",
        "The Choice state '{0}' does not say where to go: {1}",
        RuleSeverity.Error,
        "A Choice state goes where the first matching rule says. AWS refuses one without rules, and a rule without Next; a Choice with a Default alone is not enough.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    internal static ImmutableArray<Rule> All { get; } =
        [MissingStartAt, MissingTransition, NextAndEnd, UnreachableState, NoTerminalState, MissingTarget, ChoiceWithoutTransition];
}
