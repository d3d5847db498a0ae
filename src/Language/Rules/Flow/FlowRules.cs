using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of cycles and of states that lead nowhere new (SMG2xxx).</summary>
public static class FlowRules
{
    /// <summary>SMG2014: a branch or an item processor can never end.</summary>
    public static Rule NestedWithoutTerminal { get; } = new(
        "SMG2014",
        "A branch or an item processor should have a state in which it ends",
        "{0} can never end: none of its states is of type Succeed or Fail and none has End",
        RuleSeverity.Warning,
        "A Parallel state waits for all of its branches and a Map for all of its items. AWS looks for a terminal state at the top level only, so it takes such a definition, and the execution runs in a circle until it fails at a limit.");

    /// <summary>SMG2015: a cycle has no way out.</summary>
    public static Rule EndlessCycle { get; } = new(
        "SMG2015",
        "A cycle should have a way out",
        "Whoever comes to the state '{0}' never ends: {1}",
        RuleSeverity.Warning,
        "AWS asks only whether there is a terminal state, not whether it can be reached from everywhere. An execution that comes into such a cycle goes round in it until it fails at a limit or is stopped.");

    /// <summary>SMG2016: nothing changes from turn to turn of a cycle.</summary>
    public static Rule CycleWithoutProgress { get; } = new(
        "SMG2016",
        "A cycle should change something in each turn",
        "Nothing changes in a turn of the cycle {0}, so an execution that goes round in it once does so until it fails at a limit",
        RuleSeverity.Warning,
        "The states of the cycle do no work, do not wait and do not change data, so the same decision comes out the same way each time. A Standard execution fails when its history has 25,000 events.");

    /// <summary>SMG2017: an error leads back to the state that failed.</summary>
    public static Rule CatchIntoItself { get; } = new(
        "SMG2017",
        "An error should not lead straight back to the state that failed",
        "This Catch of '{0}' leads straight back to it, so an error that persists is tried again for ever and at once",
        RuleSeverity.Warning,
        "Retry counts attempts and waits between them; a Catch does neither. If the error persists, the execution goes round until it fails at a limit.");

    /// <summary>SMG2018: all ways of a Choice lead to one state.</summary>
    public static Rule ChoiceWithoutAlternative { get; } = new(
        "SMG2018",
        "A Choice state should lead to different states",
        "All rules of '{0}' and its Default lead to '{1}', so it decides nothing",
        RuleSeverity.Info,
        "A Choice whose rules and Default all lead to one state, and that sets no variable and no output, does what a transition does. Most often one of the targets was meant to be another.");

    internal static ImmutableArray<Rule> All { get; } =
        [NestedWithoutTerminal, EndlessCycle, CycleWithoutProgress, CatchIntoItself, ChoiceWithoutAlternative];
}
