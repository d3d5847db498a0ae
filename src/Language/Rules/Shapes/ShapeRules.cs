using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules.Shapes;

/// <summary>Rules of paths into data whose shape is known (SMG4042 and following).</summary>
public static class ShapeRules
{
    /// <summary>SMG4042: a path into known data finds nothing.</summary>
    public static Rule NothingFound { get; } = new(
        "SMG4042",
        "A path must lead to something",
        "'{0}' finds nothing: {1}",
        RuleSeverity.Warning,
        "Which fields there are is known where the states before write them: in Result, in payload templates, in the error output that a Catch passes on. A path to any other field finds nothing, and the execution fails.");

    /// <summary>SMG4043: a path into known data finds nothing on one of the ways to its state.</summary>
    public static Rule NothingFoundOnSomeWay { get; } = new(
        "SMG4043",
        "A path must lead to something on every way to its state",
        "'{0}' finds nothing {1}: {2}",
        RuleSeverity.Warning,
        "Several ways lead to the state, and on one of them the field is certainly not there: an error that was caught took the place of the input, or another state made the data. The execution then fails.");

    internal static ImmutableArray<Rule> All { get; } = [NothingFound, NothingFoundOnSomeWay];
}
