using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of Retry and Catch (SMG3xxx).</summary>
public static class ErrorHandlingRules
{
    /// <summary>SMG3001: an entry of Retry or Catch names no error.</summary>
    public static Rule NoErrors { get; } = new(
        "SMG3001",
        "An entry of Retry or Catch must name at least one error",
        "{0} names no error: {1}",
        RuleSeverity.Error,
        "ErrorEquals says which errors an entry is for. AWS refuses an entry in which it is missing, empty, or anything but a list of error names.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG3002: <c>States.ALL</c> stands beside other names.</summary>
    public static Rule StatesAllNotAlone { get; } = new(
        "SMG3002",
        "States.ALL must be the only error of its entry",
        "States.ALL matches every error already, so it must be the only error of its entry of {0}",
        RuleSeverity.Error,
        "AWS refuses an entry of Retry or Catch that names States.ALL together with other errors.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG3003: entries follow the one for <c>States.ALL</c>.</summary>
    public static Rule EntryAfterStatesAll { get; } = new(
        "SMG3003",
        "The entry for States.ALL must be the last one",
        "This entry of {0} can never be used: the entry for States.ALL before it matches every error",
        RuleSeverity.Error,
        "Entries of Retry and Catch are tried in order and the first that matches is used. AWS refuses entries after one for States.ALL.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    /// <summary>SMG3007: an entry of Catch has no target.</summary>
    public static Rule CatcherWithoutNext { get; } = new(
        "SMG3007",
        "An entry of Catch must name the state to go to",
        "This entry of Catch does not say where to go: Next is missing",
        RuleSeverity.Error,
        "A caught error leads to the state in Next. AWS refuses an entry of Catch without it.")
    {
        AwsCode = "SCHEMA_VALIDATION_FAILED",
    };

    internal static ImmutableArray<Rule> All { get; } = [NoErrors, StatesAllNotAlone, EntryAfterStatesAll, CatcherWithoutNext];
}
