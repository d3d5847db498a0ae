using System.Collections.Immutable;

namespace StateMachineGen.Language.Rules;

/// <summary>Rules of which errors the entries of Retry and Catch match, and when (SMG3xxx).</summary>
public static class ErrorMatchingRules
{
    /// <summary>SMG3020: all errors of an entry are taken by entries before it.</summary>
    public static Rule ShadowedEntry { get; } = new(
        "SMG3020",
        "An entry of Retry or Catch should come before entries that take all of its errors",
        "This entry of {0} is never used: {1}",
        RuleSeverity.Warning,
        "Entries are tried in order and the first that matches is used; a Retry does not go on to a later entry even when the attempts of the first are used up. An entry all of whose errors are matched before is never used.");

    /// <summary>SMG3021: an error of an entry is taken by an entry before it.</summary>
    public static Rule ShadowedError { get; } = new(
        "SMG3021",
        "An error should be in one entry of Retry or Catch only",
        "'{0}' has no effect here, because an earlier entry of {1} matches it",
        RuleSeverity.Info,
        "Entries are tried in order and the first that matches is used, so the same error in a later entry means nothing.");

    /// <summary>SMG3022: an entry is for <c>States.Runtime</c>.</summary>
    public static Rule RuntimeIsNotCaught { get; } = new(
        "SMG3022",
        "States.Runtime cannot be retried or caught",
        "No entry of {0} ever matches States.Runtime: the execution fails whatever stands here",
        RuleSeverity.Warning,
        "States.Runtime says that the execution cannot go on, for example because a path selects nothing. AWS matches it with no entry, neither by its own name nor by States.ALL.");

    /// <summary>SMG3023: an entry is for an error that AWS reports by another name.</summary>
    public static Rule ErrorOfOtherName { get; } = new(
        "SMG3023",
        "An error should have the name that AWS reports",
        "AWS does not report '{0}': {1}",
        RuleSeverity.Info,
        "The specification defines some error names that AWS does not use. An entry that waits for one of them is never used.");

    /// <summary>SMG3024: an error cannot occur in its state.</summary>
    public static Rule ErrorThatCannotOccur { get; } = new(
        "SMG3024",
        "An entry should be for errors that its state can have",
        "'{0}' cannot occur in '{1}': {2}",
        RuleSeverity.Info,
        "Some errors belong to a field, a query language or a type of state. Where that is missing, the entry is never used, and most often the field was forgotten.");

    /// <summary>SMG3025: a Retry repeats what must fail again.</summary>
    public static Rule RetryOfFail { get; } = new(
        "SMG3025",
        "A Retry should be for errors that may not occur again",
        "Only a Fail state within '{1}' reports '{0}', and nothing within it does work, so each retry fails in the same way",
        RuleSeverity.Info,
        "A Parallel or Map that is tried again starts with the same input. When it has no Task, it takes the same way to the same Fail state.");

    /// <summary>SMG3026: a timeout is not caught.</summary>
    public static Rule TimeoutEscapes { get; } = new(
        "SMG3026",
        "A Catch of States.TaskFailed should have one of States.Timeout beside it when the task has a timeout",
        "States.TaskFailed does not match timeouts, and '{0}' has {1}: a timeout leaves the state uncaught",
        RuleSeverity.Warning,
        "States.TaskFailed matches every error of a task but States.Timeout. A task with a time limit can fail with that one, so it needs an entry for it, or States.ALL.");

    /// <summary>SMG3027: an entry for all errors may not match one of them.</summary>
    public static Rule DataLimitMayEscape { get; } = new(
        "SMG3027",
        "A Catch of States.ALL can name States.DataLimitExceeded before it",
        "States.ALL may not match States.DataLimitExceeded, which a result above 256 KiB gives; an entry of its own catches it surely",
        RuleSeverity.Info,
        "AWS's documentation says that States.ALL does not match States.DataLimitExceeded. Executions were seen in which it does, so only an entry that names the error is sure.");

    /// <summary>SMG3028: an error name of the language does not exist.</summary>
    public static Rule UnknownErrorName { get; } = new(
        "SMG3028",
        "An error name that begins with 'States.' should be one of the language",
        "There is no error '{0}'{1}",
        RuleSeverity.Warning,
        "Names that begin with 'States.' belong to the language, and errors of others must not use them. Most often the name is misspelt, and then the entry is never used.");

    /// <summary>SMG3029: a Fail state reports an error of the language.</summary>
    public static Rule FailWithReservedName { get; } = new(
        "SMG3029",
        "A Fail state should report an error name of its own",
        "The error '{0}' begins with 'States.', which is reserved for errors of the language",
        RuleSeverity.Warning,
        "The specification reserves names that begin with 'States.'. Who handles such an error, or looks at a failed execution, takes it for one that the service reported.");

    /// <summary>SMG3030: a Retry waits longer than the execution can last.</summary>
    public static Rule RetryLongerThanExecution { get; } = new(
        "SMG3030",
        "A Retry should wait no longer than the execution can last",
        "The retries of this entry wait for {0} seconds in all, but an execution of {1} ends after {2}",
        RuleSeverity.Warning,
        "When the time of the execution is over it fails with States.Timeout, and the attempts that were left are never made.");

    /// <summary>SMG3031: an entry names an error twice.</summary>
    public static Rule RepeatedError { get; } = new(
        "SMG3031",
        "An entry of Retry or Catch should name an error once",
        "'{0}' stands in this ErrorEquals already",
        RuleSeverity.Info,
        "The names in ErrorEquals are a set. One that stands there twice is noise, or another name that was mistyped.");

    /// <summary>SMG3032: a field of a retrier changes nothing.</summary>
    public static Rule IdleRetryField { get; } = new(
        "SMG3032",
        "The times of a Retry should have an effect",
        "{0} has no effect: {1}",
        RuleSeverity.Info,
        "Where MaxAttempts is 0 nothing is retried, and no interval is waited for. Where BackoffRate is 1 intervals do not grow, and MaxDelaySeconds has nothing to cap.");

    internal static ImmutableArray<Rule> All { get; } =
    [
        ShadowedEntry, ShadowedError, RuntimeIsNotCaught, ErrorOfOtherName, ErrorThatCannotOccur, RetryOfFail, TimeoutEscapes, DataLimitMayEscape,
        UnknownErrorName, FailWithReservedName, RetryLongerThanExecution, RepeatedError, IdleRetryField,
    ];
}
